"""Dates of reduced precision (ISO 8601): parsed and formatted."""

from __future__ import annotations

from tui.fast_namedtuple import NamedTuple
from tui.text.language import Language, date_in_words

_LENGTHS = ((4,), (4, 2), (4, 2, 2))
"""Digits of the parts of a date."""
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class PartialDate(NamedTuple):
    """A year, a month or a day. ``month`` and ``day`` are None where they are unknown."""

    year: int
    month: int | None = None
    day: int | None = None


def parse_date(text: str) -> PartialDate:
    """Parse ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Raises:
        ValueError: another form, a date that does not exist, or a year outside 1900 to 2100.
    """
    # Without an expression: importing re makes a lookup 10 % slower.
    parts = text.split("-")
    digits = all(part.isascii() and part.isdecimal() for part in parts)
    if not digits or tuple(map(len, parts)) not in _LENGTHS:
        raise ValueError(f"invalid date {text!r}: expected YYYY, YYYY-MM or YYYY-MM-DD")
    numbers: list[int | None] = [*map(int, parts), None, None]
    year, month, day = numbers[:3]
    if year is None or not 1900 <= year <= 2100:
        raise ValueError(f"invalid date {text!r}: expected a year from 1900 to 2100")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"invalid date {text!r}: month {month} does not exist")
    if month is not None and day is not None:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        last = 28 if month == 2 and not leap else _DAYS[month - 1]
        if not 1 <= day <= last:
            raise ValueError(f"invalid date {text!r}: day {day} of that month does not exist")
    return PartialDate(year, month, day)


def format_date(text: str, language: Language) -> str:
    """Return a date in words: ``2023-12-18`` as ``2023年12月18日`` or ``Dec 18, 2023``."""
    year, month, day = parse_date(text)
    return date_in_words(language, year, month or 0, day or 0)
