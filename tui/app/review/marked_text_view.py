"""A wrapped text with signs and labels in its margin; only visible rows are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual import events
from textual.strip import Strip

from tui.app.review.review_state import MarkedText
from tui.app.textual_theme import strip
from tui.app.widgets.line_view import LineView
from tui.document import Span, Spans
from tui.document.spans import plain_text
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import padded
from tui.text.linebreak import break_text


class MarkedTextView(LineView):
    """A text that scrolls."""

    def __init__(self, glyphs: Glyphs, widget_id: str, clicked: Callable[[str], None]) -> None:
        """``clicked``: called with the id of the panel."""
        super().__init__(widget_id, glyphs)
        self._clicked = clicked
        self._content = MarkedText()
        self._rows: list[tuple[int, int, int]] = []
        """Line, start and end offset of each row."""
        self._breaks: dict[str, list[tuple[int, int]]] = {}
        self._breaks_width = -1

    def show(self, content: MarkedText) -> None:
        """Replace the text; make its focus visible."""
        self._content = content
        self._lay_out()
        self.content_changed()
        self._show_focus()

    def fit_to_size(self, top: int) -> None:
        """Wrap the text again for the new width."""
        self._lay_out()
        super().fit_to_size(top)
        self._show_focus()

    def _lay_out(self) -> None:
        width = max(1, self.line_width - self._content.margin)
        if width != self._breaks_width:
            self._breaks, self._breaks_width = {}, width
        self._rows = []
        for number, line in enumerate(self._content.lines):
            text = plain_text(line.spans)
            if text not in self._breaks:
                self._breaks[text] = break_text(text, width) if text else [(0, 0)]
            self._rows += [(number, start, end) for start, end in self._breaks[text]]

    def _show_focus(self) -> None:
        """Scroll to the focus if it is not visible, with text around it."""
        focus, height = self._content.focus, self.size.height
        if focus is None or not height:
            return
        row = self._row_of(*focus)
        if not self.top <= row < self.top + height:
            self.scroll_to_line(max(0, row - height // 3))

    def _row_of(self, line: int, offset: int) -> int:
        rows = [at for at, row in enumerate(self._rows) if row[0] == line and row[1] <= offset]
        return rows[-1] if rows else 0

    def line_count(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def draw_line(self, number: int, width: int) -> Strip:
        """Return a row with its margin."""
        line, start, end = self._rows[number]
        content = self._content.lines[line]
        spans = [*_slice(content.spans, start, end)]
        if self._content.margin:
            signs = [sign for at, sign in content.marks if start <= at < max(end, start + 1)]
            label = content.label if not start else ""
            margin = padded(label, self._content.margin - 2, "muted", right=True)
            spans = [signs[0] if signs else Span(" "), margin, Span(" "), *spans]
        return strip(spans, width, self.app.theme)

    def move(self, steps: int) -> None:
        """Scroll by rows."""
        self.scroll_to_line(self.top + steps)

    def move_edge(self, steps: int) -> None:
        """Scroll to the beginning or the end."""
        self.scroll_to_line(len(self._rows) if steps > 0 else 0)

    def on_click(self, _event: events.Click) -> None:
        """Report the click."""
        self._clicked(self.id or "")


def _slice(spans: Spans, start: int, end: int) -> Iterator[Span]:
    """Yield the part of spans between two offsets of their text."""
    position = 0
    for span in spans:
        piece = span.text[max(0, start - position) : max(0, end - position)]
        if piece:
            yield span._replace(text=piece)
        position += len(span.text)
