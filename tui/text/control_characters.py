"""Characters that control a terminal, or hide or reorder text, removed from text of other origin.

Such a text is pasted or typed, or read from an argument, a state file or an original. Removed are

- control characters (ECMA-48: C0, DEL and C1), which a terminal executes,
- format characters: those of bidirectional text (UAX #9), which reorder a line, and invisible ones
  such as U+200B, which split a word unseen,
- line and paragraph separators, and surrogates, which UTF-8 cannot encode.

Joiners and tags stay where they belong to an emoji (UTS #51) or to a script that joins its letters,
such as Arabic, Persian and those of India (Unicode Standard, section 23.2; RFC 5892, appendix A).
All removed characters are zero cells wide, so that the layout of a line stays as it is.
"""

from __future__ import annotations

from json import dumps
from unicodedata import category

_REMOVED = ("Cc", "Cf", "Cs", "Zl", "Zp")
_NON_JOINER, _JOINER = "\u200c", "\u200d"
_SOFT_HYPHEN = "\u00ad"
"""A format character that terminals show."""
_EMOJI_EXTENDERS = "\ufe0f\u20e3"
"""May stand between a symbol and its joiner: emoji selector, keycap."""
_BLACK_FLAG = "\U0001f3f4"
_TAGS = "".join(map(chr, range(0xE0020, 0xE0080)))
"""The flag of a region is a black flag and up to seven tags, as in the flag of Scotland."""
_WINDOW = 8
"""Characters before one that decide whether it is kept: keeps the time linear."""


def without_controls(text: str, replacement: str = "") -> str:
    """Return ``text`` with ``replacement`` for each character that controls a terminal or hides or
    reorders text."""
    if text.isprintable():  # none of those to be removed is printable
        return text
    return "".join(
        char if _is_kept(text, at, char) else replacement for at, char in enumerate(text)
    )


def lines_without_controls(text: str) -> str:
    """Return ``text`` without such characters, but with its line ends and tabs."""
    if all(map(str.isprintable, text.split("\n"))):
        return text
    return "".join(
        char for at, char in enumerate(text) if char in "\n\r\t" or _is_kept(text, at, char)
    )


def json_without_controls(text: str) -> str:
    """Return JSON with such characters as escapes (RFC 8259, section 7): the data stay the same."""
    if all(map(str.isprintable, text.split("\n"))):
        return text
    return "".join(
        char if char == "\n" or _is_kept(text, at, char) else dumps(char)[1:-1]
        for at, char in enumerate(text)
    )


def one_line(text: str) -> str:
    """Return a pasted text as one line: lines and tabs are joined by spaces, empty lines dropped,
    control characters removed."""
    if text.isprintable():
        return text
    lines = text.replace("\t", "\n").splitlines()
    if len(lines) > 1:
        lines = [line.strip() for line in lines if line.strip()]
    return without_controls(" ".join(lines))


def is_joiner(char: str) -> bool:
    """Return whether a character joins or separates its neighbors without being visible."""
    return char in (_NON_JOINER, _JOINER)


def _is_kept(text: str, at: int, char: str) -> bool:
    if char.isprintable() or char == _SOFT_HYPHEN:
        return True
    if is_joiner(char):
        return _is_needed(text, at, char)
    if char in _TAGS:
        return _char_before(text, at, _TAGS) == _BLACK_FLAG
    return category(char) not in _REMOVED


def _is_needed(text: str, at: int, joiner: str) -> bool:
    before = _char_before(text, at, _EMOJI_EXTENDERS)
    if _joins_letters(before):
        return True
    return joiner == _JOINER and _is_emoji(before) and _is_emoji(text[at + 1 : at + 2])


def _char_before(text: str, at: int, skipped: str) -> str:
    """The character before index ``at``, without those of ``skipped``; empty if there is none."""
    return text[max(0, at - _WINDOW) : at].rstrip(skipped)[-1:]


def _joins_letters(char: str) -> bool:
    """Whether a character is of a script with joined letters: Arabic to Mongolian."""
    return "\u0600" <= char <= "\u18af" or "\ufb50" <= char <= "\ufefc"


def _is_emoji(char: str) -> bool:
    """Whether a character is a symbol or a skin tone; also one that this Python does not know."""
    return bool(char) and char > "\u2000" and category(char) in ("So", "Sk", "Sm", "Cn")
