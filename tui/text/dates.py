"""Dates of reduced precision (ISO 8601): read, ordered, and put in words."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.text.language import Language

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class PartialDate(NamedTuple):
    """A year, a month or a day; ``None`` where it is not known."""

    year: int
    month: int | None = None
    day: int | None = None


def parse_date(text: str) -> PartialDate:
    """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Raises:
        ValueError: another form, or a day that no calendar has.
    """
    match = _FORM.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not 1900 <= year <= 2100:
        raise ValueError(f"{text!r} is no date: the year lies outside 1900 to 2100")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"{text!r} is no date: there is no month {month}")
    if month is not None and day is not None:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        longest = 28 if month == 2 and not leap else _DAYS[month - 1]
        if not 1 <= day <= longest:
            raise ValueError(f"{text!r} is no date: that month has no day {day}")
    return PartialDate(year, month, day)


def format_date(text: str, language: Language) -> str:
    """``2023-12-18`` as ``2023年12月18日`` or ``18 Dec 2023``."""
    year, month, day = parse_date(text)
    if language == "zh":
        return (
            f"{year}年"
            + (f"{month}月" if month is not None else "")
            + (f"{day}日" if day is not None else "")
        )
    parts = [str(day)] if day is not None else []
    if month is not None:
        parts.append(MONTHS[month - 1])
    return " ".join([*parts, str(year)])
