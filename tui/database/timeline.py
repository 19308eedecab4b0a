"""One row of the table ``timeline``: the build half writes it, the views read it."""

from __future__ import annotations

from typing import NamedTuple

from tui.text.language import NO_TEXT, Wording
from tui.text.periods import day_range


class TimelineEvent(NamedTuple):
    """An event with a date. ``fact``: the fact of the record that holds its citations; ``note``:
    the editor's notes, one per line."""

    date: str
    type: str
    type_words: Wording
    id: str
    fact: str
    title: Wording
    text: Wording
    status: str
    status_words: Wording
    note: Wording = NO_TEXT

    def row(self) -> tuple[object, ...]:
        """Return the columns of the table, without ``position``."""
        return (
            self.date,
            *day_range(self.date),
            self.type,
            *self.type_words,
            self.id,
            self.fact,
            *self.title,
            *self.text,
            self.status,
            *self.status_words,
            *self.note,
        )
