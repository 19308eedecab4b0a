"""The queue: one row per candidate, with a cursor."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.strip import Strip

from tui.app.review.review_state import QueueRow, QueueView
from tui.app.textual_theme import strip
from tui.app.widgets.line_view import LineView
from tui.document import Span
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import padded
from tui.text.width import cell_width

_HEAD = 7
"""Cells of cursor, sign and number."""
_MIN_TARGET = 8
"""Cells below which a record is not named."""
_WORDS_WIDTH = 14
"""Cells of the words of a candidate beside its reading."""


class QueueList(LineView):
    """The candidates that are to be decided."""

    def __init__(
        self,
        glyphs: Glyphs,
        widget_id: str,
        row_moved: Callable[[int], None],
        clicked: Callable[[str], None],
    ) -> None:
        """``row_moved``: called with the number of the row under the cursor after a move."""
        super().__init__(widget_id, glyphs)
        self._row_moved, self._clicked = row_moved, clicked
        self._view = QueueView()

    @property
    def position(self) -> tuple[int, ...]:
        """The cursor and the first visible row."""
        return (self._view.cursor, self.top)

    def show(self, view: QueueView) -> None:
        """Replace the rows."""
        self._view = view
        self.content_changed()
        self.show_line(view.cursor)

    def fit_to_size(self, top: int) -> None:
        """Keep the cursor visible."""
        super().fit_to_size(top)
        self.show_line(self._view.cursor)

    def line_count(self) -> int:
        """Return the number of rows."""
        return len(self._view.rows) or 1

    def draw_line(self, number: int, width: int) -> Strip:
        """Return sign, number, words, reading and record of a candidate."""
        if not self._view.rows:
            empty = padded(f" {self._view.empty}", width, "muted")
            return strip((empty,), width, self.app.theme)
        row, at_cursor = self._view.rows[number], number == self._view.cursor
        line = (
            Span(self._glyphs.cursor if at_cursor else " ", "mark"),
            row.sign,
            padded(str(row.number), _HEAD - 3, "muted", right=True),
            Span(" "),
            *_texts(row, max(0, width - _HEAD)),
        )
        return strip(line, width, self.app.theme, range(2, len(line)) if at_cursor else ())

    def move(self, steps: int) -> None:
        """Move the cursor by ``steps``."""
        last = len(self._view.rows) - 1
        number = max(0, min(self._view.cursor + steps, last))
        if self._view.rows and number != self._view.cursor:
            self._row_moved(number)

    def move_edge(self, steps: int) -> None:
        """Move the cursor to the first or last row."""
        self.move(steps * len(self._view.rows))

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the clicked row."""
        offset = event.get_content_offset(self)
        self._clicked(self.id or "")
        if offset is not None and offset.y + self.top < len(self._view.rows):
            self.move(offset.y + self.top - self._view.cursor)


def _texts(row: QueueRow, width: int) -> tuple[Span, ...]:
    """Return words, reading and record: what does not fit is dropped from the right."""
    words_width = min(width, max(_WORDS_WIDTH, cell_width(row.text)))
    room = width - words_width
    reading_width = cell_width(row.reading) + 1
    if reading_width > room:
        reading_width = 0
    room -= reading_width
    target_width = min(room, cell_width(row.target) + 1) if room >= _MIN_TARGET else 0
    return (
        padded(row.text, words_width, "body"),
        padded(f" {row.reading}", reading_width + room - target_width, "muted"),
        padded(f" {row.target}" if row.target else "", target_width, "label", right=True),
    )
