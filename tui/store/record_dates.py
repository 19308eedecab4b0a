"""Dates of policies, events and sources, and what events are; imported by JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.question.tables import in_lists
from tui.store.store import Store
from tui.text.language import NO_TEXT, Wording


class RecordDate(NamedTuple):
    """``date``: as precise as it is known (ISO 8601), empty if it is not. ``event_type``: as the
    timeline has it (``policy``, ``financing``, ...); empty for the publication of a source.
    ``funding_round``: of an event of a company."""

    date: str
    event_type: str
    funding_round: Wording = NO_TEXT


class EventParticipant(NamedTuple):
    """A company in an event; ``role``: ``lead_investor``, ``partner``, ..."""

    id: str
    title: Wording
    role: str


def record_dates(store: Store, ids: Iterable[str]) -> dict[tuple[str, str], RecordDate]:
    """Return the dates of these records by id and fact: of events, undated ones too, and with an
    empty fact the issue of a policy, the founding of a company and the publication of a source."""
    return {
        (identity, fact): RecordDate(date, event_type, Wording(*funding_round))
        for places, wanted in in_lists([*dict.fromkeys(ids)])
        for identity, fact, date, event_type, *funding_round in store.query(
            "SELECT id, coalesce(fact, ''), coalesce(date, ''), type, coalesce(round_zh, ''), "
            f"coalesce(round_en, '') FROM events WHERE id IN ({places}) UNION ALL "
            "SELECT id, '', published, '', '', '' FROM sources WHERE published <> '' "
            f"AND id IN ({places})",
            [*wanted, *wanted],
        )
    }


def participants(store: Store, ids: Iterable[str]) -> dict[str, list[EventParticipant]]:
    """Return who took part in the events of these records, by the fact of the event."""
    found: dict[str, list[EventParticipant]] = {}
    for places, wanted in in_lists([*dict.fromkeys(ids)]):
        for fact, company, zh, en, role in store.query(
            "SELECT p.event, p.company, c.title_zh, c.title_en, p.role FROM participants p "
            "JOIN events e USING (event) JOIN companies c ON c.id = p.company "
            f"WHERE e.id IN ({places}) ORDER BY instr(e.participants_zh, c.title_zh)",
            wanted,
        ):
            found.setdefault(fact, []).append(EventParticipant(company, Wording(zh, en), role))
    return found
