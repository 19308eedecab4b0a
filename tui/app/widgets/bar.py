"""A line across the screen that draws itself, as panels do."""

from __future__ import annotations

from textual.widget import Widget

from tui.app.widgets.drawn_lines import DrawnLines


class Bar(Widget):
    """A line, or none."""

    def __init__(self, identity: str) -> None:
        super().__init__(id=identity)
        self._styles_cache = DrawnLines()
