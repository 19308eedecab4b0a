"""Text as it is compared: one form for every way of writing the same thing.

Used alike when the index is compiled and when a query is read; the two must agree.
"""

from __future__ import annotations

import re
import unicodedata

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_SEPARATOR = re.compile(r"(?<!\d)\.|\.(?!\d)|[^\w.%]|_")
_RUN = re.compile(r"([㐀-䶿一-鿿豈-﫿]+)|([^\s㐀-䶿一-鿿豈-﫿]+)")


WHOLE_NAME = "^"
"""Before a name that is sounded out from its first syllable on."""


def fold(text: str) -> str:
    """Compatibility forms unified (NFKC), case folded, thousands separators dropped, every other
    punctuation turned into one space."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_SEPARATOR.sub(" ", _THOUSANDS.sub("", text)).split())


def index_tokens(folded: str) -> list[str]:
    """What the search index keeps of a folded text: Chinese as overlapping pairs of characters
    (with the last one alone, so that each character begins a token), the rest as words."""
    tokens: list[str] = []
    for chinese, word in _RUN.findall(folded):
        if word:
            tokens.append(word)
        else:
            tokens += [chinese[at : at + 2] for at in range(len(chinese))]
    return tokens


def query_tokens(folded: str) -> list[str]:
    """What of a folded query must be found: pairs of Chinese characters, and words.

    A last element that ends in ``*`` stands for all tokens that begin so.
    """
    tokens: list[str] = []
    for chinese, word in _RUN.findall(folded):
        if word:
            tokens.append(word + "*")
        elif len(chinese) == 1:
            tokens.append(chinese + "*")
        else:
            tokens += [chinese[at : at + 2] for at in range(len(chinese) - 1)]
    return tokens
