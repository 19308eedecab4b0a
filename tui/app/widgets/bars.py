"""The line above everything, which says where one is, and the one below, which names keys."""

from __future__ import annotations

from textual.strip import Strip

from tui.app.browse.location import has_facets, has_order
from tui.app.commands import bar_commands
from tui.app.keymap import Keymap
from tui.app.theme import strip
from tui.app.widgets.bar import Bar
from tui.document import Span
from tui.render.line_wrap import line_width, padded
from tui.text.language import Language, Wording
from tui.text.width import cell_width, cut


class TitleBar(Bar):
    """The briefing's title at the left, the place at the right."""

    def __init__(self, identity: str) -> None:
        super().__init__(identity)
        self._title = ""
        self._place = ""
        self._details = ""
        self._note = ""

    def show(self, title: str, place: str, details: str = "") -> None:
        """Say where one is; ``details``: what of it is left out, in which order the rest is."""
        self._title, self._place, self._details, self._note = title, place, details, ""
        self.refresh()

    def note(self, text: str) -> None:
        """Say something in place of the title, until the place is said anew."""
        self._note = text
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line; the place is said before anything else."""
        width = self.size.width
        if y:
            return Strip.blank(width)
        place = Span(f" {self._place}", "heading")
        room = max(0, width - line_width((place,)))
        if self._note:
            return strip((padded(self._note, room, "warning"), place), width, self.app.theme)
        details = cut(f" {self._details}", room) if self._details else ""
        room -= cell_width(details)
        spans = (padded(self._title, room, "muted"), Span(details, "mark"), place)
        return strip(spans, width, self.app.theme)


class KeyBar(Bar):
    """The most useful keys; or, until the next key is pressed, one thing that is to be said."""

    def __init__(self, identity: str, keymap: Keymap) -> None:
        super().__init__(identity)
        self._language: Language = "zh"
        self._keymap = keymap
        self._unfit: set[str] = set()
        self._said: Wording | None = None

    def show(self, language: Language, section: str) -> None:
        """Name in ``language`` those that do something in a section."""
        unfit = {
            *(() if has_order(section) else ("change_order",)),
            *(() if has_facets(section) else ("choose_facets",)),
        }
        if (language, unfit) != (self._language, self._unfit):
            self._language, self._unfit = language, unfit
            self.refresh()

    def say(self, text: Wording | None) -> None:
        """Say one thing, or nothing any more."""
        if text != self._said:
            self._said = text
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """As many as the width holds."""
        width = self.size.width
        if y:
            return Strip.blank(width)
        if self._said:
            return strip(
                (padded(self._said.of(self._language), width, "label"),), width, self.app.theme
            )
        spans: list[Span] = []
        for command in bar_commands():
            if command.action in self._unfit:
                continue
            title = command.bar.of(self._language) if command.bar else ""
            key = self._keymap.shown(command, self._language)
            item = [Span(key, "figure"), Span(f" {title}  ", "muted")]
            if line_width((*spans, *item)) > width:
                break
            spans += item
        return strip(spans, width, self.app.theme)
