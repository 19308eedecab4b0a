"""The list of a section: one row per record, aligned in columns; only visible rows are drawn."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence

from textual import events
from textual.strip import Strip

from tui.app.browse.sources.list_source import PIN_SIGN, ListContent, ValueCounts
from tui.app.textual_theme import strip
from tui.app.widgets.line_view import LineView
from tui.app.widgets.list_columns import wanted_width, widths_beside_marks
from tui.app.widgets.row_lines import RowLines, highlighted
from tui.app.widgets.value_bars import has_room, value_bars
from tui.document import Role, Span
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line, line_width, wrap
from tui.render.list_layout import head_line, heading_at
from tui.store import Row
from tui.text.width import cell_width

# Marks before the name of a record, besides PIN_SIGN.
DISPUTED = "!"
MARKED = "+"  # for a comparison
_MARKS_WIDTH = 2
"""Cells before a name: the cursor, or the pin of another row; dispute or comparison, or the pin of
the row under the cursor. A space follows them where there is room."""


class RecordList(LineView):
    """Rows with a cursor."""

    def __init__(
        self,
        glyphs: Glyphs,
        widget_id: str,
        cursor_moved: Callable[[int], None],
        row_chosen: Callable[[int], None],
        heading_chosen: Callable[[int], None] = lambda _: None,
        chip_chosen: Callable[[int], None] = lambda _: None,
    ) -> None:
        """``cursor_moved``: called with the number of the row under the cursor after a move;
        ``row_chosen``, ``heading_chosen``, ``chip_chosen``: with the number of the row, column or
        filter that was clicked."""
        super().__init__(widget_id, glyphs)
        self._heading_chosen = heading_chosen
        self._chip_chosen = chip_chosen
        self._cursor_moved = cursor_moved
        self._row_chosen = row_chosen
        self._content = ListContent()
        self._widths: list[int] = []
        self._marks_width = _MARKS_WIDTH
        self._lines = RowLines(self._content, ())
        self._has_header = False
        self._pinned: frozenset[str] = frozenset()
        self._pending_top = -1
        """First row to show once the hidden list has a size; -1 for any."""
        self._last_resize = (0, 0)
        """The first row after the last resize, and the first row before a series of resizes."""
        self.cursor = 0
        self._in_use = False
        self.marked: Container[str] = ()
        """Ids of the records marked for a comparison."""
        self.counts: Callable[[], Sequence[ValueCounts]] = tuple
        """Returns how the rows divide by their facets."""
        self._bars: tuple[object, object, list[Line]] = (None, None, [])
        """The list and the size for which bars are drawn below the rows, and the bars."""

    @property
    def rows(self) -> Sequence[Row]:
        """The rows of the list."""
        return self._content.rows

    @property
    def top(self) -> int:
        """The first visible line, the first one of a row."""
        return self._lines.whole_from(super().top)

    @property
    def position(self) -> tuple[int, ...]:
        """The cursor and the first visible row."""
        return (self.cursor, self.top)

    def show(self, content: ListContent, cursor: int = 0, top: int = -1) -> None:
        """Replace the rows and move the cursor (see ``move_cursor_to``)."""
        self._content, self._last_resize = content, (-1, 0)
        self._fit_columns()
        self.move_cursor_to(cursor, top)

    def wanted_width(self, window: int) -> int:
        """Return the cells to take of a window beside the page."""
        return wanted_width(self._content, window, _MARKS_WIDTH + 1)

    def set_pinned(self, records: Iterable[str]) -> None:
        """Mark these records as pinned."""
        pinned = frozenset(records)
        if pinned != self._pinned:
            self._pinned = pinned
            self.content_changed()

    def use_while_typing(self, *, in_use: bool) -> None:
        """Show that keys typed into an input box move the cursor of the list."""
        if in_use != self._in_use:
            self._in_use = in_use
            self._repaint_row(self.cursor)

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
        top, self._pending_top = self._pending_top, -1
        if top >= 0:
            self.scroll_to_line(top)
        self.show_line(self.cursor)

    # -- columns

    def _fit_columns(self) -> None:
        columns = self._content.columns
        width = max(0, self.line_width - 1)
        self._marks_width, self._widths = widths_beside_marks(self._content, width, _MARKS_WIDTH)
        room = max(0, width - self._marks_width)
        self._lines = RowLines(self._content, self._widths, room, self.app.size)
        visible = [index for index, cells in enumerate(self._widths) if cells]
        self._has_header = bool(visible) and all(columns[index][0] for index in visible)
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
        """Return the lines of the rows, plus those above them that do not scroll."""
        return (self._lines.count or len(self._empty_lines())) + self._above

    def _empty_lines(self) -> list[Line]:
        """Return what is said in place of the rows."""
        room = self.line_width - self._marks_width - 1
        return wrap((Span(self._content.empty, "heading"),), room) if room > 0 else []

    @property
    def _above(self) -> int:
        """Lines above the rows: the filters and the headings."""
        return bool(self._content.chips) + self._has_header

    def render_line(self, y: int) -> Strip:
        """Return filters and headings as the first lines; the rows scroll below them."""
        if y >= self._above:
            return self._bar_line(y) or super().render_line(y)
        if y or not self._content.chips:
            heads = [head for head, _ in self._content.columns]
            line = head_line(heads, self._content.columns, self._widths)
            line = (Span(" " * self._marks_width), *line)
            return strip(line, self.line_width, self.app.theme)
        room = self.line_width - 2
        spans = [Span(" "), *(Span(f"{text}  ", "mark") for text in self._chip_texts())]
        for note in filter(None, self._content.chips_notes):
            if line_width(tuple(spans)) + cell_width(note) <= room:
                spans.append(Span(f"{note}  ", "muted"))
        return strip(spans, self.line_width, self.app.theme)

    def _bar_line(self, y: int) -> Strip | None:
        """Return a line of the bars below the rows; None where they leave too little room."""
        free = self.size.height - self.line_count() - 1
        at = y - self.line_count() - 1
        if at < 0 or not self._has_header or not has_room(len(self.rows), free, self.size.height):
            return None
        if self._bars[0] is not self._content or self._bars[1] != self.size:
            width = self.line_width - self._marks_width - 1
            lines = value_bars(self.counts(), width, free, self._glyphs)
            self._bars = (self._content, self.size, lines)
        line = (Span(" " * self._marks_width), *dict(enumerate(self._bars[2])).get(at, ()))
        return strip(line, self.line_width, self.app.theme)

    def _chip_texts(self) -> list[str]:
        """Return the filters, each with the sign that removes it."""
        return [f"{chip.text} {self._glyphs.remove}" for chip in self._content.chips]

    def show_line(self, number: int) -> None:
        """Scroll as little as is needed to make row ``number`` visible below the header."""
        window, lines = max(1, self.size.height - self._above), self._lines.of_row(number)
        if lines.start < self.top:
            self.scroll_to_line(lines.start)
        elif lines.stop > self.top + window:
            self.scroll_to_line(min(lines.start, lines.stop - window))

    def draw_line(self, number: int, width: int) -> Strip:
        """Return a line of a row with its marks; the row under the cursor is filled in focus."""
        number -= self._above
        before = Span(" " * self._marks_width)
        if not self.rows:
            return strip((before, *self._empty_lines()[number]), width, self.app.theme)
        number, part = self._lines.at(number)
        at_cursor, row = number == self.cursor, self._lines.rows[number]
        others: list[Role] = ["muted"] * (len(self._content.columns) - 1)
        roles: list[Role] = ["title" if at_cursor else "body", *others]
        cells = self._lines.line(row, part, roles, self._glyphs)
        first, second = self._marks(row, at_cursor)
        marks = [first, second] if not part else [first if at_cursor else Span(" "), Span(" ")]
        gap = Span(" " * (self._marks_width - _MARKS_WIDTH))
        line: Line = (*marks, gap, *highlighted(cells, row, self._content.highlighter))
        line = (*line, Span(" " * max(0, width - line_width(line))))
        selected = range(len(line)) if at_cursor and self._is_active else ()
        return strip(line, width, self.app.theme, selected)

    @property
    def _is_active(self) -> bool:
        return self.has_focus or self._in_use

    def _marks(self, row: Row, at_cursor: bool) -> list[Span]:
        sign: Role = "muted" if at_cursor and not self._is_active else "mark"
        pin = PIN_SIGN if row.id in self._pinned else " "
        first = Span(self._glyphs.selected, sign) if at_cursor else Span(pin, "mark")
        if row.id in self.marked:
            return [first, Span(MARKED, "mark")]
        if row.disputed:
            return [first, Span(DISPUTED, "warning")]
        return [first, Span(pin if at_cursor else " ", "mark")]

    # -- moving

    def move(self, steps: int) -> None:
        """Move the cursor by ``steps`` rows."""
        self._set_cursor(self.cursor + steps)

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
        for line in self._lines.of_row(number):
            self.refresh_line(line + self._above)

    def choose(self) -> None:
        """Report the row under the cursor as chosen."""
        if self.rows:
            self._row_chosen(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked row, sort by the clicked heading, or remove the clicked filter."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        line = offset.y + self.top - self._above
        if offset.y < self._above:
            self._click_above(offset.x, is_chips=bool(self._content.chips) and not offset.y)
        elif line < self._lines.count:
            number, _ = self._lines.at(line)
            self._set_cursor(number)
            self.choose()

    def _click_above(self, x: int, *, is_chips: bool) -> None:
        if not is_chips:
            heads = [head for head, _ in self._content.columns]
            at = max(0, x - self._marks_width)
            column = heading_at(heads, self._content.columns, self._widths, at)
            if column >= 0:
                self._heading_chosen(column)
            return
        end = 1
        for number, text in enumerate(self._chip_texts()):
            end += cell_width(text) + 2
            if x < end:
                self._chip_chosen(number)
                return

    def watch_has_focus(self, has_focus: bool) -> None:
        """Repaint the frame, and the row under the cursor, which is filled in focus only."""
        super().watch_has_focus(has_focus)
        self._repaint_row(self.cursor)
