"""The lines of the rows of a list: some rows take more than one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from tui.app.browse.sources.list_source import ListContent
from tui.document import Role
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line
from tui.render.list_layout import list_lines, row_height, title_lines
from tui.render.list_widths import period_column
from tui.render.match_spans import highlight
from tui.store import Row
from tui.text.width import cell_width

if TYPE_CHECKING:
    from tui.search.match_highlight import Highlighter


_MAX_WRAPPED = 300
"""Rows of a list whose titles are wrapped: a longer list loads its rows when they are shown."""


class RowLines:
    """The lines of each row. Rows are measured only where figures may stand below titles, or where
    titles have the list for themselves and are wrapped."""

    def __init__(self, content: ListContent, widths: Sequence[int]) -> None:
        """``widths``: of the columns."""
        columns = content.columns
        self._columns, self._widths = columns, widths
        self._count = len(content.rows)
        self._wraps = bool(widths and columns[0][0]) and not any(widths[1:])
        self._wraps = self._wraps and self._count <= _MAX_WRAPPED
        self._starts: list[int] = []
        """The first line of each row, and the line after the last one; empty: one line each."""
        period = period_column(columns) if widths else 0
        if period and widths[period - 1] and not widths[period]:
            heights = (row_height(row.cells, columns, widths) for row in content.rows)
            self._set_heights(heights)
        elif self._wraps:
            wide = (cell_width(row.cells[0]) > widths[0] for row in content.rows)
            self._set_heights(1 + each for each in wide)

    def _set_heights(self, heights: Iterable[int]) -> None:
        starts = [0, *accumulate(heights)]
        self._starts = starts if starts[-1] > self._count else []

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

    def line(self, row: Row, part: int, roles: Sequence[Role], glyphs: Glyphs) -> Line:
        """Return the line ``part`` of a row; ``roles``: of the columns."""
        if self._wraps:
            return title_lines(row.cells[0], self._widths[0], roles[0])[part]
        return list_lines(row.cells, self._columns, self._widths, roles, glyphs)[part]


def highlighted(line: Line, row: Row, matches: Highlighter | None) -> Line:
    """Highlight the matches of a search in the name, the first cell, and in the other cells."""
    if matches is None or not line:
        return line
    name, *rest = line
    spans = [*highlight(name, matches.in_title(row.id, name.text))]
    for span in rest:
        spans += highlight(span, matches.in_text(span.text))
    return tuple(spans)
