"""The scroll bar of a panel: a thin line beside the part that is in the window."""

from __future__ import annotations

from math import ceil
from typing import ClassVar

from rich.color import Color
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

from tui.render.glyphs import ASCII, UNICODE


class LineScrollBar(ScrollBarRender):
    """Whole cells only, a sign in each.

    Textual's own ends in eighths of a cell, which take characters that not every terminal draws,
    and is told from its background by colour alone.
    """

    THUMB: ClassVar[str] = UNICODE.edge

    @classmethod
    def render_bar(
        cls,
        size: int = 25,
        virtual_size: float = 50,
        window_size: float = 20,
        position: float = 0,
        thickness: int = 1,
        vertical: bool = True,  # noqa: ARG003
        back_color: Color = Color.default(),  # noqa: ARG003, B008
        bar_color: Color = Color.default(),  # noqa: ARG003, B008
    ) -> Segments:
        """A segment a line."""
        if not (window_size and size and virtual_size > window_size):
            return Segments([Segment(" " * thickness)] * size, new_lines=True)
        height = max(1, min(size - 1, round(window_size / virtual_size * size)))
        # At either end only where that is the end of the page.
        first = ceil(position / (virtual_size - window_size) * (size - height))
        first = max(0, min(first, size - height))
        above = Segment(" " * thickness, Style(meta={"@mouse.down": "scroll_up"}))
        thumb = Segment(cls.THUMB * thickness, Style(bold=True, meta={"@mouse.down": "grab"}))
        below = Segment(" " * thickness, Style(meta={"@mouse.down": "scroll_down"}))
        rest = max(0, size - first - height)
        return Segments([above] * first + [thumb] * height + [below] * rest, new_lines=True)


class AsciiScrollBar(LineScrollBar):
    """For terminals without Unicode."""

    THUMB: ClassVar[str] = ASCII.edge
