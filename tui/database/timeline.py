"""One row of the table ``timeline``: the build half writes it, the views read it."""

from __future__ import annotations

from typing import NamedTuple

from tui.text.language import Wording
from tui.text.periods import day_range


class TimelineEvent(NamedTuple):
    """An event with a date. ``fact``: the fact of the record that holds its citations."""

    date: str
    type: str
    type_words: Wording
    id: str
    fact: str
    title: Wording
    text: Wording
    status: str
    status_words: Wording

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
        )
