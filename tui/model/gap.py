"""A question that the sources leave open."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from tui.model.base import Bilingual, FactReference, Filled, Model, PartialDate, Period, SourceId
from tui.model.record import Record
from tui.text.periods import parse_period


class MissingFigure(Model):
    """A figure that would close the gap: of ``period``, ``after`` or ``before`` a date, or any
    figure of the record. A forecast does not close it."""

    measure: FactReference
    """A statistic, a metric (``ID.METRIC``) or a company: any of its metrics."""
    period: Period | None = None
    after: PartialDate | None = None
    before: PartialDate | None = None

    def months(self) -> tuple[int, int]:
        """Return the first and the last month of the time as yyyymm; 999912 for no end."""
        if self.period:
            first, last = parse_period(self.period)
            return first[0] * 100 + first[1], last[0] * 100 + last[1]
        first_month, last_month = 101, 999912
        if self.after:
            year, month = parse_period(self.after).last
            first_month = year * 100 + month + 1
        if self.before:
            year, month = parse_period(self.before).first
            last_month = year * 100 + month - 1
        return first_month, last_month

    @model_validator(mode="after")
    def _check_one_time(self) -> Self:
        if sum(item is not None for item in (self.period, self.after, self.before)) > 1:
            raise ValueError("expected one of period, after and before")
        return self


class Gap(Record):
    """A question that readers will ask and the sources do not answer. Its citations quote the
    words that come closest to an answer."""

    record_kind: ClassVar[str] = "gap"
    folder: ClassVar[str] = "gaps"
    order: ClassVar[int] = 80

    question: Bilingual
    short: Bilingual | None = None
    """A short question for lists and table cells; pages show the whole one."""
    aliases: tuple[Filled, ...] = ()
    """Other words by which a query finds the gap."""
    kind: Literal[
        "lost_picture", "missing_period", "missing_scope", "missing_source", "not_covered"
    ]
    looked_in: tuple[SourceId, ...]
    """Sources that were searched for it."""
    missing: tuple[MissingFigure, ...] = ()
    """Figures that would close the gap; ``medbrief check`` reports when one is recorded."""
    finding: Bilingual
    """What the sources say instead."""

    @property
    def heading(self) -> Bilingual:
        """The question."""
        return self.question
