"""A term of the field and its definition."""

from __future__ import annotations

from typing import ClassVar

from tui.model.base import Bilingual
from tui.model.record import Record


class Term(Record):
    """A glossary entry."""

    record_kind: ClassVar[str] = "term"
    folder: ClassVar[str] = "glossary"
    order: ClassVar[int] = 70

    term: Bilingual
    aliases: tuple[str, ...] = ()
    definition: Bilingual
    general_knowledge: bool = False
    """The first sentence of the definition is the editor's, not a source's."""

    @property
    def heading(self) -> Bilingual:
        """The term."""
        return self.term
