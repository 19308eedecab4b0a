"""The bars of one line: title bar, notice, key bar."""

from __future__ import annotations

from textual.strip import Strip

from tui.app.browse.location import has_facets, has_order
from tui.app.key_bar_commands import bar_commands
from tui.app.keymap import Keymap
from tui.app.textual_internals.line_widgets import LineWidget
from tui.app.textual_theme import strip
from tui.document import Span
from tui.render.line_wrap import line_width, padded
from tui.text.language import Language, Wording
from tui.text.width import cell_width, truncate


class TitleBar(LineWidget):
    """The title of the briefing at the left, the current location at the right."""

    def __init__(self, widget_id: str) -> None:
        super().__init__(widget_id)
        self._title = ""
        self._location = ""
        self._details = ""
        self._edition = ""
        self._message = ""

    def show(self, title: str, location: str, details: str = "", edition: str = "") -> None:
        """Set the texts and remove the message. ``details``: active filters and sort order;
        ``edition``: of the briefing, where no details are shown."""
        self._title, self._location, self._details, self._message = title, location, details, ""
        self._edition = edition
        self.refresh()

    def show_message(self, text: str) -> None:
        """Show ``text`` in place of title and details until the next ``show``."""
        self._message = text
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line; the location has priority over the other texts."""
        width = self.size.width
        if y:
            return Strip.blank(width)
        location = Span(f" {self._location} ", "accent")
        room = max(0, width - line_width((location,)))
        if self._message:
            message = padded(f" {self._message}", room, "heading")
            return strip((message, location), width, self.app.theme)
        details = truncate(f" {self._details}", room) if self._details else ""
        room -= cell_width(details)
        title = f" {self._title}"
        if not details and cell_width(title) + cell_width(self._edition) + 4 <= room:
            edition = padded(f"{self._edition} ", room - cell_width(title), "muted", right=True)
            return strip((Span(title, "heading"), edition, location), width, self.app.theme)
        line = (padded(title, room, "heading"), Span(details, "mark"), location)
        return strip(line, width, self.app.theme)


class Notice(LineWidget):
    """A message that stays until it is closed; hidden while there is none."""

    def __init__(self, widget_id: str) -> None:
        super().__init__(widget_id)
        self._text = ""
        self._close_hint = ""

    def show(self, text: str, close_hint: str) -> None:
        """Show ``text``, or hide the notice if it is empty. ``close_hint``: the key to close it."""
        self._text, self._close_hint = text, close_hint
        self.display = bool(text)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line; the hint has priority over the text."""
        width = self.size.width
        if y:
            return Strip.blank(width)
        hint = Span(f"  {self._close_hint}", "muted")
        room = max(0, width - line_width((hint,)))
        return strip((padded(self._text, room, "error"), hint), width, self.app.theme)


class KeyBar(LineWidget):
    """The most useful keys, or a message until the next key press."""

    def __init__(self, widget_id: str, keymap: Keymap) -> None:
        super().__init__(widget_id)
        self._language: Language = "zh"
        self._keymap = keymap
        self._unavailable: set[str] = set()
        self._message: Wording | None = None

    def show(self, language: Language, section: str) -> None:
        """Show the keys of the commands that are available in ``section``."""
        unavailable = {
            *(() if has_order(section) else ("change_order",)),
            *(() if has_facets(section) else ("choose_facets",)),
        }
        if (language, unavailable) != (self._language, self._unavailable):
            self._language, self._unavailable = language, unavailable
            self.refresh()

    def show_message(self, message: Wording | None) -> None:
        """Show ``message`` in place of the keys; None shows the keys again."""
        if message != self._message:
            self._message = message
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the message, or as many keys as the width permits."""
        width = self.size.width
        if y:
            return Strip.blank(width)
        if self._message:
            text = self._message.of(self._language)
            return strip((padded(f" {text}", width, "heading"),), width, self.app.theme)
        spans: list[Span] = []
        for command in bar_commands():
            if command.action in self._unavailable:
                continue
            title = command.bar.of(self._language) if command.bar else ""
            key = self._keymap.shown(command, self._language)
            item = [Span(f" {key}", "accent"), Span(f" {title}  ", "body")]
            if line_width((*spans, *item)) > width:
                break
            spans += item
        return strip(spans, width, self.app.theme)
