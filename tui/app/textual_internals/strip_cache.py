"""The lines of a panel as they were last drawn, kept until they are said to be others."""

from __future__ import annotations

from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class StripCache(StylesCache):
    """In place of Textual's own, which asks the style sheet for the border, tint, hatching and
    opacity of every single line: a panel has none of them, and that was most of a repaint."""

    _theme = ""
    """In which they were drawn."""

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """The lines within ``crop``: blank where the panel has a margin, else as it draws."""
        width, theme = widget.region.width, widget.app.theme
        if (width, theme) != (self._width, self._theme):
            self.clear()
            self._width, self._theme = width, theme
        top, _, bottom, left = widget.styles.padding
        inner = range(top, widget.region.height - bottom)
        strips = []
        for y in crop.line_range:
            if y in self._dirty_lines or y not in self._cache:
                line = widget.render_line(y - top) if y in inner else Strip((), 0)
                self._cache[y] = _placed(line, left, width)
            strips.append(self._cache[y])
        self._dirty_lines.difference_update(crop.line_range)
        for each in widget.get_line_filters():
            strips = [strip.apply_filter(each, widget.background_colors[1]) for strip in strips]
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips


def _placed(line: Strip, left: int, width: int) -> Strip:
    """A line ``left`` cells from the edge, filled to ``width``."""
    right = width - left - line.cell_length
    if not left and not right:
        return line
    segments = [Segment(" " * left)] if left else []
    segments += line
    if right > 0:
        segments.append(Segment(" " * right))
    return Strip(segments, width)
