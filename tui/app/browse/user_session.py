"""The user's pins, notes and choices: saved in the state file, or in memory only where there is
none (SSH sessions, tests)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from string import Formatter

from tui.app import messages
from tui.app.browse.location import (
    OVERVIEW,
    PAGES,
    PINS,
    SEARCH,
    ListQuery,
    Location,
    first_location,
)
from tui.app.browse.sources.generated_pages import page_document
from tui.app.keymap import Keymap
from tui.config import Config
from tui.fast_namedtuple import TYPE_CHECKING
from tui.state import Pin, StateFile, UserState
from tui.state.user_state import normalize_note
from tui.store import Store
from tui.text.language import Language, Wording, plural

if TYPE_CHECKING:
    from tui.export.clipboard import ClipForm


class UserSession:
    """What the app knows about its user while it runs."""

    def __init__(
        self,
        file: StateFile | None = None,
        config: Config | None = None,
        *,
        remote: bool = False,
    ) -> None:
        """``remote``: whether the user is a client of the SSH server."""
        self.remote = remote
        self._file = file
        self._state = file.state if file else UserState()
        self._config = config or Config("")
        self._removed_notes: dict[str, str] = {}
        self._removed_pins: list[tuple[int, Pin]] = []
        self._reported_problem: Wording | None = None
        self.keymap = Keymap(self._config.keys)

    @property
    def state(self) -> UserState:
        """The current state."""
        return self._state

    @property
    def theme(self) -> str:
        """The name of the theme: from the config, else as last chosen in the app unless NO_COLOR
        is set, which a choice of another day does not override; else empty."""
        last = "" if os.environ.get("NO_COLOR") else self._state.theme
        return self._config.theme or last

    @property
    def copy_form(self) -> ClipForm:
        """The form of what is copied."""
        return self._config.copy_form or "plain"  # type: ignore[return-value]

    @property
    def closed_sections(self) -> frozenset[str]:
        """The headings, in both languages, of the sections that are folded away on every page."""
        return frozenset(self._state.closed_sections)

    def fold(self, headings: Iterable[str], *, closed: bool) -> None:
        """Fold the sections with these headings away, or show them, and remember it."""
        names = sorted(headings)
        self.update(lambda state: state.with_sections(names, closed=closed))

    @property
    def is_saved(self) -> bool:
        """Whether the state outlives the session."""
        return self._file is not None

    def update(self, change: Callable[[UserState], UserState]) -> None:
        """Change the state and save it."""
        self._state = self._file.change(change) if self._file else change(self._state)

    # -- pins

    def note(self, identity: str) -> str | None:
        """Return the note on a record; None where the record is not pinned."""
        pin = self._state.pin(identity)
        return pin.note if pin else None

    def toggle_pin(self, identity: str) -> bool:
        """Pin or unpin a record and return whether it is pinned now. A record that is unpinned and
        pinned again in one session gets its note back."""
        if pin := self._state.pin(identity):
            self._removed_notes[identity] = pin.note
            self._removed_pins.append((self._state.pins.index(pin), pin))
            self.update(lambda state: state.without_pin(identity))
            return False
        self.pin(identity, self._removed_notes.pop(identity, ""))
        return True

    def pin(self, identity: str, note: str) -> None:
        """Pin a record with a note, or change the note of its pin."""
        old = self._state.pin(identity)
        at = old.at if old else datetime.now(UTC).isoformat(timespec="seconds")
        pin = Pin(identity, normalize_note(note), at)
        self._removed_pins = [item for item in self._removed_pins if item[1].id != identity]
        self.update(lambda state: state.with_pin(pin).with_draft(identity, ""))

    def draft(self, identity: str) -> str:
        """Return the unfinished note on a record, empty if there is none."""
        return self._state.drafts.get(identity, "")

    def keep_draft(self, identity: str, text: str) -> None:
        """Keep an unfinished note on a record; an empty one, or one that is the note of the record,
        removes it."""
        draft = normalize_note(text)
        if draft == self.note(identity):
            draft = ""
        if draft != self.draft(identity):
            self.update(lambda state: state.with_draft(identity, draft))

    def pins_with_removed(self) -> list[Pin]:
        """Return the pins and, in their old positions, those removed since ``forget_removed_pins``:
        a pin removed by mistake stays in the list, where the same key restores it."""
        pins = list(self._state.pins)
        for number, pin in reversed(self._removed_pins):
            if self._state.pin(pin.id) is None:
                pins.insert(number, pin)
        return pins

    def forget_removed_pins(self) -> None:
        """Leave removed pins out of the list from now on."""
        self._removed_pins.clear()

    # -- start and end

    def last_location(self, store: Store) -> tuple[Location, Wording] | None:
        """Return the saved location with a hint about it; None to start at the overview."""
        location = Location.from_fields(self._state.place)
        if self._config.start == OVERVIEW or location is None or location.section == OVERVIEW:
            return None
        location = location._replace(record=store.resolved(location.record))
        existing = _existing_location(store, location)
        is_there = existing is not None and existing.record == location.record
        hint = messages.LOCATION_RESTORED if is_there else messages.LAST_RECORD_GONE
        return existing or first_location(OVERVIEW), self.with_keys(hint)

    def first_message(self, location_hint: Wording | None) -> Wording | None:
        """Return the most important message at the start: one line, or None."""
        if self._config.problems:
            count = len(self._config.problems)
            return messages.CONFIG_ERRORS.format(count=count, errors=plural(count, "error"))
        if problem := self.new_file_problem():
            return problem
        return location_hint

    def with_keys(self, hint: Wording, **values: object) -> Wording:
        """Fill ``{command}`` with the first key of the command, and ``values``."""
        commands = {name for _, name, _, _ in Formatter().parse(hint.zh + hint.en) if name}
        keys = {name: self.keymap.wording_of(name) for name in commands - values.keys()}
        return hint.format(**keys, **values)

    def new_file_problem(self) -> Wording | None:
        """Return a problem with the state file that has not been reported yet."""
        problem = self._file.problem if self._file else None
        if problem == self._reported_problem:
            return None
        self._reported_problem = problem
        return problem

    def save_location(self, location: Location, language: Language | None) -> None:
        """Save where the next session starts. ``language``: None to keep the saved one."""
        if self._file is None:
            return
        fields, used = location.to_fields(), language or self._state.language
        if fields != self._state.place or used != self._state.language:
            self.update(lambda state: state._replace(place=fields, language=used))


def _existing_location(store: Store, location: Location) -> Location | None:
    """Return the location, or its section where the record is gone; None where neither exists."""
    if location.section not in (*PAGES, PINS, SEARCH, *(each.id for each in store.sections())):
        return None
    if location.list_query.order:
        from tui.views.ordering import available_orders

        if location.list_query.order not in available_orders(store, location.section):
            location = location._replace(list_query=ListQuery())
    if location.section == PINS or (not location.record and location.section not in PAGES):
        return location
    if page_document(store, location.page, "en") is not None:
        return location
    if location.section in PAGES and location.section != OVERVIEW:
        return None
    return Location(location.section, query=location.query)
