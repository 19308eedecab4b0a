"""The order of a list that goes by date, not by importance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.compile.catalogue import PageSubject
from tui.compile.kinds import KINDS
from tui.text.periods import day_range


def newest_first_positions(
    entries: Sequence[PageSubject], positions: Mapping[str, int]
) -> dict[str, int]:
    """Return the places in their lists of the records whose kind lists the newest first: by the
    end of the period, then by its start; the undated ones last. They share the positions that
    these records have by importance."""
    found: dict[str, int] = {}
    for kind in KINDS.values():
        if not kind.newest_first:
            continue
        own = [entry for entry in entries if entry.record_kind == kind.id]
        dates = {entry.id: kind.date(entry) for entry in own}
        dated = [entry for entry in own if dates[entry.id]]
        dated.sort(key=lambda entry: day_range(dates[entry.id])[::-1], reverse=True)
        undated = [entry for entry in own if not dates[entry.id]]
        places = (positions[entry.id] for entry in own)
        found |= {entry.id: place for entry, place in zip((*dated, *undated), places, strict=True)}
    return found
