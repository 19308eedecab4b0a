"""A question that the sources leave open."""

from __future__ import annotations

from typing import ClassVar, Literal

from tui.model.base import Bilingual, SourceId
from tui.model.record import Record


class Gap(Record):
    """A question that readers will ask and the sources do not answer. Its citations quote the
    words that come closest to an answer."""

    record_kind: ClassVar[str] = "gap"
    folder: ClassVar[str] = "gaps"
    order: ClassVar[int] = 80

    question: Bilingual
    kind: Literal[
        "lost_picture", "missing_period", "missing_scope", "missing_source", "not_covered"
    ]
    looked_in: tuple[SourceId, ...]
    """Sources that were searched for it."""
    finding: Bilingual
    """What the sources say instead."""

    @property
    def heading(self) -> Bilingual:
        """The question."""
        return self.question
