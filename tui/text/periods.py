"""Periods of observation: parsed, ordered and formatted.

``2022`` a year, ``2023-06`` a month, ``2023-06-30`` a day, ``2021-H1`` a half-year, ``2024-Q1`` a
quarter; two of them joined by ``/`` an interval (ISO 8601): ``2016/2020``. ``FY2024``,
``FY2024H1`` and ``FY2024Q3`` are a fiscal year and parts of it: the months are known once it is
known with which month the fiscal year ends. Without that a fiscal period is comparable with fiscal
ones only.
"""

from __future__ import annotations

from tui.fast_namedtuple import NamedTuple
from tui.text.dates import format_date, parse_date
from tui.text.language import Language

CALENDAR_YEAR_END = 12
_HALVES = {1: ("上半年", "H1"), 2: ("下半年", "H2")}
_QUARTERS = {1: "第一季度", 2: "第二季度", 3: "第三季度", 4: "第四季度"}


class Period(NamedTuple):
    """The first and the last month of a period, as (year, month)."""

    first: tuple[int, int]
    last: tuple[int, int]


def is_fiscal(text: str) -> bool:
    """Return whether a period is a fiscal year, part of one, or an interval of them."""
    return text.startswith("FY")


def _part_of_year(text: str) -> tuple[int, str, int] | None:
    """Return year, letter and number of ``2021-H1``, ``2024-Q1`` or ``FY2024Q1``; for ``FY2024`` no
    letter; None for another form."""
    fiscal = text.startswith("FY")
    hyphen, rest = ("", text[2:]) if fiscal else ("-", text)
    year, letter, number = rest[:4], rest[4 + len(hyphen) :][:1], rest[5 + len(hyphen) :]
    if len(year) != 4 or not (year.isascii() and year.isdecimal()):
        return None
    if fiscal and len(rest) == 4:
        return int(year), "", 1
    if rest[4 : 4 + len(hyphen)] != hyphen or letter not in ("H", "Q") or len(number) != 1:
        return None
    return (int(year), letter, int(number)) if number in "1234" else None


