"""A statistic of the industry: one measure, one scope, all its observations."""

from __future__ import annotations

from typing import ClassVar

from tui.model.base import Bilingual, Model, RecordId
from tui.model.measure import Measure
from tui.model.record import Record


class Comparison(Model):
    """Another statistic that a reader might take for the same: how the two differ."""

    id: RecordId
    why: Bilingual


class Statistic(Record, Measure):
    """A measure with its observations. Two scopes are two statistics."""

    record_kind: ClassVar[str] = "statistic"

    title: Bilingual
    aliases: tuple[str, ...] = ()
    summary: Bilingual
    scope: Bilingual
    area: Bilingual | None = None
    compare_with: tuple[Comparison, ...] = ()

    @property
    def heading(self) -> Bilingual:
        """The title."""
        return self.title
