"""Periods of observation: read, ordered, and put in words.

``2022`` a year, ``2023-06`` a month, ``2023-06-30`` a day, ``2021-H1`` a half-year,
``2024-Q1`` a quarter; two of them joined by ``/`` an interval (ISO 8601): ``2016/2020``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.text.dates import format_date, parse_date
from tui.text.language import Language

_PART = re.compile(r"(\d{4})-([HQ])([1-4])", re.ASCII)
_HALVES = {1: ("上半年", "H1"), 2: ("下半年", "H2")}
_QUARTERS = {1: "第一季度", 2: "第二季度", 3: "第三季度", 4: "第四季度"}


class Period(NamedTuple):
    """First and last month that a period covers: (year, month) each."""

    first: tuple[int, int]
    last: tuple[int, int]


def _parse_single(text: str) -> Period:
    match = _PART.fullmatch(text)
    if match:
        year, letter, number = int(match[1]), match[2], int(match[3])
        months = 6 if letter == "H" else 3
        if number * months > 12:
            raise ValueError(f"{text!r} is no period: a year has two halves, H1 and H2")
        parse_date(match[1])
        return Period((year, (number - 1) * months + 1), (year, number * months))
    date = parse_date(text)
    if date.month is None:
        return Period((date.year, 1), (date.year, 12))
    return Period((date.year, date.month), (date.year, date.month))


def parse_period(text: str) -> Period:
    """Read a period.

    Raises:
        ValueError: another form, or an interval that ends before it begins.
    """
    first, slash, last = text.partition("/")
    try:
        start = _parse_single(first)
        end = _parse_single(last) if slash else start
    except ValueError:
        raise ValueError(
            f"{text!r} is no period: write 2022, 2023-06, 2021-H1, 2024-Q1 or 2016/2020"
        ) from None
    if end.last < start.first:
        raise ValueError(f"{text!r} is no period: it ends before it begins")
    return Period(start.first, end.last)


def _single_in_words(text: str, language: Language) -> str:
    match = _PART.fullmatch(text)
    if not match:
        return format_date(text, language)
    year, number = match[1], int(match[3])
    if match[2] == "H":
        return (
            f"{year}年{_HALVES[number][0]}" if language == "zh" else f"{_HALVES[number][1]} {year}"
        )
    return f"{year}年{_QUARTERS[number]}" if language == "zh" else f"Q{number} {year}"


def format_period(text: str, language: Language) -> str:
    """``2021-H1`` as ``2021年上半年`` or ``H1 2021``; ``2016/2020`` as ``2016—2020年``."""
    first, slash, last = text.partition("/")
    if not slash:
        return _single_in_words(first, language)
    if language == "zh":
        if len(first) == len(last) == 4:
            return f"{first}—{last}年"
        return f"{_single_in_words(first, language)}—{_single_in_words(last, language)}"
    if len(first) == len(last) == 4:
        return f"{first}–{last}"
    return f"{_single_in_words(first, language)} – {_single_in_words(last, language)}"


def sort_key(text: str | None) -> tuple[int, int, int, int]:
    """Orders periods by their end, then by their beginning; no period comes first."""
    if text is None:
        return (0, 0, 0, 0)
    period = parse_period(text)
    return (*period.last, *period.first)


def day_range(text: str) -> tuple[int, int]:
    """First and last day that a date or period may mean, as yyyymmdd: 2023-06 is 20230601 to
    20230631. No calendar is asked: such days order dates, they do not name them.

    Raises:
        ValueError: no date and no period.
    """
    first, _, last = text.partition("/")
    period = parse_period(text)
    return (_day(first, period.first, 1), _day(last or first, period.last, 31))


def _day(text: str, month: tuple[int, int], otherwise: int) -> int:
    exact = int(text[8:]) if len(text) == 10 else otherwise
    return (month[0] * 100 + month[1]) * 100 + exact
