"""The scroll bar of a panel: a thin line beside the part that is in the window."""

from __future__ import annotations

from math import ceil

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar
from textual.strip import Strip


class LineScrollBar(ScrollBar):
    """Whole cells only, a sign in each; nothing where all is in the window.

    Textual's own ends in eighths of a cell, which take characters that not every terminal draws,
    and is told from its background by colour alone.
    """

    # Laid out once, it does not have the screen laid out again.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(self, edge: str) -> None:
        """``edge``: the sign beside the part that is in the window."""
        super().__init__(vertical=True, name="vertical")
        self._nothing = Strip([Segment(" ")], 1)
        self._above = Strip([Segment(" ", Style(meta={"@mouse.down": "scroll_up"}))], 1)
        self._thumb = Strip([Segment(edge, Style(bold=True, meta={"@mouse.down": "grab"}))], 1)
        self._below = Strip([Segment(" ", Style(meta={"@mouse.down": "scroll_down"}))], 1)

    def render_lines(self, crop: Region) -> list[Strip]:
        """A cell a line."""
        size, window, whole = self.region.height, self.window_size, self.window_virtual_size
        if not window or whole <= window or not size:
            return [self._nothing] * crop.height
        height = max(1, min(size - 1, round(window / whole * size)))
        # At either end only where that is the end of the page.
        first = ceil(self.position / (whole - window) * (size - height))
        first = max(0, min(first, size - height))
        rest = max(0, size - first - height)
        lines = [self._above] * first + [self._thumb] * height + [self._below] * rest
        return lines[crop.y : crop.bottom]
