"""Rows of the SQL tables ``events`` and ``participants``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.compile.catalogue import Catalogue
from tui.compile.facts.answer import Answer
from tui.compile.facts.player_events import (
    EVENT_TYPES,
    part_answers,
    participant_role,
    participants_text,
)
from tui.document.fact_ref import part_ref
from tui.model import Player
from tui.text.language import NO_TEXT, Wording
from tui.text.periods import iso_days


class EventRow(NamedTuple):
    """A row of ``events``; ``answer`` holds its amount, if there is one."""

    event: str
    id: str
    fact: str | None
    type: str
    type_zh: str
    type_en: str
    date: str | None
    title_zh: str
    title_en: str
    funding_round: Wording = NO_TEXT
    answer: Answer | None = None
    participants: Wording = NO_TEXT
    status: str = "reported"
    note: Wording = NO_TEXT

    def row(self) -> tuple[object, ...]:
        """Return the values of the columns; None for what is unknown."""
        days = iso_days(self.date) if self.date else (None, None)
        amount = self.answer or Answer(NO_TEXT, ())
        cells = (
            *self[:7],
            *days,
            self.title_zh,
            self.title_en,
            *self.funding_round,
            amount.numeric_value(),
            amount.value,
            amount.qualifier,
            amount.unit,
            *amount.in_base_unit(),
            *amount.amount,
            *self.participants,
            self.status,
            *self.note,
        )
        return tuple(None if cell == "" else cell for cell in cells)


def event_rows(player: Player, catalogue: Catalogue) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield the table and the row of the founding, where no event states it, and of every event
    and participant of a player."""
    if player.founded and not any(event.kind == "founding" for event in player.events):
        name = player.names.wording()
        title = Wording(f"{name.zh}成立", f"{name.en} is founded")
        key, label = f"{player.id}.founded", EVENT_TYPES["founding"]
        founding = EventRow(key, player.id, None, "founding", *label, player.founded, *title)
        yield "events", founding.row()
    answers = {answer.fact: answer for answer in part_answers(player, catalogue)}
    for event in player.events:
        fact = part_ref(player.id, event.id)
        row = EventRow(
            fact,
            player.id,
            fact,
            event.kind,
            *EVENT_TYPES[event.kind],
            event.date,
            *event.title.wording(),
            event.round.wording() if event.round else NO_TEXT,
            answers[fact],
            participants_text(event, catalogue),
            event.status,
            catalogue.filled(answers[fact].note),
        )
        yield "events", row.row()
        for participant in event.participants:
            role = participant.role
            yield "participants", (fact, participant.player, role, *participant_role(event, role))
