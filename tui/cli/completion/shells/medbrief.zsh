#compdef medbrief
# Completion of medbrief in zsh. In ~/.zshrc, after compinit:
#   eval "$(medbrief completion zsh)"
# or as a file named _medbrief in a folder of $fpath.

_medbrief() {
  local line word description
  local -a plain shown
  line="${(j: :)words[1,CURRENT-1]} $PREFIX"
  while IFS= read -r line; do
    case $line in
      :file) _files && return; return 1 ;;
      :folder) _files -/ && return; return 1 ;;
    esac
    word=${line%%$'\t'*}
    description=${line#*$'\t'}
    plain+=("$word")
    shown+=("$word  -- $description")
  done < <("${words[1]/#\~/$HOME}" __words zsh "$line" 2>/dev/null)
  (( $#plain )) || return 1
  # -U: accept candidates that do not start with the typed text (jdjk for jd-health).
  compadd -U -l -V medbrief -d shown -a plain
}

if [[ $funcstack[1] == _medbrief ]]; then
  _medbrief "$@"
else
  compdef _medbrief medbrief
fi
