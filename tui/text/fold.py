"""Text as it is compared: one form for every way of writing the same thing.

Used alike when the index is compiled and when a query is read; the two must agree.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby


class _Separators(dict[int, str]):
    """What each character is compared as: letters, digits, points and percent signs as they are,
    every other one as a space. For ``str.translate``; no regular expression, whose module costs a
    look-up a fifth of what it may take."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = kept = char if char.isalnum() or char in ".%" else " "
        return kept


_SEPARATORS = _Separators()

FULL_NAME_MARK = "^"
"""Before a name that is sounded out from its first syllable on."""


def full_name_lines(sounds: str) -> list[str]:
    """Of the lines of names sounded out, those of whole names, without their mark."""
    parts = f"\n{sounds}".split(f"\n{FULL_NAME_MARK}")[1:]
    return [part.partition("\n")[0] for part in parts]


def fold(text: str) -> str:
    """Compatibility forms unified (NFKC), case folded, thousands separators dropped, every other
    punctuation turned into one space."""
    text = unicodedata.normalize("NFKC", text).casefold()
    if "," in text:
        text = _without_thousands(text)
    text = text.translate(_SEPARATORS)
    return " ".join((_decimal_points(text) if "." in text else text).split())


def _without_thousands(text: str) -> str:
    """The text without the commas that part groups of three digits."""
    first, *groups = text.split(",")
    parts, before = [first], first
    for group in groups:
        three = group[:3].isdecimal() and len(group) > 2 and not group[3:4].isdecimal()
        parts.append(group if three and before[-1:].isdecimal() else f",{group}")
        before = group
    return "".join(parts)


def _decimal_points(text: str) -> str:
    """The text with a space for each point that does not stand between digits."""
    first, *rest = text.split(".")
    parts, before = [first], first
    for part in rest:
        between = before[-1:].isdecimal() and part[:1].isdecimal()
        parts.append(f".{part}" if between else f" {part}")
        before = part
    return "".join(parts)


def is_chinese(char: str) -> bool:
    """Whether a character is a Chinese one (CJK unified ideographs and compatibility forms)."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"


def split_by_script(folded: str) -> list[str]:
    """The words of a folded text, parted also where Chinese meets other script."""
    # Not a regular expression: one with the range of Chinese costs 2 ms to compile.
    parts: list[str] = []
    for word in folded.split():
        chinese = sum(map(is_chinese, word)) if not word.isascii() else 0
        if chinese in (0, len(word)):
            parts.append(word)
        else:
            parts += ["".join(run) for _, run in groupby(word, is_chinese)]
    return parts


def index_tokens(folded: str) -> list[str]:
    """What the search index keeps of a folded text: Chinese as overlapping pairs of characters
    (with the last one alone, so that each character begins a token), the rest as words."""
    tokens: list[str] = []
    for run in split_by_script(folded):
        tokens += [run[at : at + 2] for at in range(len(run))] if is_chinese(run[0]) else [run]
    return tokens


def query_tokens(folded: str) -> list[str]:
    """What of a folded query must be found: pairs of Chinese characters, and words.

    A token that ends in ``*`` stands for all that begin so.
    """
    tokens: list[str] = []
    for run in split_by_script(folded):
        if not is_chinese(run[0]) or len(run) == 1:
            tokens.append(run + "*")
        else:
            tokens += [run[at : at + 2] for at in range(len(run) - 1)]
    return tokens
