"""Periods of observation: parsed, ordered and formatted.

``2022`` a year, ``2023-06`` a month, ``2023-06-30`` a day, ``2021-H1`` a half-year, ``2024-Q1`` a
quarter; two of them joined by ``/`` an interval (ISO 8601): ``2016/2020``.
"""

from __future__ import annotations

from tui.fast_namedtuple import NamedTuple
from tui.text.dates import format_date, parse_date
from tui.text.language import Language

_HALVES = {1: ("上半年", "H1"), 2: ("下半年", "H2")}
_QUARTERS = {1: "第一季度", 2: "第二季度", 3: "第三季度", 4: "第四季度"}


class Period(NamedTuple):
    """The first and the last month of a period, as (year, month)."""

    first: tuple[int, int]
    last: tuple[int, int]


def _part_of_year(text: str) -> tuple[int, str, int] | None:
    """Return year, letter and number of ``2021-H1`` or ``2024-Q1``; None for another form."""
    year, letter, number = text[:4], text[5:6], text[6:]
    if text[4:5] != "-" or letter not in ("H", "Q") or number not in ("1", "2", "3", "4"):
        return None
    return (int(year), letter, int(number)) if year.isascii() and year.isdecimal() else None


def _parse_single(text: str) -> Period:
    part = _part_of_year(text)
    if part:
        year, letter, number = part
        months = 6 if letter == "H" else 3
        if number * months > 12:
            raise ValueError(f"invalid period {text!r}: a year has two halves, H1 and H2")
        parse_date(text[:4])
        return Period((year, (number - 1) * months + 1), (year, number * months))
    date = parse_date(text)
    if date.month is None:
        return Period((date.year, 1), (date.year, 12))
    return Period((date.year, date.month), (date.year, date.month))


def parse_period(text: str) -> Period:
    """Parse a period.

    Raises:
        ValueError: another form, or an interval that ends before it begins.
    """
    first, slash, last = text.partition("/")
    try:
        start = _parse_single(first)
        end = _parse_single(last) if slash else start
    except ValueError:
        raise ValueError(
            f"invalid period {text!r}: expected 2022, 2023-06, 2021-H1, 2024-Q1 or 2016/2020"
        ) from None
    if end.last < start.first:
        raise ValueError(f"invalid period {text!r}: it ends before it begins")
    return Period(start.first, end.last)


def same_time(one: str, other: str) -> bool:
    """Return whether two periods are the same months, however written. Two days never are."""
    days = len(one) == len(other) == len("2022-06-30")
    return one == other or (not days and parse_period(one) == parse_period(other))


def ends_within(part: str, whole: str) -> bool:
    """Return whether ``part`` is the last part of a longer period: December, H2 or Q4 of a year."""
    inner, outer = parse_period(part), parse_period(whole)
    return inner.first > outer.first and inner.last == outer.last


def is_part(part: str, whole: str) -> bool:
    """Return whether ``part`` is any part of a longer period."""
    inner, outer = parse_period(part), parse_period(whole)
    return inner != outer and outer.first <= inner.first and inner.last <= outer.last


def _format_single(text: str, language: Language) -> str:
    part = _part_of_year(text)
    if not part:
        return format_date(text, language)
    year, letter, number = part
    if letter == "H":
        zh, en = _HALVES[number]
        return f"{year}年{zh}" if language == "zh" else f"{en} {year}"
    return f"{year}年{_QUARTERS[number]}" if language == "zh" else f"Q{number} {year}"


def format_period(text: str, language: Language) -> str:
    """Return a period in words: ``2021-H1`` as ``2021年上半年`` or ``H1 2021``, ``2016/2020`` as
    ``2016—2020年`` or ``2016–2020``."""
    first, slash, last = text.partition("/")
    if not slash:
        return _format_single(first, language)
    years_only = len(first) == len(last) == 4
    if language == "zh":
        if years_only:
            return f"{first}—{last}年"
        return f"{_format_single(first, language)}—{_format_single(last, language)}"
    if years_only:
        return f"{first}–{last}"
    return f"{_format_single(first, language)} – {_format_single(last, language)}"


def sort_key(text: str | None) -> tuple[int, int, int, int]:
    """Return a key that orders periods by their end, then by their beginning, after None."""
    if text is None:
        return (0, 0, 0, 0)
    period = parse_period(text)
    return (*period.last, *period.first)


def day_range(text: str) -> tuple[int, int]:
    """Return the first and the last day that a date or period may mean, as numbers yyyymmdd:
    20230601 and 20230631 for ``2023-06``. Every month ends with day 31: the numbers order days,
    they are not dates of a calendar.

    Raises:
        ValueError: not a date or period.
    """
    first, _, last = text.partition("/")
    period = parse_period(text)
    return (_day_number(first, period.first, 1), _day_number(last or first, period.last, 31))


def iso_days(text: str) -> tuple[str, str]:
    """Return the first and the last calendar day of a date or period in ISO 8601:
    ``2023-02-01`` and ``2023-02-28`` for ``2023-02``.

    Raises:
        ValueError: not a date or period.
    """
    from calendar import monthrange  # only compiling needs it: lookups read the compiled days

    first, last = day_range(text)
    year, month, day = last // 10000, last // 100 % 100, last % 100
    return (_iso(first), _iso(last - day + min(day, monthrange(year, month)[1])))


def _iso(day: int) -> str:
    return f"{day // 10000:04}-{day // 100 % 100:02}-{day % 100:02}"


def _day_number(text: str, month: tuple[int, int], default_day: int) -> int:
    day = int(text[8:]) if len(text) == 10 else default_day
    return (month[0] * 100 + month[1]) * 100 + day
