"""Completions in the form that bash wants: quoted, and without the part of the word that it keeps.

Readline splits words at the characters of COMP_WORDBREAKS, which users and other completions
change, and replaces only what follows the last of them. See "Programmable Completion" in bash(1)
and ``rl_completer_word_break_characters`` in the manual of readline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.cli.completion.tokenizer import Word, read_word

_DEFAULT_REPLACED = re.compile(r"@?[^=:@]*\Z")
"""What bash replaces with the COMP_WORDBREAKS that it starts with."""
_SPECIAL = {
    "": re.compile(r"([\s!\"#$&'()*;<>?\[\\\]^`{|}~])", re.ASCII),
    '"': re.compile(r'([$`"\\])'),
    "'": re.compile(r"(')"),
}
_ESCAPED = {"": r"\\\1", '"': r"\\\1", "'": r"'\\''"}


def words_for_bash(words: Iterable[str], typed: Word, replaced: str | None) -> Iterator[str]:
    """Yield what bash is to put in place of ``replaced``, the end of the raw word that it replaces.

    Words that do not start with the part that bash keeps are omitted. ``replaced`` is None for
    completion scripts of earlier versions, which expect the default COMP_WORDBREAKS.
    """
    if replaced is None:
        found = _DEFAULT_REPLACED.search(typed.raw)
        replaced = found[0] if found and not typed.quote else typed.raw
    # In an open quotation bash replaces what follows the quotation mark.
    kept_length = max(len(typed.raw) - len(replaced), typed.quote_start)
    kept = read_word(typed.raw[:kept_length]).text
    for word in words:
        if word.startswith(kept):
            rest = word[len(kept) :]
            yield _SPECIAL[typed.quote].sub(_ESCAPED[typed.quote], rest)
