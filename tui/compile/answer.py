"""One fact with its evidence: what a look-up returns."""

from __future__ import annotations

from typing import NamedTuple

from tui.model import Citation
from tui.text.language import Wording
from tui.text.periods import parse_period

NOTHING = Wording("", "")


class Answer(NamedTuple):
    """One fact with its evidence. ``main`` marks what a record answers when no more is asked."""

    text: Wording
    citations: tuple[Citation, ...]
    fact: str = ""
    measure: Wording = NOTHING
    period: str = ""
    value: str = ""
    unit: str = ""
    status: str = ""
    rank: str = "normal"
    main: bool = False
    amount: Wording = NOTHING
    """The value alone, in words; empty for an answer without a figure."""
    others: tuple[tuple[Wording, tuple[Citation, ...]], ...] = ()
    """The same fact in other words of other sources."""
    words: tuple[str, ...] = ()
    """Further words by which it is asked for."""

    def months(self) -> tuple[int, int]:
        """First and last month of the period as yyyymm; zeros for none."""
        if not self.period:
            return (0, 0)
        first, last = parse_period(self.period)
        return (first[0] * 100 + first[1], last[0] * 100 + last[1])
