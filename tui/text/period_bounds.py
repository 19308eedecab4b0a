"""The first and the last day of a period, as dates of the calendar."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from tui.text.periods import day_range


def period_bounds(text: str) -> tuple[str, str]:
    """Return first and last day of a date or period (ISO 8601): 2024-02-01 and 2024-02-29 for
    ``2024-02``.

    Raises:
        ValueError: not a date or period.
    """
    (year, month, day), last = map(_divide, day_range(text))
    end = min(last[2], monthrange(*last[:2])[1])
    return date(year, month, day).isoformat(), date(*last[:2], end).isoformat()


def _divide(number: int) -> tuple[int, int, int]:
    return number // 10000, number // 100 % 100, number % 100
