"""Strip cache with explicit invalidation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Frame(Protocol):
    """Draws what is around the content of a widget, in its padding."""

    def line(self, width: int, theme: str, *, top: bool) -> Strip:
        """Return a line above or below the content."""

    def edge(self, width: int, theme: str) -> list[Segment]:
        """Return the cells at the left of a line of the content."""


class StripCache(StylesCache):
    """Cache the strips of a widget that has neither border, tint, hatching nor opacity.

    Textual's own cache asks the style sheet for each of these on every line, which was most of the
    time of a repaint.
    """

    _theme = ""
    """The theme of the cached strips."""

    def __init__(self, frame: Frame | None = None) -> None:
        super().__init__()
        self._frame = frame
        self._framed: dict[int, Strip] = {}
        """Cached strips with their frame: another focus changes the frame alone."""

    def clear(self) -> None:
        """Draw every line again."""
        super().clear()
        self._framed = {}

    def forget_frame(self, lines: Iterable[int] | None = None) -> None:
        """Draw the frame again, of some lines or of all, but not the content."""
        for line in list(self._framed) if lines is None else lines:
            self._framed.pop(line, None)

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """Return the strips within ``crop``: frame in the padding, else from ``render_line``."""
        width, theme = widget.region.width, widget.app.theme
        if (width, theme) != (self._width, self._theme):
            self.clear()
            self._width, self._theme = width, theme
        top, _, bottom, left = widget.styles.padding
        content = range(top, widget.region.height - bottom)
        strips = []
        for y in crop.line_range:
            if y in self._dirty_lines or (y not in self._cache and y in content):
                self._framed.pop(y, None)
                if y in content:
                    self._cache[y] = widget.render_line(y - top)
            if y not in self._framed:
                self._framed[y] = self._with_frame(y, content, left)
            strips.append(self._framed[y])
        self._dirty_lines.difference_update(crop.line_range)
        for line_filter in widget.get_line_filters():
            background = widget.background_colors[1]
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _with_frame(self, y: int, content: range, left: int) -> Strip:
        if y in content:
            edge = self._frame.edge(left, self._theme) if self._frame else _blank(left)
            return _padded(self._cache[y], edge, left, self._width)
        if self._frame:
            return self._frame.line(self._width, self._theme, top=y < content.start)
        return _padded(Strip((), 0), [], 0, self._width)


def _blank(width: int) -> list[Segment]:
    return [Segment(" " * width)] if width else []


def _padded(line: Strip, edge: list[Segment], left: int, width: int) -> Strip:
    """Return ``line`` with the ``left`` cells of ``edge`` before it, filled to ``width`` cells."""
    right = width - left - line.cell_length
    if not left and not right:
        return line
    return Strip([*edge, *line, *_blank(right if right > 0 else 0)], width)
