# Completion of medbrief in bash (4 or newer). In ~/.bashrc:
#   eval "$(medbrief completion bash)"

_medbrief() {
  local current=${COMP_WORDS[COMP_CWORD]} line
  COMPREPLY=()
  if [[ ${COMP_WORDS[COMP_CWORD - 1]} =~ ^[0-9]*[\<\>]+$ ]]; then  # a redirection
    compopt -o filenames
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current")
    return
  fi
  [[ $current == [=:] ]] && current=
  while IFS= read -r line; do
    case $line in
      :file | :folder)
        compopt -o filenames
        local kind=-f
        [[ $line == :folder ]] && kind=-d
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$kind" -- "$current")
        return
        ;;
    esac
    COMPREPLY+=("$line")
  done < <("${1/#\~/$HOME}" __words bash "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace
}

complete -o nosort -F _medbrief medbrief 2>/dev/null || complete -F _medbrief medbrief
