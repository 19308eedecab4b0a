"""The order of the timeline."""

from __future__ import annotations

from collections.abc import Iterable

from tui.database.timeline import TimelineEvent
from tui.text.periods import day_range


def in_order(events: Iterable[TimelineEvent]) -> list[TimelineEvent]:
    """Return events by their first day; of those that begin on one day the less precise first.

    The sort is stable: what is equal there stays in the order of importance.
    """

    def key(event: TimelineEvent) -> tuple[int, int]:
        first, last = day_range(event.date)
        return (first, -last)

    return sorted(events, key=key)
