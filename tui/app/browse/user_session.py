"""What this reader keeps while the app is open: pins, notes, choices; in a file, or for the sitting
alone where there is none (strangers over SSH, tests)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from tui.app import messages
from tui.app.browse.location import OVERVIEW, Location, first_location
from tui.app.browse.saved_location import fields_of, place_of, still_there
from tui.app.keymap import Keymap
from tui.config import Config
from tui.state import Pin, StateFile, UserState
from tui.state.user_state import normalize_note
from tui.store import Store
from tui.text.language import Language, Wording


class UserSession:
    """``file``: where it is kept; ``config``: what the user set once for all."""

    def __init__(self, file: StateFile | None = None, config: Config | None = None) -> None:
        self._file = file
        self._kept = file.kept if file else UserState()
        self._config = config or Config("")
        self._notes_taken_off: dict[str, str] = {}
        self._taken_off: list[tuple[int, Pin]] = []
        self._told: Wording | None = None
        self.keymap = Keymap(self._config.keys)

    @property
    def theme(self) -> str:
        """The name of the theme: the config's, else the one last chosen in the app, else empty."""
        return self._config.theme or self._kept.theme

    @property
    def lasts(self) -> bool:
        """Whether anything is kept beyond this sitting, and files may be written."""
        return self._file is not None

    @property
    def kept(self) -> UserState:
        """What is kept now."""
        return self._kept

    def change(self, change: Callable[[UserState], UserState]) -> None:
        """Keep something else."""
        self._kept = self._file.change(change) if self._file else change(self._kept)

    # -- pins

    def note(self, identity: str) -> str | None:
        """The reader's words on a record; None where it is not pinned."""
        pin = self._kept.pin(identity)
        return pin.note if pin else None

    def toggle(self, identity: str) -> bool:
        """Pin a record, or unpin it; whether it is pinned now. Pinned again in the same sitting, it
        has its note back."""
        if pin := self._kept.pin(identity):
            self._notes_taken_off[identity] = pin.note
            self._taken_off.append((self._kept.pins.index(pin), pin))
            self.change(lambda kept: kept.unpinned(identity))
            return False
        self.write(identity, self._notes_taken_off.pop(identity, ""))
        return True

    def listed(self) -> list[Pin]:
        """The pins, with those taken off since ``look`` still in their places: whoever took one off
        by mistake finds it there."""
        pins = list(self._kept.pins)
        for place, pin in reversed(self._taken_off):
            if self._kept.pin(pin.id) is None:
                pins.insert(place, pin)
        return pins

    def look(self) -> None:
        """The reader comes to see the pins: those taken off before are gone."""
        self._taken_off.clear()

    def write(self, identity: str, note: str) -> None:
        """A note on a record, which is pinned by that."""
        old = self._kept.pin(identity)
        at = old.at if old else datetime.now(UTC).isoformat(timespec="seconds")
        pin = Pin(identity, normalize_note(note), at)
        self._taken_off = [item for item in self._taken_off if item[1].id != identity]
        self.change(lambda kept: kept.pinned(pin))

    # -- beginning and end

    def first_location(self, store: Store) -> tuple[Location, Wording] | None:
        """Where the reader was last and what to say of it, if that is wanted and still there."""
        place = place_of(self._kept.place)
        if self._config.start == OVERVIEW or place is None or place.section == OVERVIEW:
            return None
        found = still_there(store, place)
        there = found is not None and found.record == place.record
        said = messages.WHERE_YOU_WERE if there else messages.LAST_IS_GONE
        return found or first_location(OVERVIEW), self._hint(said)

    def notice(self, of_place: Wording | None) -> Wording | None:
        """What a reader should be told at the beginning, the most important first: one line."""
        if self._config.problems:
            return messages.CONFIG_MISTAKEN.format(count=len(self._config.problems))
        if trouble := self.trouble():
            return trouble
        if self.lasts and not self._kept.greeted:
            self.change(lambda kept: kept._replace(greeted=True))
            return self.trouble() or self._hint(messages.FIRST_HINT)
        return of_place

    def _hint(self, said: Wording) -> Wording:
        keys = {name: self._called(name) for name in ("enter", "open_search", "open_help")}
        return said.format(**keys, overview=self._called("go_to_overview"))

    def _called(self, action: str) -> Wording:
        return Wording(*(self.keymap.shown_of(action, language) for language in ("zh", "en")))

    def trouble(self) -> Wording | None:
        """What went wrong with the file, once."""
        said = self._file.trouble if self._file else None
        if said == self._told:
            return None
        self._told = said
        return said

    def leave(self, place: Location, language: Language) -> None:
        """Remember for the next time where the reader was."""
        if self._file is None:
            return
        fields = fields_of(place)
        if fields != self._kept.place or language != self._kept.language:
            self.change(lambda kept: kept._replace(place=fields, language=language))
