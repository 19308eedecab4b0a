"""The frame of a dialog above the panels, and a line of text within it."""

from __future__ import annotations

from textual.containers import Vertical
from textual.geometry import Region
from textual.strip import Strip

from tui.app.textual_internals.line_widgets import LineWidget
from tui.app.textual_theme import strip
from tui.document import Role, Span
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import padded
from tui.render.panel_border import PanelTitles, bottom_line, top_line
from tui.text.width import cell_width

_BETWEEN_PARTS = " · "
_AROUND, _AROUND_IF_SHORT = 3, 1
"""Lines of the window that stay free: title bar, sections, key bar; in a short window the last."""
SHORT = 21
"""Lines of a window below which dialogs save lines."""


class DialogBox(Vertical):
    """A container with a border, drawn as those of the panels are."""

    def __init__(self, glyphs: Glyphs, widget_id: str, lines: int = 0) -> None:
        """``lines``: wanted at most, with the border; 0 for those of the content."""
        super().__init__(id=widget_id)
        self._glyphs = glyphs
        self._lines = lines
        self._titles = PanelTitles()

    def set_titles(self, title: str, tag: str = "") -> None:
        """Set the texts at the left and right of the top border."""
        titles = PanelTitles(title, tag)
        if titles != self._titles:
            self._titles = titles
            self.refresh()

    def want_lines(self, lines: int) -> None:
        """Set how many lines are wanted."""
        if lines != self._lines:
            self._lines = lines
            self.fit(self.app.size.height)

    def fit(self, window: int) -> None:
        """Take the wanted lines as far as a window of ``window`` lines has them."""
        if self._lines:
            around = _AROUND if window >= SHORT else _AROUND_IF_SHORT
            self.styles.height = max(3, min(self._lines, window - around))

    def on_mount(self) -> None:
        """Take the size that fits."""
        self.fit(self.app.size.height)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return lines of the border; the content is drawn by the widgets above it."""
        width, height = self.region.size
        edge, blank = Span(self._glyphs.edge, "accent"), Span(" " * max(0, width - 2))
        strips = []
        for y in crop.line_range:
            if y == 0:
                line = top_line(self._titles, width, "box", self._glyphs, focused=True)
            elif y == height - 1:
                line = bottom_line(self._titles, width, self._glyphs, focused=True)
            else:
                line = (edge, blank, edge)
            drawn = strip(line, width, self.app.theme)
            for line_filter in self.get_line_filters():
                drawn = drawn.apply_filter(line_filter, self.background_colors[1])
            strips.append(drawn.crop(*crop.column_span))
        return strips


class TextLine(LineWidget):
    """One line of text. Where it is too long, its parts (``a · b · c``) are left out from the first
    one on: the last one says how to close the dialog."""

    def __init__(self, widget_id: str, text: str = "", role: Role = "muted") -> None:
        super().__init__(widget_id)
        self._text = text
        self._role: Role = role

    def show(self, text: str, role: Role = "muted") -> None:
        """Show another text."""
        if (text, role) != (self._text, self._role):
            self._text, self._role = text, role
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        width = self.size.width
        if y:
            return Strip.blank(width)
        text = self._text
        while cell_width(text) > width and _BETWEEN_PARTS in text:
            text = text.partition(_BETWEEN_PARTS)[2]
        return strip((padded(text, width, self._role),), width, self.app.theme)
