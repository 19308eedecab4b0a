#compdef medbrief
# Completion of medbrief in zsh. In ~/.zshrc:
#   eval "$(medbrief completion zsh)"
# or as a file named _medbrief in a folder of $fpath.

_medbrief() {
  local line word description other
  local -a plain shown
  line="${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX"
  while IFS= read -r line; do
    case $line in
      :file | :folder)
        [[ $PREFIX == -*=* ]] && compset -P 1 '*='  # --output=FILE
        if [[ $line == :folder ]]; then _files -/; else _files; fi
        return
        ;;
    esac
    word=${line%%$'\t'*}
    description=${line#*$'\t'}
    [[ $word == ${(b)${(Q)PREFIX}}* ]] || other=1
    plain+=("$word")
    shown+=("${(mr:COLUMNS - 1:)${:-$word  -- $description}}")
  done < <("${(Q)words[1]/#\~/$HOME}" __words zsh "$line" 2>/dev/null)
  (( $#plain )) || return 1
  # -U: accept candidates that do not start with the typed text (jdjk for jd-health).
  compadd -U -l -V medbrief -d shown -a plain
  if [[ -n $other && $#plain -gt 1 && $compstate[insert] == *unambiguous* ]]; then
    # Several matches with another spelling: list them and keep the typed word until one is chosen.
    compstate[insert]=
    compstate[list]='list force'
  fi
}

if [[ $funcstack[1] == _medbrief ]]; then
  _medbrief "$@"
elif (( $+functions[compdef] )); then
  compdef _medbrief medbrief
else
  # compinit has not run yet: look again before the first prompt.
  _medbrief_register() {
    add-zsh-hook -d precmd _medbrief_register
    if (( $+functions[compdef] )); then
      compdef _medbrief medbrief
    else
      print -ru2 "medbrief: completion needs compinit: autoload -Uz compinit && compinit"
    fi
    unfunction _medbrief_register
  }
  autoload -Uz add-zsh-hook && add-zsh-hook precmd _medbrief_register
fi
