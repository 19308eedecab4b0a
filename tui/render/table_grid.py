"""The tables of a comparison on one grid: the columns of the subjects start at the same cells."""

from __future__ import annotations

from collections.abc import Sequence

from tui.document import Cell, Document, Span, Spans, Table, TableRow, plain_text
from tui.render.column_sizes import text_width
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line
from tui.render.side_by_side import GAP, column_lines, column_widths
from tui.text.width import cell_width

_MIN_WIDTH = 66
"""Cells below which the tables are laid out one by one."""
_MAX_LABEL = (24, 44)
"""Cells of the labels at most: in a window of 80 cells or less, and in wide ones."""
_MAX_PERIOD = 24
_MAX_SUBJECT = range(48, 19, -4)
"""Cells of a column at most, so that the eye finds the next one: the first of these for which all
columns have room, unless a figure with its evidence needs more."""


class TableGrid:
    """The widths of the columns that the tables of a page share.

    ``widths``: of the labels, of what specifies them (the period; 0 where no table has it), and of
    each subject; empty where the tables share none.
    """

    def __init__(self, document: Document, width: int) -> None:
        tables = [block for block in document.blocks if isinstance(block, Table)]
        self._tables = [table for table in tables if table.lead >= 0]
        self.widths: list[int] = []
        self._values = _value_widths(self._tables)
        if self._tables and width >= _MIN_WIDTH:
            aligned = [
                table._replace(rows=tuple(self._row(row, table.lead) for row in table.rows))
                for table in self._tables
            ]
            self.widths = _shared_widths(aligned, width)

    @property
    def width(self) -> int:
        """The cells of a whole line; 0 where the tables share no columns."""
        return sum(self.widths) + GAP * (len([size for size in self.widths if size]) - 1)

    def lines(self, table: Table, glyphs: Glyphs) -> list[Line]:
        """Return the lines of a table; none where it is not on the grid."""
        if not self.widths or table.lead < 0:
            return []
        label, lead, *subjects = self.widths
        widths = [label, lead, *subjects]
        if not table.lead:
            widths = [label + (lead + GAP if lead else 0), *subjects]
        rows = [self._row(row, table.lead) for row in table.rows]
        if table.lead:
            rows = _without_repeated_labels(rows)
        return column_lines(
            table._replace(rows=tuple(rows)), widths, glyphs, is_tall=True, by_cells=True
        )

    def _row(self, row: TableRow, lead: int) -> TableRow:
        cells = [
            tuple(_aligned(spans, self._values[number]) for spans in cell)
            for number, cell in enumerate(row.cells[lead:])
        ]
        return row._replace(cells=(*row.cells[:lead], *cells))


def _shared_widths(tables: Sequence[Table], width: int) -> list[int]:
    """Return the widths for all rows together; empty where there is not enough room."""
    has_lead = any(table.lead for table in tables)
    heads: tuple[Spans, ...] = ((Span(""),), *tables[0].heads[tables[0].lead :])
    rows: list[TableRow] = []
    for table in tables:
        heads = (table.heads[0], *heads[1:]) if table.lead else heads
        for row in table.rows:
            label: Spans = row.label if table.lead or not has_lead else ()
            lead: tuple[Cell, ...] = row.cells[:1] if table.lead else ((),)
            rows.append(TableRow(label, (*lead, *row.cells[table.lead :])))
    if not has_lead:
        heads = heads[1:]
        rows = [row._replace(cells=row.cells[1:]) for row in rows]
    most_label = min(max(_MAX_LABEL[0], width * 3 // 10), _MAX_LABEL[1])
    before = [most_label, *([_MAX_PERIOD] if has_lead else [])]
    subjects = [_figure_line(rows, at) for at in range(len(before) - 1, len(heads))]
    table = Table(heads, tuple(rows))
    widths: list[int] = []
    for limit in _MAX_SUBJECT:
        most = [*before, *(max(limit, min(line, _MAX_SUBJECT[0])) for line in subjects)]
        widths = column_widths(table, width, most)
        if sum(widths) + GAP * (len(widths) - 1) < width:  # all have what they need
            break
    return widths if has_lead or not widths else [widths[0], 0, *widths[1:]]


def _figure_line(rows: Sequence[TableRow], column: int) -> int:
    """Return the width of the widest line with a figure in a column."""
    cells = (spans for row in rows for spans in row.cells[column] if _is_value(spans))
    return max(map(text_width, cells), default=0)


def _value_widths(tables: Sequence[Table]) -> list[int]:
    """Return the width of the widest value in the column of each subject."""
    columns = max((len(table.heads) - table.lead for table in tables), default=0)
    widths = [0] * columns
    for table in tables:
        for row in table.rows:
            for number, cell in enumerate(row.cells[table.lead :]):
                values = (cell_width(spans[0].text) for spans in cell if _is_value(spans))
                widths[number] = max(widths[number], *values, 0)
    return widths


def _is_value(spans: Spans) -> bool:
    return bool(spans) and spans[0].role == "figure"


def _aligned(spans: Spans, width: int) -> Spans:
    """Return the text of a cell with its value at the right of the widest one."""
    if not _is_value(spans):
        return spans
    first, *rest = spans
    room = width - cell_width(first.text)
    return (first._replace(text=" " * room + first.text), *rest)


def _without_repeated_labels(rows: Sequence[TableRow]) -> list[TableRow]:
    """Return the rows with the label of a measure in its first row alone."""
    kept: list[TableRow] = []
    before = ""
    for row in rows:
        label = plain_text(row.label)
        kept.append(row._replace(label=()) if label == before else row)
        before = label
    return kept
