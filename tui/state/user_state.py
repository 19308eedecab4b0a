"""What is kept, as a value: every change gives a new one."""

from __future__ import annotations

from typing import NamedTuple

LONGEST_NOTE = 500
"""Characters of a note, which is one line."""

PlaceFields = dict[str, str | int]
"""A place in the app, by the names of its fields."""


class Pin(NamedTuple):
    """A record that the reader marked. ``note``: the reader's own words on it; ``at``: when it was
    pinned, ISO 8601."""

    id: str
    note: str = ""
    at: str = ""


class UserState(NamedTuple):
    """``language`` and ``theme``: as last chosen in the app, empty if never; ``place``: where the
    reader was last; ``greeted``: the first hint was seen; ``rest``: fields that this version does
    not know, kept for the one that wrote them."""

    pins: tuple[Pin, ...] = ()
    language: str = ""
    theme: str = ""
    place: PlaceFields = {}  # noqa: RUF012  # never changed: see the methods
    greeted: bool = False
    rest: dict[str, object] = {}  # noqa: RUF012

    def pin(self, identity: str) -> Pin | None:
        """The pin on a record, if there is one."""
        return next((pin for pin in self.pins if pin.id == identity), None)

    def pinned(self, pin: Pin) -> UserState:
        """With the pin, in the place of an older one of the same record."""
        if self.pin(pin.id) is None:
            return self._replace(pins=(*self.pins, pin))
        return self._replace(pins=tuple(pin if old.id == pin.id else old for old in self.pins))

    def unpinned(self, identity: str) -> UserState:
        """Without the pin on that record."""
        return self._replace(pins=tuple(pin for pin in self.pins if pin.id != identity))


def normalize_note(note: str) -> str:
    """A note as it is kept: on one line, not too long, nothing in it that cannot be seen."""
    seen = "".join(char if char.isprintable() else " " for char in note)
    return " ".join(seen.split())[:LONGEST_NOTE].rstrip()
