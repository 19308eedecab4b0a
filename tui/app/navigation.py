"""Where a reader is, where from, and the way back. Knows nothing of widgets."""

from __future__ import annotations

from typing import NamedTuple

OVERVIEW = "overview"
SEARCH = "search"


class Place(NamedTuple):
    """Something to be seen. ``record`` empty: the first of the section. ``cited_by`` and
    ``citation``: the source ``record`` seen at a citation of another record. ``query``: what the
    search section lists. ``panel``, ``line`` and ``link``: where in it the reader was."""

    section: str
    record: str = ""
    cited_by: str = ""
    citation: int = 0
    query: str = ""
    panel: str = "list"
    line: int = 0
    link: int = -1


def first_place(section: str, record: str = "") -> Place:
    """Where a reader begins who asked for a section, or for a record of it: at its page."""
    return Place(section, record, panel="page" if record or section == OVERVIEW else "list")


class History:
    """The present place and those before it."""

    _LONGEST = 200

    def __init__(self, place: Place) -> None:
        self.place = place
        self._past: list[Place] = []

    def go(self, place: Place) -> None:
        """Move on; the way back leads here."""
        if place != self.place:
            self._past.append(self.place)
            del self._past[: -self._LONGEST]
        self.place = place

    def adjust(self, **changes: object) -> None:
        """The reader moves about within the present place."""
        self.place = self.place._replace(**changes)  # type: ignore[arg-type]

    def back(self) -> Place | None:
        """Return to the place before; None at the beginning."""
        if not self._past:
            return None
        self.place = self._past.pop()
        return self.place
