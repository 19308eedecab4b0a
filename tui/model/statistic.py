"""A statistic of the industry: one measure, one scope, all its observations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from tui.model.base import Bilingual, Model, RecordId
from tui.model.measure import Measure
from tui.model.record import Record


class Comparison(Model):
    """A statistic that readers might confuse with this one, and how the two differ."""

    id: RecordId
    why: Bilingual


class Statistic(Record, Measure):
    """A measure of the industry. Two scopes are two statistics."""

    record_kind: ClassVar[str] = "statistic"
    folder: ClassVar[str] = "statistics"
    order: ClassVar[int] = 40

    title: Bilingual
    short: Bilingual | None = None
    """A short title for lists and table cells; pages show the whole one."""
    aliases: tuple[str, ...] = ()
    summary: Bilingual
    scope: Bilingual
    area: Bilingual | None = None
    compare_with: tuple[Comparison, ...] = ()

    @property
    def heading(self) -> Bilingual:
        """The title."""
        return self.title

    def measures(self) -> Iterator[tuple[str, Measure]]:
        """Yield the statistic itself."""
        yield self.id, self

    def links(self) -> Iterator[tuple[str, str]]:
        """Yield the statistics that readers might confuse with it."""
        for comparison in self.compare_with:
            yield "compare_with", comparison.id
