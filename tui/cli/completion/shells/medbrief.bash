# Completion of medbrief in bash (3.2 or newer). In ~/.bashrc:
#   eval "$(medbrief completion bash)"

# Complete the path at the end of a word: -f (files and folders) or -d (folders).
_medbrief_paths() {
  local kind=$1 current=$2 option= path
  [[ $current == -*=* ]] && option=${current%%=*}=  # COMP_WORDBREAKS has no "="
  if [[ -z $option ]]; then
    local fallback=default
    [[ $kind == -d ]] && fallback=dirnames
    # Readline's own completion of paths knows quotes, ~ and special characters.
    compopt -o "$fallback" -o filenames 2>/dev/null && return
  fi
  current=${current#"$option"}
  while IFS= read -r path; do
    [[ -z $path ]] && continue
    [[ -d $path ]] && path+=/ && compopt -o nospace 2>/dev/null
    printf -v path '%q' "$path"
    COMPREPLY+=("$option$path")
  done <<< "$(compgen "$kind" -- "${current//\\/}")"
}

_medbrief() {
  local current=$2 answer line other= redirection='^[0-9]*(&?>>?|[<>]+[|&]?)$'
  COMPREPLY=()
  if [[ ${COMP_WORDS[COMP_CWORD - 1]} =~ $redirection ]]; then
    _medbrief_paths -f "$current"
    return
  fi
  # What readline replaces: nothing yet after a "=" or ":" that ends a word; a word from "@" on.
  if [[ $current == [=:] && $COMP_WORDBREAKS == *"$current"* ]]; then
    current=
  elif [[ $COMP_WORDBREAKS == *@* && ${COMP_LINE:0:COMP_POINT} == *@"$current" ]]; then
    current=@$current
  fi
  answer=$("${1/#\~/$HOME}" __words bash "${COMP_LINE:0:COMP_POINT}" "$current" 2>/dev/null)
  while IFS= read -r line; do
    case $line in
      '') continue ;;
      :file) _medbrief_paths -f "$current" ;;
      :folder) _medbrief_paths -d "$current" ;;
      *)
        COMPREPLY+=("$line")
        [[ $line == "$current"* ]] || other=1
        ;;
    esac
  done <<< "$answer"
  if [[ ${#COMPREPLY[@]} -gt 1 && $other && ${COMP_TYPE-} != 37 && ${COMP_TYPE-} != 63 ]]; then
    # The matches have another spelling (pinyin): keep the typed word until one is chosen. An
    # empty match leaves no common start to insert. Not for a list (63) or a menu (37).
    COMPREPLY+=('')
  elif [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]]; then
    compopt -o nospace 2>/dev/null
  fi
}

complete -o nosort -F _medbrief medbrief 2>/dev/null || complete -F _medbrief medbrief
