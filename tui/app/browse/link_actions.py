"""What the keys do to follow links: by a letter, by the number of a citation."""

from __future__ import annotations

from time import monotonic
from typing import NamedTuple

from textual import events

from tui.app import messages
from tui.app.browse.location import Location
from tui.app.browse.place_screen import PlaceScreen
from tui.document.link_target import citation_target

_SECOND_DIGIT = 1.0
"""Seconds in which a second digit belongs to the first."""


class _Begun(NamedTuple):
    """A citation that was opened by a digit: from where, and when."""

    digit: int
    origin: Location
    at: float


class LinkActions(PlaceScreen):
    """Letters at the links on the screen; digits for citations, of which the first opens one at
    once and a second, soon after, the one that both name."""

    _begun: _Begun | None = None

    def action_show_hints(self) -> None:
        """A letter at every link that is on the screen of the page."""
        if not self.page.display:
            self.turn_to("page")
        said = messages.HINTING if self.page.show_hints() else messages.NO_LINKS
        self.title_bar.show_message(said.of(self.reader.language))

    def on_key(self, event: events.Key) -> None:
        """While links bear letters, keys are letters."""
        if not self.page.hints_shown:
            return
        event.stop()
        event.prevent_default()
        target = self.page.type_hint(event.character or "" if event.is_printable else "")
        if not self.page.hints_shown:
            self.show_page_title()
        if target:
            self.follow(target)

    def action_open_citation(self, digit: int) -> None:
        """The citation of that number, of the page that is seen."""
        begun, self._begun = self._begun, None
        if begun and monotonic() - begun.at < _SECOND_DIGIT:
            number = begun.digit * 10 + digit
            if place := self.reader.place_of(citation_target(number), begun.origin):
                self.history.place = place  # the way back leads from it to where the first did
                self.show_place()
                return
        if self.page.display and digit:
            self.remember()
            self._begun = _Begun(digit, self.history.place, monotonic())
            self.page.follow_citation(digit)
