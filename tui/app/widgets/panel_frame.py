"""The frame that a panel draws around its lines, in the accent color while the panel has the
focus."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from tui.app.textual_theme import strip, styles
from tui.render.glyphs import Glyphs
from tui.render.panel_border import FrameKind, PanelTitles, bottom_line, top_line


class PanelFrame:
    """What is drawn in the padding of a panel. It knows neither the size nor the theme."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        self.kind: FrameKind = "none"
        self.titles = PanelTitles()
        self.focused = False

    @property
    def padding(self) -> tuple[int, int, int, int]:
        """Lines and cells around the content: top, right, bottom, left. The scroll bar is the
        border at the right."""
        box = self.kind == "box"
        return (0 if self.kind == "none" else 1, 0, int(box), int(box))

    def line(self, width: int, theme: str, *, top: bool) -> Strip:
        """Return the line above or below the content."""
        if self.kind == "none":
            return Strip.blank(width)
        if top:
            line = top_line(self.titles, width, self.kind, self._glyphs, focused=self.focused)
        else:
            line = bottom_line(self.titles, width, self._glyphs, focused=self.focused)
        return strip(line, width, theme)

    def edge(self, width: int, theme: str) -> list[Segment]:
        """Return the cells at the left of each line of the content."""
        if self.kind != "box":
            return [Segment(" " * width)] if width else []
        role = styles(theme)["accent" if self.focused else "frame"]
        border = Segment(self._glyphs.edge, role)
        return [border, Segment(" " * (width - 1))] if width > 1 else [border]
