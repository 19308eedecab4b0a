"""The list of a section: one line a record, aligned in columns, of which only those in the
window are drawn."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence

from textual import events
from textual.strip import Strip

from tui.app.browse.page_source import Listed
from tui.app.theme import strip
from tui.app.widgets.line_view import LineView
from tui.app.widgets.list_columns import fitted
from tui.document import Role, Span
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line
from tui.render.list_layout import head_line, list_line
from tui.render.match_spans import highlighted
from tui.store import Row
from tui.store.lazy_rows import RowWindow

PINNED = "*"
"""Before that of a record that the reader pinned."""

DISPUTED = "!"
"""Before the name of a record on which sources disagree."""

MARKED = "+"
"""Before one that is marked for a comparison."""


class RecordList(LineView):
    """Rows with a cursor."""

    def __init__(
        self,
        glyphs: Glyphs,
        identity: str,
        moved: Callable[[Row], None],
        chosen: Callable[[Row], None],
    ) -> None:
        """``moved``: told the row that the cursor came to; ``chosen``: the one that was clicked or
        entered."""
        super().__init__(identity)
        self._moved = moved
        self._chosen = chosen
        self._glyphs = glyphs
        self._listed = Listed((), [])
        self._widths: list[int] = []
        self._headed = False
        self._wanted = -1
        """The first row of a list that had no window when it was to be shown."""
        self._pinned: frozenset[str] = frozenset()
        self.cursor = 0
        self.marked: Container[str] = ()
        """Ids of rows that are to be compared."""
        self._kept = (0, 0)
        """Where the last resize left the top, and where it was wanted."""

    @property
    def rows(self) -> Sequence[Row]:
        """What is listed."""
        return self._listed.rows

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def show(self, listed: Listed, record: str, top: int = -1) -> None:
        """List other rows, the cursor on ``record`` or else on the first, from row ``top`` on."""
        self._listed = listed
        self._kept = (-1, 0)
        self._measure()
        self.point_at(record, top)

    def show_pins(self, pinned: Iterable[str]) -> None:
        """Bear a sign at these records."""
        pins = frozenset(pinned)
        if pins != self._pinned:
            self._pinned = pins
            self._measure()

    def point_at(self, record: str, top: int = -1) -> None:
        """The cursor on ``record``, or on the first row."""
        self.cursor = self._place_of(record) if record else 0
        self._wanted = top
        if self.size.height:  # a list that is hidden has no window yet
            self._show_cursor()
        self.refresh()

    def _show_cursor(self) -> None:
        if self._wanted >= 0:
            self.jump(self._wanted)
        self._wanted = -1
        self.show_line(self.cursor)

    @property
    def _signs(self) -> int:
        """Cells before the name."""
        return 2 + bool(self._pinned)

    def _place_of(self, record: str) -> int:
        if isinstance(self.rows, RowWindow):
            return self.rows.place_of(record) or 0
        places = (number for number, row in enumerate(self.rows) if row.id == record)
        return next(places, 0)

    def _measure(self) -> None:
        columns = self._listed.columns
        width = max(0, self.cells - self._signs)
        self._widths = fitted(self._listed, width) if columns else []
        shown = [place for place, size in enumerate(self._widths) if size]
        self._headed = len(shown) > 1 and all(columns[place][0] for place in shown)
        self.content_changed()

    def resized(self) -> None:
        """Columns are fitted to the new width; the row at the top stays there, however often."""
        left, wanted = self._kept
        if left != self.top:  # the reader has moved since
            wanted = self.top
        self._measure()
        if self._wanted >= 0:
            wanted = self._wanted
        if self.size.height:
            self._wanted = wanted
            self._show_cursor()
            self._kept = (self.top, wanted)

    def line_count(self) -> int:
        """One line a row, and one for the heads."""
        return len(self.rows) + self._headed

    def render_line(self, y: int) -> Strip:
        """The heads of the columns stay at the top while rows move."""
        if not self._headed or y:
            return super().render_line(y)
        width = self.cells
        heads = [head for head, _ in self._listed.columns]
        line = head_line(heads, self._listed.columns, self._widths)
        return strip((Span(" " * self._signs), *line), width, self.app.theme)

    def show_line(self, number: int, height: int = 1) -> None:
        """As for any panel; the heads cover a line."""
        window = max(1, self.size.height - self._headed)
        if number < self.top:
            self.jump(number)
        elif number + height > self.top + window:
            self.jump(number + height - window)

    def draw(self, number: int, width: int) -> Strip:
        """A row; the one under the cursor bears a sign, and is turned around in focus."""
        number -= self._headed
        here, row = number == self.cursor, self.rows[number]
        columns = self._listed.columns
        others: list[Role] = ["muted"] * (len(columns) - 1)
        roles: list[Role] = ["title" if here else "body", *others]
        line = self._marked(list_line(row.cells, columns, self._widths, roles, self._glyphs), row)
        sign = Span(self._glyphs.cursor if here else " ", "mark")
        mark = Span(DISPUTED if row.disputed else " ", "warning")
        if row.id in self.marked:
            mark = Span(MARKED, "mark")
        signs = [sign, mark]
        if self._pinned:  # else the sign has no column
            signs.insert(1, Span(PINNED if row.id in self._pinned else " ", "mark"))
        chosen = range(len(line) + len(signs)) if here and self.has_focus else ()
        return strip((*signs, *line), width, self.app.theme, chosen)

    def _marked(self, line: Line, row: Row) -> Line:
        """What a search found stands out; the name of the row is its first cell."""
        marks = self._listed.marks
        if marks is None or not line:
            return line
        name, *rest = line
        spans = [*highlighted(name, marks.in_title(row.id, name.text))]
        for span in rest:
            spans += highlighted(span, marks.in_text(span.text))
        return tuple(spans)

    def move(self, steps: int) -> None:
        """The cursor, by rows."""
        self._set_cursor(self.cursor + steps)

    def move_screen(self, steps: int) -> None:
        """The cursor, by a window's height."""
        self._set_cursor(self.cursor + steps * max(1, self.size.height - 1))

    def move_edge(self, steps: int) -> None:
        """The cursor, to the first or last row."""
        self._set_cursor(len(self.rows) if steps > 0 else 0)

    def _set_cursor(self, number: int) -> None:
        number = max(0, min(number, len(self.rows) - 1))
        if number == self.cursor or not self.rows:
            return
        self._draw_row(self.cursor)
        self.cursor = number
        self._draw_row(number)
        self.show_line(number)  # which draws all of them where they move
        self._moved(self.rows[number])

    def _draw_row(self, number: int) -> None:
        """One row anew."""
        self.refresh_line(number + self._headed)

    def choose(self) -> None:
        """Open the row under the cursor."""
        if self.row:
            self._chosen(self.row)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor there and opens the row."""
        place = event.get_content_offset(self)
        number = -1 if place is None else place.y + self.top - self._headed
        if place is not None and place.y < self._headed:
            number = -1
        if 0 <= number < len(self.rows):
            self._set_cursor(number)
            self.choose()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """The cursor is drawn otherwise."""
        self._draw_row(self.cursor)
