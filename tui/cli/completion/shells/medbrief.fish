# Completion of medbrief in fish. In ~/.config/fish/config.fish:
#   medbrief completion fish | source

function __medbrief_words
    set -l candidates (medbrief __words fish (commandline -cp) 2>/dev/null)
    switch "$candidates[1]"
        case :file
            __fish_complete_path (commandline -ct)
        case :folder
            __fish_complete_directories (commandline -ct)
        case '*'
            printf '%s\n' $candidates
    end
end

complete -c medbrief -e
complete -c medbrief -f -k -a '(__medbrief_words)'
