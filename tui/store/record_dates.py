"""Dates of policies, events and sources; imported by JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.question.tables import in_lists
from tui.store.store import Store


class RecordDate(NamedTuple):
    """``date``: as precise as it is known (ISO 8601). ``event_type``: as the timeline has it
    (``policy``, ``financing``, ...); empty for the publication of a source."""

    date: str
    event_type: str


def record_dates(store: Store, ids: Iterable[str]) -> dict[tuple[str, str], RecordDate]:
    """Return the known dates of these records by id and fact: of events, and with an empty fact the
    issue of a policy and the publication of a source."""
    return {
        (identity, fact): RecordDate(date, event_type)
        for places, wanted in in_lists([*dict.fromkeys(ids)])
        for identity, fact, date, event_type in store.query(
            f"SELECT id, fact, date, type FROM timeline WHERE id IN ({places}) UNION ALL "
            f"SELECT id, '', published, '' FROM sources WHERE published <> '' AND id IN ({places})",
            [*wanted, *wanted],
        )
    }
