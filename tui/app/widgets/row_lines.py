"""The lines of the rows of a list: some rows take more than one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from tui.app.browse.sources.list_source import ListContent
from tui.document import Role
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line
from tui.render.list_layout import (
    lines_below,
    list_lines,
    row_height,
)
from tui.render.list_titles import title_lines
from tui.render.list_widths import period_column
from tui.render.match_spans import highlight
from tui.store import Row
from tui.text.width import cell_width

if TYPE_CHECKING:
    from tui.search.match_highlight import Highlighter


_MAX_WRAPPED = 300
"""Rows of a list whose titles are wrapped: a longer list loads its rows when they are shown."""


class RowLines:
    """The lines of each row. Rows are measured only where figures or texts may stand below titles,
    or where titles have the list for themselves and are wrapped. What a column without room has is
    on the page beside the list, not on a line of its own."""

    def __init__(
        self,
        content: ListContent,
        widths: Sequence[int],
        room: int = 0,
        window: tuple[int, int] = (0, 0),
    ) -> None:
        """``widths``: of the columns; ``room``: cells of the texts below rows; ``window``: its
        size, on which depends how many results have their answers below the titles."""
        if content.are_results:
            from tui.app.widgets.result_rows import (
                with_answers_below,
            )  # lazy: not in the first frame

            content = with_answers_below(content, widths, room, window)
        columns = content.columns
        self.rows = content.rows
        self._columns, self._widths, self._room = columns, widths, room
        self._count = len(content.rows)
        self._wraps = bool(widths and columns[0][0]) and not any(widths[1:])
        self._wraps = self._wraps and self._count <= _MAX_WRAPPED
        self._starts: list[int] = []
        """The first line of each row, and the line after the last one; empty: one line each."""
        period = period_column(columns) if widths else 0
        has_below = content.chips or content.are_results
        is_measured = bool(has_below) and any(row.below for row in content.rows)
        if period and widths[period - 1]:
            is_measured |= not widths[period] or any(
                cell_width(row.cells[at]) > widths[at]
                for row in (content.sample or content.rows)[:_MAX_WRAPPED]
                for at in (0, period)
            )
        if is_measured or self._wraps:
            starts = [0, *accumulate(map(self._height, content.rows))]
            self._starts = starts if starts[-1] > self._count else []

    def _height(self, row: Row) -> int:
        cells = row.cells
        height = row_height(cells, self._columns, self._widths, has_texts=True)
        height += self._wraps and cell_width(cells[0]) > self._widths[0]
        return height + len(lines_below(row.below, self._room))

    @property
    def count(self) -> int:
        """The lines of all rows."""
        return self._starts[-1] if self._starts else self._count

    def of_row(self, number: int) -> range:
        """Return the lines of a row."""
        if self._starts and 0 <= number < self._count:
            return range(self._starts[number], self._starts[number + 1])
        return range(number, number + 1)

    def at(self, line: int) -> tuple[int, int]:
        """Return the row at a line, and the number of the line within the row."""
        if not self._starts or line >= self._starts[-1]:
            return line, 0
        row = bisect_right(self._starts, line) - 1
        return row, line - self._starts[row]

    def whole_from(self, line: int) -> int:
        """Return the first line of the first row that begins at ``line`` or below."""
        row, part = self.at(line)
        return self._starts[row + 1] if part else line

    def line(self, row: Row, part: int, roles: Sequence[Role], glyphs: Glyphs) -> Line:
        """Return the line ``part`` of a row; ``roles``: of the columns."""
        columns, widths, cells = self._columns, self._widths, row.cells
        lines = list_lines(cells, columns, widths, roles, glyphs, has_texts=True)
        if self._wraps:
            lines[:1] = title_lines(cells[0], widths[0], roles[0])
        return (*lines, *lines_below(row.below, self._room))[part]


def highlighted(line: Line, row: Row, matches: Highlighter | None) -> Line:
    """Highlight the matches of a search in the name, the first cell, and in the other cells."""
    if matches is None or not line:
        return line
    name, *rest = line
    spans = [*highlight(name, matches.in_title(row.id, name.text))]
    for span in rest:
        spans += highlight(span, matches.in_text(span.text))
    return tuple(spans)
