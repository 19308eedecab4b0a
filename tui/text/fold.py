"""Text as it is compared: one form for every way of writing the same thing.

Used alike when the index is compiled and when a query is read; the two must agree.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_SEPARATOR = re.compile(r"(?<!\d)\.|\.(?!\d)|[^\w.%]|_")

WHOLE_NAME = "^"
"""Before a name that is sounded out from its first syllable on."""


def fold(text: str) -> str:
    """Compatibility forms unified (NFKC), case folded, thousands separators dropped, every other
    punctuation turned into one space."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_SEPARATOR.sub(" ", _THOUSANDS.sub("", text)).split())


def is_chinese(char: str) -> bool:
    """Whether a character is a Chinese one (CJK unified ideographs and compatibility forms)."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"


def runs(folded: str) -> list[str]:
    """The words of a folded text, parted also where Chinese meets other script."""
    # Not a regular expression: one with the range of Chinese costs 2 ms to compile.
    return ["".join(run) for word in folded.split() for _, run in groupby(word, is_chinese)]


def index_tokens(folded: str) -> list[str]:
    """What the search index keeps of a folded text: Chinese as overlapping pairs of characters
    (with the last one alone, so that each character begins a token), the rest as words."""
    tokens: list[str] = []
    for run in runs(folded):
        tokens += [run[at : at + 2] for at in range(len(run))] if is_chinese(run[0]) else [run]
    return tokens


def query_tokens(folded: str) -> list[str]:
    """What of a folded query must be found: pairs of Chinese characters, and words.

    A token that ends in ``*`` stands for all that begin so.
    """
    tokens: list[str] = []
    for run in runs(folded):
        if not is_chinese(run[0]) or len(run) == 1:
            tokens.append(run + "*")
        else:
            tokens += [run[at : at + 2] for at in range(len(run) - 1)]
    return tokens
