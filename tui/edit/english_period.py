"""The period of a figure in an English sentence, which often follows it: 20 ferries in 2015."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.edit.resolved_mention import ResolvedMention
from tui.edit.source_text import TextSpan

_NOW = re.compile(r"\b(?:now|today|currently|at present|so far|to date)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:](?!\d)|\b(?:and|but|while|whereas|although|though|which)\b")
_DAY = r"\d{1,2}(?:st|nd|rd|th)? (?:of )?"
_NEXT = re.compile(rf"[ %]*(?:[a-z-]+ ){{0,5}}(?:{_DAY})?")
"""Between a figure and the period that is its own: RMB 355 billion in 2023."""
_YEAR_EARLIER = re.compile(
    r"[^.,;()]{0,40}?\b(?:a year (?:earlier|ago|before)|the (?:prior|previous|preceding) year"
    r"|the (?:year[ -]earlier|year[ -]ago|prior[ -]year) (?:period|quarter|half)|the year before"
    r"|the (?:same|corresponding) (?:period|quarter|half)"
    r"(?: (?:of|in) (?:the )?(?:last|prior|previous) year)?"
    r"|last year)\b"
)
_COMPARED = re.compile(
    r"\b(?:on|from|over|than|against|versus|vs|compared|relative|higher|lower)\b"
)
"""Between a figure and “the year before”: the figure is not that of the year before."""
_BASE_BEFORE = re.compile(
    r"\b(?:(?:from|than|with|against|versus|vs\.?|compared to|relative to)(?: the)?"
    r"(?: (?:same|corresponding) (?:period|months?|quarter|half)"
    r"| (?:first|second) half| (?:first|second|third|fourth) quarter| end)"
    r"|(?:on|over|to)(?: the)? (?:same|corresponding) (?:period|months?|quarter|half))\s?$",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(
    r"\b(?P<rank>first|second|third|fourth)[ -](?:(?P<half>half)|quarter)\s$", re.IGNORECASE
)
_RANKS = ("first", "second", "third", "fourth")
_PRICES = re.compile(
    r" (?:constant |real )?(?:prices|dollars|euros|pounds|money|terms)(?=\s*(?:[.,;:)]|$))"
)
_REPORTING = re.compile(
    r"\b(?P<count>three|six|nine|twelve)?[ -]?"
    r"(?P<unit>fiscal year|financial year|year|months?|half[ -]year|half|quarter)"
    r" (?:ended|ending|to)(?: on)?(?: the)? ?(?:\d{1,2} )?$",
    re.IGNORECASE,
)
_COUNTS = {"three": 3, "six": 6, "nine": 9, "twelve": 12}
_NUMBER = re.compile(r"[\d.,]*")


def english_mentions(
    text: str, at: int, sentence: TextSpan, between: Callable[[int, int], list[ResolvedMention]]
) -> list[ResolvedMention] | None:
    """Return the mentions of periods that count for a figure at a position; None if the sentence
    speaks of today. A figure never has the period of the sentence before.

    ``between``: returns the mentions that begin between two positions.
    """
    own = _after(text, at, sentence.end, between)
    if own and _NEXT.fullmatch(text, _end_of_number(text, at), own[0].start):
        return own
    if own and not between(_clause_start(text, at, sentence.start), at):
        return own
    if before := between(sentence.start, at):
        return before
    return None if _NOW.search(text, sentence.start, sentence.end) else []


def _end_of_number(text: str, at: int) -> int:
    number = _NUMBER.match(text, at)
    return number.end() if number else at


def _after(
    text: str, at: int, end: int, between: Callable[[int, int], list[ResolvedMention]]
) -> list[ResolvedMention]:
    """Return the mention after a figure in its clause, unless another number stands between."""
    sign = _CLAUSE_END.search(text, at, end)
    first = _end_of_number(text, at)
    number = re.compile(r"\d").search(text, first, sign.start() if sign else end)
    found = between(at, sign.start() if sign else end)[:1]
    if not found or not number:
        return []
    if re.fullmatch(_DAY, text[number.start() : found[0].start]):  # 20 ferries on 30 June 2025
        return found
    return found if between(at, number.start() + 1) else []


def _clause_start(text: str, at: int, start: int) -> int:
    ends = [match.end() for match in _CLAUSE_END.finditer(text, start, at)]
    return max(ends, default=start)


def is_of_year_before(text: str, at: int) -> bool:
    """Return whether words after a figure give it to the year before: RMB 4 billion a year ago."""
    match = _YEAR_EARLIER.match(text, _end_of_number(text, at))
    return match is not None and not _COMPARED.search(match[0])


def is_compared_with(text: str, at: int) -> bool:
    """Return whether a figure is compared with the period at a position: up 4% from the same period
    of 2024."""
    return bool(_BASE_BEFORE.search(text[max(0, at - 60) : at]))


def is_of_prices(text: str, end: int) -> bool:
    """Return whether a year that ends at a position is that of prices: in 2012 prices."""
    return bool(_PRICES.match(text, end))


def months_of_part(text: str, at: int) -> tuple[int, int] | None:
    """Return the first and last month of “the first half” or quarter, if that stands before “of
    2025” at a position."""
    match = _PART_BEFORE.search(text[max(0, at - 20) : at])
    if not match or not text.startswith("of ", at):
        return None
    length = 6 if match["half"] else 3
    last = (_RANKS.index(match["rank"].lower()) + 1) * length
    return (last - length + 1, last) if last <= 12 else None


def reporting_months(text: str, at: int) -> int:
    """Return how many months a company reports on that end with the month at a position, as in
    “the six months ended June 30, 2024”; 0 if it does not end such a period."""
    match = _REPORTING.search(text[max(0, at - 40) : at])
    if not match:
        return 0
    unit = match["unit"].lower()
    if "month" in unit:
        return _COUNTS.get((match["count"] or "").lower(), 0)
    return 3 if unit == "quarter" else 6 if "half" in unit else 12
