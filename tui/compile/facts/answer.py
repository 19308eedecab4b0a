"""One fact with its evidence: what a lookup returns."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from tui.model import Citation, Observation, Rate
from tui.text.language import NO_TEXT, Wording
from tui.text.periods import CALENDAR_YEAR_END, iso_days, parse_period
from tui.text.unit_names import base_unit_code
from tui.text.units import UNITS


class Side(NamedTuple):
    """What another source says against an answer, or one side of a disagreement.

    ``record``, ``fact``: whose page and which figure, event or offering states it; ``value``: of a
    figure, as exact decimal text; ``holder``: who says it (empty: its sources); ``used``: whether
    the briefing uses the figure, None for words; ``reason``: why it is used, rejected or disputes.
    """

    text: Wording
    citations: tuple[Citation, ...]
    record: str
    fact: str = ""
    value: str = ""
    holder: Wording = NO_TEXT
    used: bool | None = None
    reason: Wording = NO_TEXT
    figure: Observation | Rate | None = None
    base_unit: str = ""
    """What the figure counts."""
    originator: Wording = NO_TEXT
    """Whose figure or words they are, where the sources cite them from someone else."""
    correction: Wording = NO_TEXT
    """Of a corrected figure: as of an ``Answer``."""


class Answer(NamedTuple):
    """One fact with its evidence. ``main`` marks the answer to a query for the record alone."""

    text: Wording
    citations: tuple[Citation, ...]
    fact: str = ""
    measure: Wording = NO_TEXT
    period: str = ""
    value: str = ""
    unit: str = ""
    base_unit: str = ""
    """What is counted; empty: what the unit counts."""
    status: str = ""
    rank: str = "normal"
    main: bool = False
    amount: Wording = NO_TEXT
    """The value alone, in words; empty for an answer without a figure."""
    form: str = "whole"
    """``observation``, the type of a rate, ``event``, ``offering``, or ``whole``: the summary."""
    base: str = ""
    """The reference of the measure of a figure."""
    as_printed: str = ""
    """What the source prints, where the value is a correction."""
    others: tuple[Side, ...] = ()
    """Competing values of the same fact, or what disputes a statement; all sides of a
    disagreement."""
    reason: Wording = NO_TEXT
    """Why a value is preferred, rejected or disputed."""
    words: tuple[str, ...] = ()
    """Further words by which a query names it."""
    qualifier: str | None = None
    """``over``, ``at_least``, ``about``, ``order_of_magnitude``, ``nearly`` or ``under``; None for
    an exact value."""
    used: bool = True
    """Whether the briefing uses the value: not rejected, disputed or forecast where one of the same
    period is reported."""

    status_words: Wording = NO_TEXT
    """The status of a figure, and whether its value is corrected or derived."""

    correction: Wording = NO_TEXT
    """What the source prints in place of a corrected value, and why."""

    note: Wording = NO_TEXT
    """The editor's notes on the figure, event or offering, one per line."""

    lead: Wording = NO_TEXT
    """Precedes the text where it is shown; no query finds it."""
    caveat: Wording = NO_TEXT
    """Follows the text where it is shown; no query finds it."""

    def shown(self) -> Wording:
        """Return the text with its lead and caveat."""
        parts = (self.lead, self.text, self.caveat)
        return Wording("".join(it.zh for it in parts), "".join(it.en for it in parts))

    def in_base_unit(self) -> tuple[float | None, str | None, str]:
        """Return the value without its power of ten (万, 亿), as a number and as exact text,
        and what the unit counts."""
        if not self.value:
            return (None, None, "")
        whole = Decimal(self.value).scaleb(UNITS[self.unit].scale)
        return (float(whole), format(whole, "f"), self.base_unit or base_unit_code(self.unit))

    def numeric_value(self) -> float | None:
        """Return the value in ``unit`` as a number."""
        return float(self.value) if self.value else None

    def days(self, fiscal_year_ends: int) -> tuple[str | None, str | None]:
        """Return first and last day of the period in ISO 8601; None for no period.
        ``fiscal_year_ends``: the last month of fiscal years."""
        if not self.period:
            return (None, None)
        first, last = iso_days(self.period, fiscal_year_ends)
        return (first, last)

    def months(self, fiscal_year_ends: int = CALENDAR_YEAR_END) -> tuple[int, int]:
        """Return first and last month of the period as yyyymm; zeros for none."""
        if not self.period:
            return (0, 0)
        first, last = parse_period(self.period, fiscal_year_ends)
        return (first[0] * 100 + first[1], last[0] * 100 + last[1])


def span(answers: Iterable[Answer]) -> tuple[int, int]:
    """Return first and last month of all answers as yyyymm; zeros if none has a period."""
    known = [answer.months() for answer in answers if answer.period]
    firsts, lasts = zip(*known, strict=True) if known else ((0,), (0,))
    return (min(firsts), max(lasts))
