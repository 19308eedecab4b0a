"""The years up to now that a question asks for: the last three years, three years of, 近五年."""

from __future__ import annotations

import re

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
YEARS_IN_WORDS = frozenset((*_NUMBERS, *map(str, range(2, 11)), "past", "previous", "few"))
"""Words of such times that are no topic."""
_COUNTS = {
    word: count for words in (_NUMBERS, "两三四五六七八九十") for count, word in enumerate(words, 2)
}
_NUMBER = f"(?:{'|'.join(_NUMBERS)}|[2-9]|10)"
_SOME = "(?:few|several|couple of|recent)"
_BEFORE = r"(?:in|over|for|during|within|across|of|from)"
_LAST = r"(?:last|past|previous|recent|latest|preceding)"
_OTHER = r"(?! (?:plan|to|from|before|after|ago)\b)"
_LAST_YEARS = re.compile(
    rf"\b(?:{_BEFORE} )?(?:the |these )?{_LAST} (?P<a>{_NUMBER}|{_SOME}) years?'?(?: of\b)?"
    rf"|\b{_BEFORE} (?:the )?(?P<b>{_NUMBER}|{_SOME}) years?\b{_OTHER}"
    rf"|(?<!first )(?<!next )\b(?P<c>{_NUMBER}) years'?(?: of\b| worth of\b|(?<='))"
    r"|(?:最近|近|过去|这)(?P<d>[两三四五六七八九十几些2-9]|10)年(?:以来|之内|来|间|内|里)?"
    r"|^(?P<e>[两三四五六七八九2-9])年(?:以来|之内|来|间|内|里)?(?![前后级期])"
    r"|(?<![第\d一二三四五六七八九十百后未前])(?P<f>[两三四五六七八九2-9])年(?:以来|之内|来|间|内|里)"
)


def last_years(text: str) -> tuple[int, str] | None:
    """Return how many years up to now a question asks for, 0 for some, and its text without them;
    None where it asks for no such years."""
    found = _LAST_YEARS.search(text)
    if found is None:
        return None
    count = next(filter(None, found.groups()))
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return _COUNTS.get(count) or (int(count) if count.isdigit() else 0), rest
