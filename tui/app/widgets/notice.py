"""A line above the keys that says something once: what is amiss and how to mend it."""

from __future__ import annotations

from textual.strip import Strip

from tui.app.theme import strip
from tui.app.widgets.bar import Bar
from tui.document import Span
from tui.render.line_wrap import line_width, padded


class Notice(Bar):
    """Nothing, until there is something to say."""

    def __init__(self, identity: str) -> None:
        super().__init__(identity)
        self._text = ""
        self._close = ""

    def show(self, text: str, close: str) -> None:
        """Say ``text``; an empty one takes the line away. ``close``: how it is closed."""
        self._text, self._close = text, close
        self.display = bool(text)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        width = self.size.width
        if y:
            return Strip.blank(width)
        close = Span(f"  {self._close}", "muted")
        room = max(0, width - line_width((close,)))
        return strip((padded(self._text, room, "warning"), close), width, self.app.theme)
