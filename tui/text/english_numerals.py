"""Numbers in English words: ``two``, ``twenty-six``, ``three hundred and ninety thousand``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_POWERS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORD = "|".join((*_ONES, *_TENS, "hundred", *_POWERS))
_NUMERAL = re.compile(rf"\b(?:{_WORD})(?:(?: and |[ -])(?:{_WORD}))*\b")


class EnglishNumeral(NamedTuple):
    """A number in ``text[start:end]``."""

    start: int
    end: int
    value: int


def find_english_numerals(text: str) -> Iterator[EnglishNumeral]:
    """Yield every number that a text writes in English words, in order."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters of other scripts get longer
        lower = text
    for match in _NUMERAL.finditer(lower):
        yield EnglishNumeral(*match.span(), _value(re.findall(r"[a-z]+", match[0])))


def _value(words: list[str]) -> int:
    total = section = 0
    for word in words:
        if word == "hundred":
            section = (section or 1) * 100
        elif word in _POWERS:
            total += (section or 1) * _POWERS[word]
            section = 0
        else:
            section += _ONES.get(word, 0) + _TENS.get(word, 0)
    return total + section
