"""The state of a user, as an immutable value."""

from __future__ import annotations

from collections.abc import Iterable

from tui.fast_namedtuple import NamedTuple
from tui.text.control_characters import one_line, without_controls

MAX_NOTE_LENGTH = 500
"""In characters."""
MAX_DRAFTS = 20
MAX_CLOSED_SECTIONS = 200
"""Of headings in both languages; a briefing has some dozens."""

LocationFields = dict[str, str | int]
"""A location in the app, by the names of its fields."""


class Pin(NamedTuple):
    """A record that the user pinned. ``at``: the time of pinning (ISO 8601)."""

    id: str
    note: str = ""
    at: str = ""


class UserState(NamedTuple):
    """What is stored about a user.

    ``language`` and ``theme``: as last chosen in the app, empty if never; ``place``: the last
    location; ``rest``: fields of the file that this version
    does not know, stored again unchanged; ``drafts``: unfinished notes by the ids of their records,
    the oldest first; ``closed_sections``: headings, in both languages, of sections that are folded
    away on every page.
    """

    pins: tuple[Pin, ...] = ()
    language: str = ""
    theme: str = ""
    place: LocationFields = {}  # noqa: RUF012  # never mutated: see the methods
    rest: dict[str, object] = {}  # noqa: RUF012
    drafts: dict[str, str] = {}  # noqa: RUF012
    closed_sections: tuple[str, ...] = ()

    def pin(self, identity: str) -> Pin | None:
        """Return the pin of a record, if there is one."""
        return next((pin for pin in self.pins if pin.id == identity), None)

    def with_pin(self, pin: Pin) -> UserState:
        """Return the state with a pin added, or replaced if its record has one."""
        if self.pin(pin.id) is None:
            return self._replace(pins=(*self.pins, pin))
        return self._replace(pins=tuple(pin if old.id == pin.id else old for old in self.pins))

    def without_pin(self, identity: str) -> UserState:
        """Return the state without the pin of a record."""
        return self._replace(pins=tuple(pin for pin in self.pins if pin.id != identity))

    def with_draft(self, identity: str, note: str) -> UserState:
        """Return the state with an unfinished note on a record; without one if ``note`` is empty.
        Of too many drafts the oldest ones are dropped."""
        drafts = {record: draft for record, draft in self.drafts.items() if record != identity}
        if note:
            drafts[identity] = note
        return self._replace(drafts=dict(list(drafts.items())[-MAX_DRAFTS:]))

    def with_sections(self, headings: Iterable[str], *, closed: bool) -> UserState:
        """Return the state with the sections of these headings folded away, or shown."""
        changed = tuple(headings)
        kept = tuple(name for name in self.closed_sections if name not in changed)
        names = (*kept, *changed) if closed else kept
        return self._replace(closed_sections=names[-MAX_CLOSED_SECTIONS:])


def normalize_note(note: str) -> str:
    """Return a note as it is stored: one line without control characters, of limited length."""
    line = " ".join(one_line(note).split())
    return without_controls(line[:MAX_NOTE_LENGTH]).rstrip()  # the cut may leave a lone joiner
