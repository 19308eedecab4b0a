"""One fact with its evidence: what a look-up returns."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from tui.model import Citation
from tui.text.language import NO_TEXT, Wording
from tui.text.periods import parse_period
from tui.text.units import UNITS, base_unit


class Answer(NamedTuple):
    """One fact with its evidence. ``main`` marks what a record answers when no more is asked."""

    text: Wording
    citations: tuple[Citation, ...]
    fact: str = ""
    measure: Wording = NO_TEXT
    period: str = ""
    value: str = ""
    unit: str = ""
    status: str = ""
    rank: str = "normal"
    main: bool = False
    amount: Wording = NO_TEXT
    """The value alone, in words; empty for an answer without a figure."""
    form: str = "whole"
    """What sort of answer: ``observation``, a rate's type, ``event``, ``offering``."""
    base: str = ""
    """Of a figure: the reference of its measure."""
    as_printed: str = ""
    """What the source prints, where the value corrects it."""
    others: tuple[tuple[Wording, tuple[Citation, ...]], ...] = ()
    """The same fact in other words of other sources."""
    words: tuple[str, ...] = ()
    """Further words by which it is asked for."""

    def in_base_unit(self) -> tuple[str, str]:
        """The value without its power of ten (万, 亿), exact, and the unit that remains."""
        if not self.value:
            return ("", "")
        whole = Decimal(self.value).scaleb(UNITS[self.unit].scale)
        return (format(whole, "f"), base_unit(self.unit))

    def months(self) -> tuple[int, int]:
        """First and last month of the period as yyyymm; zeros for none."""
        if not self.period:
            return (0, 0)
        first, last = parse_period(self.period)
        return (first[0] * 100 + first[1], last[0] * 100 + last[1])


def span(answers: Iterable[Answer]) -> tuple[int, int]:
    """First and last month of all of them as yyyymm; zeros if none has a period."""
    known = [answer.months() for answer in answers if answer.period]
    firsts, lasts = zip(*known, strict=True) if known else ((0,), (0,))
    return (min(firsts), max(lasts))
