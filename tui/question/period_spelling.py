"""Periods in a query that are spelled in another order or shorter, in the form that is parsed:
1H21, 2022 December, Jan to Mar 2024."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_JOINING = frozenset("-–—~～到至")
_CHINESE_MONTHS = r"((?:19|20)\d{2})年(1[0-2]|0?[1-9])月?\s*[-–—~～到至]\s*(1[0-2]|0?[1-9])月"
_ANY_MONTH = r"((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
_ENGLISH_RANGE = rf"\b{_ANY_MONTH}\s*(?:-|–|—|to|and|until|till|through)\s*{_ANY_MONTH}"
_ENGLISH_MONTHS = rf"{_ENGLISH_RANGE},?\s+((?:19|20)\d{{2}})\b"
"""Months of which only the second, or the first, has the year."""
_YEAR_BEFORE_MONTHS = rf"\b((?:19|20)\d{{2}})\s+{_ENGLISH_RANGE}\b(?!\.?,?\s+(?:19|20)\d{{2}})"
_PARTS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|may(?=\s*[?.]?\s*$|\s+\d)|"
    r"(?:first|second)\s+half|(?:first|second|third|fourth)\s+quarter"
)
_YEAR_BEFORE = (
    rf"(?<![\w.,])((?:19|20)\d{{2}})\s+((?:{_PARTS})\b(?:\s+\d{{1,2}}\b)?)"
    r"(?!\.?,?\s+(?:of\s+)?(?:19|20)\d{2})"
)
"""A month or part of a year after its year, unless it has another. May is a verb as well."""
_AFTER_YEAR = (*MONTHS, "first", "second", "third", "fourth")
_SHORT_PARTS = ("h1", "h2", "1h", "2h", "q1", "q2", "q3", "q4", "1q", "2q", "3q", "4q", "fy")
_SHORT_PERIOD = r"\b(?:([1-4])([hq])|([hq])([1-4])|fy)[ '’]?(?:20)?([0-3]\d)\b"

_WHOLE_YEAR = (
    r"((?:19|20)\d{2})(?:年的?|年度)?(?:全年|一?整年)"
    r"|\b(?:(?:all|the whole|the entirety) of|all year"
    r"|(?:the )?(?:full|whole|entire)[- ]year(?: of)?)"
    r" ((?:19|20)\d{2})\b(?! (?:to|and|or|[-–—]) ?(?:19|20)\d{2})"
    r"|\b((?:19|20)\d{2}) (?:as a whole|(?:full|whole|entire)[- ]year)\b"
)
"""A year with words for all of it: 2023年全年, all of 2023."""


def without_whole_year(text: str) -> str:
    """Return a text with its years without words for all of them, which a year means by itself."""
    import re

    def year(match: re.Match[str]) -> str:
        return f"{match[1]}年" if match[1] else str(match[2] or match[3])

    return re.sub(_WHOLE_YEAR, year, text, flags=re.IGNORECASE)


def in_usual_order(text: str) -> str:
    """Return a text with its periods as the parser expects them."""
    lower = text.lower()
    if any(map(lower.__contains__, _SHORT_PARTS)):
        text = _with_whole_year(text)
    chinese = lower.count("月") > 1 or ("月" in lower and not _JOINING.isdisjoint(lower))
    if chinese or sum(name in lower for name in MONTHS) > 1:
        text = _with_both_years(text)
    if any(part[2:].lstrip().startswith(_AFTER_YEAR) for part in lower.split("20")[1:]):
        text = _with_year_last(text)
    return text


def _with_whole_year(text: str) -> str:
    """Return a text with a period of two-digit year in its usual form: 1H21, Q1'24, FY22."""
    import re

    def whole(match: re.Match[str]) -> str:
        number, part, other_part, other_number, year = match.groups()
        part = f"{part or other_part}{number or other_number} " if part or other_part else ""
        return f"{part}20{year}"

    return re.sub(_SHORT_PERIOD, whole, text, flags=re.IGNORECASE)


def _with_both_years(text: str) -> str:
    """Return a text in which both months of a range within a year have the year."""
    import re

    text = re.sub(_CHINESE_MONTHS, r"\1年\2月到\1年\3月", text)
    text = re.sub(_YEAR_BEFORE_MONTHS, r"\2 \1 to \3 \1", text, flags=re.IGNORECASE)
    return re.sub(_ENGLISH_MONTHS, r"\1 \3 to \2 \3", text, flags=re.IGNORECASE)


def _with_year_last(text: str) -> str:
    """Return a text with the year after the month or part of it: June 2021 for 2021 June."""
    import re

    return re.sub(_YEAR_BEFORE, r"\2 \1", text, flags=re.IGNORECASE)