def _fiscal_months(part: tuple[int, str, int], year_ends: int) -> Period:
    year, letter, number = part
    parse_date(str(year))
    months = {"H": 6, "Q": 3}.get(letter, 12)
    if number * months > 12:
        raise ValueError("a year has two halves, H1 and H2")
    before = year * 12 + year_ends - 12 + (number - 1) * months  # months before the period
    last = before + months - 1
    return Period((before // 12, before % 12 + 1), (last // 12, last % 12 + 1))


def _parse_single(text: str, fiscal_year_ends: int) -> Period:
    part = _part_of_year(text)
    if part and is_fiscal(text):
        return _fiscal_months(part, fiscal_year_ends)
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


def parse_period(text: str, fiscal_year_ends: int = CALENDAR_YEAR_END) -> Period:
    """Parse a period. ``fiscal_year_ends``: the month with which fiscal years end.

    Raises:
        ValueError: another form, or an interval that ends before it begins.
    """
    first, slash, last = text.partition("/")
    try:
        start = _parse_single(first, fiscal_year_ends)
        end = _parse_single(last, fiscal_year_ends) if slash else start
    except ValueError:
        forms = "2022, 2023-06, 2021-H1, 2024-Q1, FY2024, FY2024Q3 or 2016/2020"
        raise ValueError(f"invalid period {text!r}: {_suggestion(text)}expected {forms}") from None
    if slash and is_fiscal(first) != is_fiscal(last):
        raise ValueError(f"invalid period {text!r}: one end is fiscal, the other is not")
    if end.last < start.first:
        raise ValueError(f"invalid period {text!r}: it ends before it begins")
    return Period(start.first, end.last)


def _suggestion(text: str) -> str:
    """Return what a half-year or quarter in another notation should be (2024Q3, 2024-q3)."""
    upper = text.upper().replace("-", "")
    start = "FY" if upper.startswith("FY") else ""
    year, rest = upper[len(start) :][:4], upper[len(start) + 4 :]
    written = f"{start}{year}{'' if start else '-'}{rest}"
    part = _part_of_year(written)
    if not part or not part[1] or (part[1] == "H" and part[2] > 2) or written == text:
        return ""
    return f"write {written}; "


def same_time(one: str, other: str) -> bool:
    """Return whether two periods are the same months, however written. Two days never are."""
    if is_fiscal(one) != is_fiscal(other):
        return False
    days = len(one) == len(other) == len("2022-06-30")
    return one == other or (not days and parse_period(one) == parse_period(other))


def ends_within(part: str, whole: str) -> bool:
    """Return whether ``part`` is the last part of a longer period: December, H2 or Q4 of a year."""
    if is_fiscal(part) != is_fiscal(whole):
        return False
    inner, outer = parse_period(part), parse_period(whole)
    return inner.first > outer.first and inner.last == outer.last


def is_part(part: str, whole: str) -> bool:
    """Return whether ``part`` is any part of a longer period."""
    if is_fiscal(part) != is_fiscal(whole):
        return False
    inner, outer = parse_period(part), parse_period(whole)
    return inner != outer and outer.first <= inner.first and inner.last <= outer.last


def _format_single(text: str, language: Language) -> str:
    part = _part_of_year(text)
    if not part:
        return format_date(text, language)
    number, letter, part_number = part
    year = f"{number}财年" if is_fiscal(text) else f"{number}年"
    if language == "en":
        year = f"FY{number}" if is_fiscal(text) else str(number)
    if not letter:
        return year
    if letter == "H":
        zh, en = _HALVES[part_number]
        return f"{year}{zh}" if language == "zh" else f"{en} {year}"
    return f"{year}{_QUARTERS[part_number]}" if language == "zh" else f"Q{part_number} {year}"


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


def list_period(text: str, language: Language) -> str:
    """Return a period for a narrow column: an interval of months as ``Oct 2020–Oct 2021``,
    ``Jan–May 2025`` or ``2020.10—2021.10``, others as ``format_period``."""
    first, slash, last = text.partition("/")
    if not slash or not len(first) == len(last) == len("2020-10") or not text[5:7].isdigit():
        return format_period(text, language)
    if language == "zh":
        return f"{first.replace('-', '.')}—{last.replace('-', '.')}"
    start = format_period(first, language)
    if first[:4] == last[:4]:
        start = start.partition(" ")[0]
    return f"{start}–{format_period(last, language)}"


def sort_key(text: str | None) -> tuple[int, int, int, int]:
    """Return a key that orders periods by their end, then by their beginning, after None."""
    if text is None:
        return (0, 0, 0, 0)
    period = parse_period(text)
    return (*period.last, *period.first)


def day_range(text: str, fiscal_year_ends: int = CALENDAR_YEAR_END) -> tuple[int, int]:
    """Return the first and the last day that a date or period may mean, as numbers yyyymmdd:
    20230601 and 20230631 for ``2023-06``. Every month ends with day 31: the numbers order days,
    they are not dates of a calendar.

    Raises:
        ValueError: not a date or period.
    """
    first, _, last = text.partition("/")
    period = parse_period(text, fiscal_year_ends)
    return (_day_number(first, period.first, 1), _day_number(last or first, period.last, 31))


def iso_days(text: str, fiscal_year_ends: int = CALENDAR_YEAR_END) -> tuple[str, str]:
    """Return the first and the last calendar day of a date or period in ISO 8601:
    ``2023-02-01`` and ``2023-02-28`` for ``2023-02``.

    Raises:
        ValueError: not a date or period.
    """
    from calendar import monthrange  # only compiling needs it: lookups read the compiled days

    first, last = day_range(text, fiscal_year_ends)
    year, month, day = last // 10000, last // 100 % 100, last % 100
    return (_iso(first), _iso(last - day + min(day, monthrange(year, month)[1])))


def _iso(day: int) -> str:
    return f"{day // 10000:04}-{day // 100 % 100:02}-{day % 100:02}"


def _day_number(text: str, month: tuple[int, int], default_day: int) -> int:
    day = int(text[8:]) if len(text) == 10 else default_day
    return (month[0] * 100 + month[1]) * 100 + day
