"""Reading a query: which words must be found, which period is asked for."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.text.fold import fold, query_tokens

LONGEST_QUERY = 400
"""Characters; what comes after them is not read."""

_YEAR = r"(?:19|20)\d{2}"
_PERIOD = re.compile(
    rf"(?P<year>{_YEAR})(?:年)?\s*-?\s*"
    r"(?:(?P<half>上半年|下半年|h[12])|(?P<quarter>q[1-4]|第?[一二三四]季度)"
    r"|(?P<month>0?[1-9]|1[0-2])月|-(?P<dash>0[1-9]|1[0-2]))?(?![\d.%])(?:年)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"\b(?P<part>[hq][1-4])\s+(?P<year>{_YEAR})\b", re.IGNORECASE)
_HALVES = {"上半年": 1, "下半年": 2, "h1": 1, "h2": 2}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}


class Months(NamedTuple):
    """A span of months as yyyymm, both ends included."""

    first: int
    last: int


class Query(NamedTuple):
    """``words``: folded, all must be found; ``months``: the period that is asked for, if any.
    ``whole``: the folded query as it was typed, for names that contain a year."""

    words: tuple[str, ...]
    months: Months | None
    whole: str

    def tokens(self) -> list[str]:
        """What the index must hold for the words."""
        return [token for word in self.words for token in query_tokens(word)]


def parse_query(text: str) -> Query:
    """Read what a person typed. Control characters and surrogates count as spaces."""
    text = "".join(_harmless(char) for char in text[:LONGEST_QUERY])
    months, rest = _period(text)
    return Query(tuple(fold(rest).split()), months, fold(text))


def _harmless(char: str) -> str:
    return char if char.isprintable() else " "


def _period(text: str) -> tuple[Months | None, str]:
    match = _BEFORE.search(text)
    if match:
        part = match["part"].lower()
        months = _part(int(match["year"]), part[0], int(part[1]))
        return months, text[: match.start()] + " " + text[match.end() :]
    match = next((found for found in _PERIOD.finditer(text) if _stands_alone(text, found)), None)
    if not match:
        return None, text
    year = int(match["year"])
    if match["half"]:
        months = _part(year, "h", _HALVES[match["half"].lower()])
    elif match["quarter"]:
        word = match["quarter"].lower()
        number = int(word[1]) if word[0] == "q" else _QUARTERS[word.strip("第季度")]
        months = _part(year, "q", number)
    elif month := match["month"] or match["dash"]:
        months = Months(year * 100 + int(month), year * 100 + int(month))
    else:
        months = Months(year * 100 + 1, year * 100 + 12)
    return months, text[: match.start()] + " " + text[match.end() :]


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    # 〔2019〕47号 is a document number and 12022 a number: neither asks for a period.
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    return not (before.isdigit() or before in "〔[【(（" or after.isdigit() or after in "〕]】)）")


def _part(year: int, letter: str, number: int) -> Months:
    length = 6 if letter == "h" else 3
    number = min(number, 12 // length)
    return Months(year * 100 + (number - 1) * length + 1, year * 100 + number * length)
