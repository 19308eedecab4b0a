# Completion of medbrief in fish. In ~/.config/fish/config.fish:
#   medbrief completion fish | source

function __medbrief_words
    set -l program (commandline -opc)[1]
    command -q -- $program; or set program medbrief
    set -l candidates ($program __words fish (commandline -cp | string collect) 2>/dev/null)
    if not contains -- "$candidates[1]" :file :folder
        printf '%s\n' $candidates
        return
    end
    set -l token (commandline -ct)
    set -l option (string match -r -- '^-[^=]*=' $token) # of --output=FILE
    set -l path (string replace -- "$option" '' $token)
    # Fish's own completion of paths, as for a command without completions.
    set -l paths (complete -C "'' $path")
    test "$candidates[1]" = :folder; and set paths (string match -r -- '.*/$' $paths)
    set -q paths[1]; and printf '%s\n' "$option"$paths
end

complete -c medbrief -e
complete -c medbrief -f -k -a '(__medbrief_words)'
