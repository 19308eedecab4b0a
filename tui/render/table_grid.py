"""The tables of a comparison on one grid: the columns of the subjects start at the same cells."""

from __future__ import annotations

from collections.abc import Sequence
from operator import ge

from tui.document import Document, Spans, Table, TableRow
from tui.render.column_sizes import text_width
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line
from tui.render.side_by_side import GAP, column_lines, column_widths
from tui.text.width import cell_width

_MIN_WIDTH = 66
"""Cells below which the tables are laid out one by one."""
_MAX_LABEL = (24, 44)
"""Cells of the labels at most: in a window of 80 cells or less, and in wide ones."""
_MIN_LABEL = 20
"""Cells of the labels at least where they are made narrower for figures with their evidence."""
_MAX_SUBJECT = range(48, 19, -4)
"""Cells of a column at most, so that the eye finds the next one: the first of these for which all
columns have room, unless a figure with its evidence needs more."""


class TableGrid:
    """The widths of the columns that the tables of a page share: of the labels and of each subject;
    empty where the tables share none."""

    def __init__(self, document: Document, width: int) -> None:
        tables = [block for block in document.blocks if isinstance(block, Table)]
        self._tables = [table for table in tables if table.on_grid]
        self.widths: list[int] = []
        self._values = _value_widths(self._tables)
        self._beside = [False] * len(self._values)
        """Whether each status in the column of a subject stands beside its value, not below."""
        if self._tables and width >= _MIN_WIDTH:
            rows = [self._row(row) for table in self._tables for row in table.rows]
            self.widths = _shared_widths(self._tables[0].heads, rows, width)
            lines = [_figure_line(rows, at) for at in range(len(self._values))]
            self._beside = [*map(ge, self.widths[1:], lines)]

    @property
    def width(self) -> int:
        """The cells of a whole line; 0 where the tables share no columns."""
        return sum(self.widths) + GAP * (len(self.widths) - 1) if self.widths else 0

    def lines(self, table: Table, glyphs: Glyphs) -> list[Line]:
        """Return the lines of a table; none where it is not on the grid."""
        if not self.widths or not table.on_grid:
            return []
        aligned = table._replace(rows=tuple(map(self._row, table.rows)))
        return column_lines(aligned, self.widths, glyphs, is_tall=True, by_cells=True)

    def _row(self, row: TableRow) -> TableRow:
        cells = tuple(
            tuple(_aligned(spans, width, right=right) for spans in cell)
            for cell, width, right in zip(row.cells, self._values, self._beside, strict=True)
        )
        return row._replace(cells=cells)


def _shared_widths(heads: tuple[Spans, ...], rows: Sequence[TableRow], width: int) -> list[int]:
    """Return the widths for all rows together; empty where there is not enough room."""
    most_label = min(max(_MAX_LABEL[0], width * 3 // 10), _MAX_LABEL[1])
    subjects = [_figure_line(rows, at) for at in range(len(heads))]
    table = Table(heads, tuple(rows))
    widths: list[int] = []
    for limit in _MAX_SUBJECT:
        most = [most_label, *(max(limit, min(line, _MAX_SUBJECT[0])) for line in subjects)]
        widths = column_widths(table, width, most)
        if sum(widths) + GAP * (len(widths) - 1) < width:  # all have what they need
            return widths
    for label in range(most_label, _MIN_LABEL - 1, -1):  # no figure apart from its status
        most = [label, *(max(line, _MAX_SUBJECT[-1]) for line in subjects)]
        found = column_widths(table, width, most)
        if found and all(map(ge, found[1:], subjects)):
            return found
    return widths


def _figure_line(rows: Sequence[TableRow], column: int) -> int:
    """Return the width of the widest line with a figure in a column."""
    cells = (spans for row in rows for spans in row.cells[column] if _is_value(spans))
    return max(map(text_width, cells), default=0)


def _value_widths(tables: Sequence[Table]) -> list[int]:
    """Return the width of the widest value in the column of each subject."""
    columns = max((len(table.heads) for table in tables), default=0)
    widths = [0] * columns
    for table in tables:
        for row in table.rows:
            for number, cell in enumerate(row.cells):
                values = (cell_width(spans[0].text) for spans in cell if _is_value(spans))
                widths[number] = max(widths[number], *values, 0)
    return widths


def _is_value(spans: Spans) -> bool:
    return bool(spans) and spans[0].role == "figure"


def _aligned(spans: Spans, width: int, *, right: bool) -> Spans:
    """Return the text of a cell with its value as wide as the widest one, at the left or right."""
    if not _is_value(spans):
        return spans
    first, *rest = spans
    room = width - cell_width(first.text)
    text = " " * room + first.text if right else first.text + " " * room
    return (first._replace(text=text), *rest)
