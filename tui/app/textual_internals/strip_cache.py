"""Strip cache with explicit invalidation."""

from __future__ import annotations

from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class StripCache(StylesCache):
    """Cache the strips of a widget that has neither border, tint, hatching nor opacity.

    Textual's own cache asks the style sheet for each of these on every line, which was most of the
    time of a repaint.
    """

    _theme = ""
    """The theme of the cached strips."""

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """Return the strips within ``crop``: blank in the padding, else from ``render_line``."""
        width, theme = widget.region.width, widget.app.theme
        if (width, theme) != (self._width, self._theme):
            self.clear()
            self._width, self._theme = width, theme
        top, _, bottom, left = widget.styles.padding
        content = range(top, widget.region.height - bottom)
        strips = []
        for y in crop.line_range:
            if y in self._dirty_lines or y not in self._cache:
                line = widget.render_line(y - top) if y in content else Strip((), 0)
                self._cache[y] = _padded(line, left, width)
            strips.append(self._cache[y])
        self._dirty_lines.difference_update(crop.line_range)
        for line_filter in widget.get_line_filters():
            background = widget.background_colors[1]
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips


def _padded(line: Strip, left: int, width: int) -> Strip:
    """Return ``line`` with ``left`` cells before it, filled to ``width`` cells."""
    right = width - left - line.cell_length
    if not left and not right:
        return line
    segments = [Segment(" " * left)] if left else []
    segments += line
    if right > 0:
        segments.append(Segment(" " * right))
    return Strip(segments, width)
