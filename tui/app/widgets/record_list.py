"""The list of a section: one row per record, aligned in columns; only visible rows are drawn."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence

from textual import events
from textual.strip import Strip

from tui.app.browse.sources.list_source import PIN_SIGN, ListContent
from tui.app.textual_theme import strip
from tui.app.widgets.line_view import LineView
from tui.document import Role, Span
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line
from tui.render.list_layout import column_widths, head_line, list_line, titles_first
from tui.render.match_spans import highlight
from tui.store import Row
from tui.text.width import cell_width

# Marks before the name of a record, besides PIN_SIGN.
DISPUTED = "!"
MARKED = "+"
"""Marked for a comparison."""

_MIN_WIDE = 70
"""Cells from which a sorted list is a table: titles take half of the width if others need it."""
_MIN_TWO_COLUMNS = 26
"""Cells below which it shows only the name."""
_MIN_NAME = 16
"""Cells that a name and the gap after it take at least beside another column."""
_MEASURED_ROWS = 300
"""Rows whose cells set the column widths: the first ones, so that long lists load lazily."""


class RecordList(LineView):
    """Rows with a cursor."""

    def __init__(
        self,
        glyphs: Glyphs,
        widget_id: str,
        cursor_moved: Callable[[int], None],
        row_chosen: Callable[[int], None],
    ) -> None:
        """``cursor_moved``: called with the number of the row under the cursor after a move;
        ``row_chosen``: with the number of the row that was clicked."""
        super().__init__(widget_id, glyphs)
        self._cursor_moved = cursor_moved
        self._row_chosen = row_chosen
        self._content = ListContent()
        self._widths: list[int] = []
        self._has_header = False
        self._pinned: frozenset[str] = frozenset()
        self._pending_top = -1
        """First row to show once the hidden list has a size; -1 for any."""
        self._last_resize = (0, 0)
        """The first row after the last resize, and the first row before a series of resizes."""
        self.cursor = 0
        self.marked: Container[str] = ()
        """Ids of the records marked for a comparison."""

    @property
    def rows(self) -> Sequence[Row]:
        """The rows of the list."""
        return self._content.rows

    @property
    def position(self) -> tuple[int, ...]:
        """The cursor and the first visible row."""
        return (self.cursor, self.top)

    def show(self, content: ListContent, cursor: int = 0, top: int = -1) -> None:
        """Replace the rows and move the cursor (see ``move_cursor_to``)."""
        self._content = content
        self._last_resize = (-1, 0)
        self._fit_columns()
        self.move_cursor_to(cursor, top)

    def set_pinned(self, records: Iterable[str]) -> None:
        """Mark these records as pinned."""
        pinned = frozenset(records)
        if pinned != self._pinned:
            self._pinned = pinned
            self._fit_columns()

    def move_cursor_to(self, cursor: int, top: int = -1) -> None:
        """Move the cursor to the row ``cursor``.

        ``top``: the first row to show; -1 to scroll only as far as needed.
        """
        self.cursor = cursor
        self._pending_top = top
        if self.size.height:  # 0 while hidden
            self._scroll_to_cursor()
        self.refresh()

    def _scroll_to_cursor(self) -> None:
        if self._pending_top >= 0:
            self.scroll_to_line(self._pending_top)
        self._pending_top = -1
        self.show_line(self.cursor)

    # -- columns

    @property
    def _marks_width(self) -> int:
        """Cells of the marks: cursor, pin if any record is pinned, dispute or comparison."""
        return 2 + bool(self._pinned)

    def _fit_columns(self) -> None:
        columns = self._content.columns
        width = max(0, self.line_width - self._marks_width)
        self._widths = _fitted_widths(self._content, width) if columns else []
        visible = [index for index, cells in enumerate(self._widths) if cells]
        self._has_header = len(visible) > 1 and all(columns[index][0] for index in visible)
        self.content_changed()

    def fit_to_size(self, top: int) -> None:
        """Fit the columns to the new width and keep the first row, also over several resizes."""
        last_top, wanted_top = self._last_resize
        if last_top != top:  # scrolled by the reader since the last resize
            wanted_top = top
        self._fit_columns()
        if self._pending_top >= 0:
            wanted_top = self._pending_top
        if self.size.height:
            self._pending_top = wanted_top
            self._scroll_to_cursor()
            self._last_resize = (self.top, wanted_top)

    # -- drawing

    def line_count(self) -> int:
        """Return the number of rows, plus one for the header."""
        return len(self.rows) + self._has_header

    def render_line(self, y: int) -> Strip:
        """Return the header as the first line; the rows scroll below it."""
        if not self._has_header or y:
            return super().render_line(y)
        heads = [head for head, _ in self._content.columns]
        line = head_line(heads, self._content.columns, self._widths)
        margin = Span(" " * self._marks_width)
        return strip((margin, *line), self.line_width, self.app.theme)

    def show_line(self, number: int) -> None:
        """Scroll as little as is needed to make row ``number`` visible below the header."""
        window = max(1, self.size.height - self._has_header)
        if number < self.top:
            self.scroll_to_line(number)
        elif number >= self.top + window:
            self.scroll_to_line(number + 1 - window)

    def draw_line(self, number: int, width: int) -> Strip:
        """Return a row with its marks; the row under the cursor is reversed in focus."""
        number -= self._has_header
        at_cursor, row = number == self.cursor, self.rows[number]
        columns = self._content.columns
        others: list[Role] = ["muted"] * (len(columns) - 1)
        roles: list[Role] = ["title" if at_cursor else "body", *others]
        cells = list_line(row.cells, columns, self._widths, roles, self._glyphs)
        line = (*self._marks(row, at_cursor), *self._highlighted(cells, row))
        selected = range(len(line)) if at_cursor and self.has_focus else ()
        return strip(line, width, self.app.theme, selected)

    def _marks(self, row: Row, at_cursor: bool) -> list[Span]:
        marks = [Span(self._glyphs.cursor if at_cursor else " ", "mark")]
        if self._pinned:
            marks.append(Span(PIN_SIGN if row.id in self._pinned else " ", "mark"))
        if row.id in self.marked:
            marks.append(Span(MARKED, "mark"))
        else:
            marks.append(Span(DISPUTED if row.disputed else " ", "warning"))
        return marks

    def _highlighted(self, line: Line, row: Row) -> Line:
        """Highlight the matches of a search in the name, the first cell, and in the other cells."""
        matches = self._content.highlighter
        if matches is None or not line:
            return line
        name, *rest = line
        spans = [*highlight(name, matches.in_title(row.id, name.text))]
        for span in rest:
            spans += highlight(span, matches.in_text(span.text))
        return tuple(spans)

    # -- moving

    def move(self, steps: int) -> None:
        """Move the cursor by ``steps`` rows."""
        self._set_cursor(self.cursor + steps)

    def move_screen(self, steps: int) -> None:
        """Move the cursor by ``steps`` times the height of the window."""
        self._set_cursor(self.cursor + steps * max(1, self.size.height - 1))

    def move_edge(self, steps: int) -> None:
        """Move the cursor to the first or last row."""
        self._set_cursor(len(self.rows) if steps > 0 else 0)

    def _set_cursor(self, number: int) -> None:
        number = max(0, min(number, len(self.rows) - 1))
        if number == self.cursor or not self.rows:
            return
        self._repaint_row(self.cursor)
        self.cursor = number
        self._repaint_row(number)
        self.show_line(number)
        self._cursor_moved(number)

    def _repaint_row(self, number: int) -> None:
        self.refresh_line(number + self._has_header)

    def choose(self) -> None:
        """Open the row under the cursor."""
        if self.rows:
            self._row_chosen(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the clicked row and open it."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < self._has_header:
            return
        number = offset.y + self.top - self._has_header
        if number < len(self.rows):
            self._set_cursor(number)
            self.choose()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Repaint the row under the cursor, which is reversed in focus only."""
        self._repaint_row(self.cursor)


def _fitted_widths(content: ListContent, width: int) -> list[int]:
    """Return the cells of each column, 0 for a hidden one.

    The titles come first; a list sorted by another column shows that one too if there is room.
    """
    columns, sort_column = content.columns, content.sort_column
    rows = [row.cells for row in content.rows[:_MEASURED_ROWS]]
    if sort_column and width >= _MIN_WIDE:
        return column_widths(columns, rows, width)
    if not sort_column:
        return titles_first(columns, rows, width)
    widths = [width, *[0] * (len(columns) - 1)]
    needed = max(
        cell_width(text) for text in (columns[sort_column][0], *(r[sort_column] for r in rows))
    )
    if needed + _MIN_NAME <= width:  # what the list is sorted by is shown in full
        widths[0], widths[sort_column] = width - needed - 2, needed
    elif width >= _MIN_TWO_COLUMNS:
        pair = (columns[0], columns[sort_column])
        cells = [(row[0], row[sort_column]) for row in rows]
        widths[0], widths[sort_column] = column_widths(pair, cells, width)
    return widths
