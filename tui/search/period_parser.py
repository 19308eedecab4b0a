"""Periods in a query: 2022, 2021H1, H1 2021, 2021年上半年, 2023-06, June 2023."""

from __future__ import annotations

import re

from tui.fast_namedtuple import NamedTuple

_YEAR = r"(?P<year>(?:19|20)\d{2})"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = rf"(?P<named>{'|'.join(_MONTHS)})[a-z]*"
_AFTER = re.compile(
    rf"{_YEAR}(?:年度?)?\s*-?\s*"
    r"(?:(?P<half>上半年|下半年|h[12])|(?P<quarter>q[1-4]|第?[一二三四]季度)"
    r"|(?P<month>0?[1-9]|1[0-2])月|(?<=-)(?P<dash>0[1-9]|1[0-2]))?(?:年)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"\b(?:(?P<part>[hq][1-4])|{_NAMED})\s*{_YEAR}\b", re.IGNORECASE)
_HALVES = {"上半年": 1, "下半年": 2, "h1": 1, "h2": 2}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}


class Months(NamedTuple):
    """A span of months as yyyymm, both ends included."""

    first: int
    last: int

    def period(self) -> str:
        """As ``tui.text.periods`` writes it."""
        (year, first), last = divmod(self.first, 100), self.last % 100
        if first == last:
            return f"{year}-{first:02}"
        length = last - first + 1
        letter = {6: "H", 3: "Q"}.get(length, "")
        return f"{year}-{letter}{last // length}" if letter else str(year)


def take_period(text: str) -> tuple[Months | None, str]:
    """The period that a query asks for, and the query without it."""
    match = _BEFORE.search(text)
    if match:
        return _before(match), f"{text[: match.start()]} {text[match.end() :]}"
    match = next((found for found in _AFTER.finditer(text) if _stands_alone(text, found)), None)
    if match:
        return _after(match), f"{text[: match.start()]} {text[match.end() :]}"
    return None, text


def _before(match: re.Match[str]) -> Months:
    year = int(match["year"])
    if match["named"]:
        return _month(year, _MONTHS.index(match["named"].lower()) + 1)
    part = match["part"].lower()
    return _part(year, part[0], int(part[1]))


def _after(match: re.Match[str]) -> Months:
    year = int(match["year"])
    if match["half"]:
        return _part(year, "h", _HALVES[match["half"].lower()])
    if match["quarter"]:
        word = match["quarter"].lower()
        return _part(year, "q", int(word[1]) if word[0] == "q" else _QUARTERS[word.strip("第季度")])
    if month := match["month"] or match["dash"]:
        return _month(year, int(month))
    return Months(year * 100 + 1, year * 100 + 12)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    # 〔2019〕47号 is a document number, 12022 and 2022.5 are numbers: none asks for a period.
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end() : match.end() + 2] + "  "
    number = after[0].isdigit() or after[0] in "%％" or (after[0] in ".．," and after[1].isdigit())
    return not (before.isdigit() or before in "〔[【(（.．," or number or after[0] in "〕]】)）")


def _month(year: int, month: int) -> Months:
    return Months(year * 100 + month, year * 100 + month)


def _part(year: int, letter: str, number: int) -> Months:
    length = 6 if letter == "h" else 3
    number = min(number, 12 // length)
    return Months(year * 100 + (number - 1) * length + 1, year * 100 + number * length)
