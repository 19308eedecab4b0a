"""The scroll bar of a panel: a thin line beside the visible part."""

from __future__ import annotations

from math import ceil

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar
from textual.strip import Strip


class LineScrollBar(ScrollBar):
    """A scroll bar of whole cells, blank if the whole content is visible.

    Textual's own draws eighths of a cell with characters that some terminals lack, and its thumb
    differs from its track in color only.
    """

    # Content never affects layout: Textual's own reactive has layout=True.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(self, thumb: str) -> None:
        """``thumb``: the character beside each visible line."""
        super().__init__(vertical=True, name="vertical")
        self._blank = Strip([Segment(" ")], 1)
        self._above = Strip([Segment(" ", Style(meta={"@mouse.down": "scroll_up"}))], 1)
        self._thumb = Strip([Segment(thumb, Style(bold=True, meta={"@mouse.down": "grab"}))], 1)
        self._below = Strip([Segment(" ", Style(meta={"@mouse.down": "scroll_down"}))], 1)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return one cell per line."""
        size, window, content = self.region.height, self.window_size, self.window_virtual_size
        if not window or content <= window or not size:
            return self._filtered([self._blank] * crop.height)
        height = max(1, min(size - 1, round(window / content * size)))
        # Rounded up, so that the thumb is at an edge only at the end of the content.
        above = ceil(self.position / (content - window) * (size - height))
        above = max(0, min(above, size - height))
        below = max(0, size - above - height)
        lines = [self._above] * above + [self._thumb] * height + [self._below] * below
        return self._filtered(lines[crop.y : crop.bottom])

    def _filtered(self, lines: list[Strip]) -> list[Strip]:
        for line_filter in self.get_line_filters():
            background = self.background_colors[1]
            lines = [line.apply_filter(line_filter, background) for line in lines]
        return lines
