"""A period that a text names, as months."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.question.period_parser import MonthRange

_RANGE_JOINT = re.compile(r"\s*[到至]\s*")


class ResolvedMention(NamedTuple):
    """A period named in ``text[start:end]``. ``is_base``: only compared with; ``is_point``: its
    end counts, as in 截至; ``now``: the date of the document; ``fiscal``: fiscal years;
    ``is_report``: what a company reports on."""

    start: int
    end: int
    first: int
    last: int
    is_base: bool = False
    is_point: bool = False
    now: bool = False
    fiscal: bool = False
    is_report: bool = False

    @property
    def period(self) -> str:
        """The period in the notation of records."""
        if self.fiscal:
            first, last = f"FY{self.first // 100}", f"FY{self.last // 100}"
            return first if first == last else f"{first}/{last}"
        return period_text(self.last if self.is_point else self.first, self.last)

    @property
    def spans_years(self) -> bool:
        """Whether it begins in one year and ends in another."""
        return self.first // 100 != self.last // 100

    def year_at(self, rank: int, count: int) -> str:
        """Return the year of that rank, if this is a range of ``count`` years, one for each figure
        of a list; else an empty text."""
        years = self.last // 100 - self.first // 100 + 1
        whole = self.first % 100 == 1 and self.last % 100 == 12
        if not whole or not years == count > 1:
            return ""
        return f"{'FY' if self.fiscal else ''}{self.first // 100 + rank}"


def period_text(first: int, last: int) -> str:
    """Return the months from ``first`` to ``last`` (yyyymm) in the notation of records."""
    return MonthRange(first, last).period()


def with_ranges(mentions: list[ResolvedMention], text: str) -> list[ResolvedMention]:
    """Join the years of 2018年到2022 into one mention."""
    joined: list[ResolvedMention] = []
    for one in mentions:
        last = joined[-1] if joined else None
        if last and last.last < one.first and _RANGE_JOINT.fullmatch(text, last.end, one.start):
            joined[-1] = last._replace(end=one.end, last=one.last)
        else:
            joined.append(one)
    return joined
