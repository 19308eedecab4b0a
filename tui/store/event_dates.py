"""When events happened, as the timeline has them; imported by JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.question.tables import in_lists
from tui.store.store import Store


class EventDate(NamedTuple):
    """``date``: as precise as it is known (ISO 8601). ``type``: ``policy``, ``financing``, …"""

    date: str
    type: str


def event_dates(store: Store, ids: Iterable[str]) -> dict[tuple[str, str], EventDate]:
    """Return date and type of the events of these records by id and fact. The issue of a policy has
    an empty fact."""
    return {
        (identity, fact): EventDate(date, kind)
        for places, wanted in in_lists([*dict.fromkeys(ids)])
        for identity, fact, date, kind in store.query(
            f"SELECT id, fact, date, type FROM timeline WHERE id IN ({places})", wanted
        )
    }
