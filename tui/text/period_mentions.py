"""Periods that a text names with their year: 2021年上半年, 2024年1-3月, "June 2023", "H1 2021"."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from tui.text.periods import Period, parse_period

_YEAR = r"(?<!\d)((?:19|20)\d\d)(?!\d)"
_CHINESE = re.compile(
    rf"{_YEAR}\s*(?:(?:[-—–~～至到]|财?年\s*[-—–~～至到])\s*{_YEAR}\s*财?年|财年"
    r"|全?年\s*(?:(?P<half>[上下])半年|前(?P<quarters>[二两三23])个?季度"
    r"|第?(?P<quarter>[一二三四1-4])季度|前(?P<months>1[01]|[2-9])个?月"
    r"|(?P<month>1[0-2]|0?[1-9])\s*(?:[-—–~～至到]\s*(?P<until>1[0-2]|0?[1-9])\s*)?月)?)"
)
_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_ENGLISH = re.compile(
    rf"\b(?:(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?\s+(?:\d{{1,2}},?\s+)?|(?P<part>[HQ][1-4])\s+"
    rf"|(?:in|of|by|since|during|for|year|to|from|and|than|fy)\s+){_YEAR}(?:\s*[-–]\s*{_YEAR})?"
    r"(?!\s*(?:yuan|people|users|hospitals))",
    re.IGNORECASE,
)
_BASE = re.compile(r"(?:[比较与自从]|相比|than|from|since|with|versus|vs\.?)\s*$", re.IGNORECASE)
"""Before a period that only is compared with: 比2020年."""


class PeriodMention(NamedTuple):
    """A period named in ``text[start:end]``. ``is_base``: the text only compares with it."""

    start: int
    end: int
    period: Period
    is_base: bool


def find_periods(text: str) -> list[PeriodMention]:
    """Return the periods that a text names with their year, in order."""
    plain = "".join(_digit(char) for char in text)
    found = []
    for match in (*_CHINESE.finditer(plain), *_ENGLISH.finditer(plain)):
        period = _chinese(match) if match.re is _CHINESE else _english(match)
        if period:
            # "than June 2023" or "than 2023": the pattern of English includes the preposition.
            year = match.start(1 if match.re is _CHINESE else 3)
            is_base = any(_BASE.search(plain, 0, at) for at in (match.start(), year))
            found.append(PeriodMention(match.start(), match.end(), period, is_base))
    return sorted(found)


def overlap(first: Period, second: Period) -> bool:
    """Return whether two periods have a month in common."""
    return first.first <= second.last and second.first <= first.last


def _digit(char: str) -> str:
    return unicodedata.normalize("NFKC", char) if "０" <= char <= "９" else char


def _chinese(match: re.Match[str]) -> Period | None:
    year = int(match[1])
    if match[2]:
        return Period((year, 1), (int(match[2]), 12)) if int(match[2]) >= year else None
    if match["half"]:
        return parse_period(f"{year}-H{1 if match['half'] == '上' else 2}")
    if match["quarters"]:
        return Period((year, 1), (year, 9 if match["quarters"] in "三3" else 6))
    if match["months"]:
        return Period((year, 1), (year, int(match["months"])))
    if match["quarter"]:
        return parse_period(f"{year}-Q{'一二三四1234'.index(match['quarter']) % 4 + 1}")
    if match["month"]:
        first, last = int(match["month"]), int(match["until"] or match["month"])
        return Period((year, first), (year, last)) if first <= last else None
    return Period((year, 1), (year, 12))


def _english(match: re.Match[str]) -> Period | None:
    first, last = match[3], match[4]
    if last:
        return Period((int(first), 1), (int(last), 12)) if last >= first else None
    if match["month"]:
        month = _MONTHS.index(match["month"].lower()) + 1
        return Period((int(first), month), (int(first), month))
    part = (match["part"] or "").upper()
    if part in ("H3", "H4"):
        return None
    year = int(first)  # digits of any script
    return parse_period(f"{year}-{part}" if part else str(year))
