"""The scroll bar of a panel: a heavy line beside the visible part, on the border of the panel."""

from __future__ import annotations

from math import ceil

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from tui.app.textual_theme import styles
from tui.app.widgets.panel_frame import PanelFrame
from tui.document import Role

_UP, _GRAB, _DOWN = (
    Style(meta={"@mouse.down": action}) for action in ("scroll_up", "grab", "scroll_down")
)


class LineScrollBar(ScrollBar):
    """A scroll bar of whole cells. If the whole content is visible it is the border of a box, else
    blank.

    Textual's own draws eighths of a cell with characters that some terminals lack, and its thumb
    differs from its track in color only.
    """

    # Content never affects layout: Textual's own reactive has layout=True.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(self, thumb: str, track: str, frame: PanelFrame) -> None:
        """``thumb``: the character beside each visible line; ``track``: beside the others."""
        super().__init__(vertical=True, name="vertical")
        self._thumb, self._track, self._frame = thumb, track, frame

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return one cell per line."""
        looks = styles(self.app.theme)
        focused = self._frame.focused and self._frame.kind != "none"
        line: Role = "accent" if focused and self._frame.kind == "box" else "frame"
        size, window, content = self.region.height, self.window_size, self.window_virtual_size
        if not window or content <= window or not size:
            border = self._track if self._frame.kind == "box" else " "
            return self._filtered([Strip([Segment(border, looks[line])], 1)] * crop.height)
        height = max(1, min(size - 1, round(window / content * size)))
        # Rounded up, so that the thumb is at an edge only at the end of the content.
        above = ceil(self.position / (content - window) * (size - height))
        above = max(0, min(above, size - height))
        below = max(0, size - above - height)
        thumb = looks["accent" if focused else "heading"] + _GRAB
        lines = [Strip([Segment(self._track, looks[line] + _UP)], 1)] * above
        lines += [Strip([Segment(self._thumb, thumb)], 1)] * height
        lines += [Strip([Segment(self._track, looks[line] + _DOWN)], 1)] * below
        return self._filtered(lines[crop.y : crop.bottom])

    def _filtered(self, lines: list[Strip]) -> list[Strip]:
        for line_filter in self.get_line_filters():
            background = self.background_colors[1]
            lines = [line.apply_filter(line_filter, background) for line in lines]
        return lines
