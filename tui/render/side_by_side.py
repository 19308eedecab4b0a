"""Comparison tables: columns side by side if they fit, else stacked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.document import Cell, Role, Span, Spans, Table, TableRow, plain_text
from tui.render.line_wrap import BLANK, Line, line_width, wrap
from tui.text.linebreak import break_text
from tui.text.width import cell_width

_GAP = 2
_MIN_COLUMN = 12
"""Cells below which a column of text is hard to read."""
_MAX_ROW_LINES = 4
"""Lines of a row above which columns are hard to read across."""
_EMPTY_CELL: Spans = (Span("-", "muted"),)


def table_lines(block: Table, width: int) -> list[Line]:
    """Return the table in at most ``width`` cells; no figure is split between lines."""
    widths = _widths(block, width)
    return (_columns(block, widths) if widths else []) or _stacked(block, width)


def _widths(block: Table, width: int) -> list[int]:
    """Return the width of each column in cells, labels first; empty if they do not fit."""
    columns: list[list[Spans]] = [[row.label for row in block.rows]]
    for index, head in enumerate(block.heads):
        columns.append([head, *(spans for row in block.rows for spans in row.cells[index])])
    needed = [max(map(_width, (*column, _EMPTY_CELL))) for column in columns]
    least = [max(map(_min_width, column), default=0) for column in columns]
    least = [min(need, max(small, _MIN_COLUMN)) for need, small in zip(needed, least, strict=True)]
    room = width - _GAP * (len(columns) - 1)
    if sum(least) > room:
        return []
    return _distribute(needed, least, room)


def _distribute(needed: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Distribute the spare cells: always to the narrowest column that needs more."""
    widths = list(least)
    spare = room - sum(widths)
    while spare > 0:
        growing = [index for index, need in enumerate(needed) if widths[index] < need]
        if not growing:
            break
        narrowest = min(growing, key=lambda index: widths[index])
        widths[narrowest] += 1
        spare -= 1
    return widths


def _width(spans: Spans) -> int:
    return max(cell_width(part) for part in "".join(span.text for span in spans).split("\n"))


def _min_width(spans: Spans) -> int:
    """Return the width of the widest figure, which must not be split."""
    return max((cell_width(span.text) for span in spans if span.role == "figure"), default=0)


def _columns(block: Table, widths: Sequence[int]) -> list[Line]:
    """Return headings and rows, or nothing if a row is too tall; blank lines separate tall rows."""
    heads: list[Cell] = [((Span(""),),), *((head,) for head in block.heads)]
    lines = _row(heads, widths, "heading")
    rows = [_row([(row.label,), *row.cells], widths) for row in block.rows]
    if any(
        len(laid) > max(_MAX_ROW_LINES, 2 * _max_texts(row))
        for laid, row in zip(rows, block.rows, strict=True)
    ):
        return []
    separated = sum(len(laid) > 1 for laid in rows) * 2 > len(rows)
    for laid in rows:
        lines += [BLANK, *laid] if separated else laid
    return lines


def _max_texts(row: TableRow) -> int:
    return max(map(len, row.cells), default=0)


def _row(cells: Iterable[Cell], widths: Sequence[int], role: Role | None = None) -> list[Line]:
    """Return the lines of one row, as many as its tallest cell has."""
    laid = [_cell(cell or (_EMPTY_CELL,), size) for cell, size in zip(cells, widths, strict=True)]
    lines: list[Line] = []
    for index in range(max(map(len, laid))):
        spans: list[Span] = []
        padding = 0
        for column, size in zip(laid, widths, strict=True):
            line = column[index] if index < len(column) else ()
            if line and padding:
                spans.append(Span(" " * padding))
                padding = 0
            spans += [span._replace(role=role) for span in line] if role else line
            padding += size - line_width(line) + _GAP
        lines.append(tuple(spans))
    return lines


def _cell(cell: Cell, width: int) -> list[Line]:
    return [line for spans in cell for line in _wrapped(spans, width)]


def _wrapped(spans: Spans, width: int, hang: int = 0, lead: Line = ()) -> list[Line]:
    """Like ``wrap``, but a group of spans starts a new line rather than being split."""
    lines: list[Line] = []
    for part in _split_at_groups(_groups(spans), width - hang, width - line_width(lead)):
        lines += wrap(part, width, hang, lead)
        lead = (Span(" " * hang),) if hang else ()
    return lines


def _groups(spans: Spans) -> list[Spans]:
    """Return the groups of spans that spans of white space separate."""
    groups: list[Spans] = [()]
    for span in spans:
        groups[-1] = (*groups[-1], span)
        if span.text.isspace():
            groups.append(())
    return [group for group in groups if group]


def _split_at_groups(groups: Sequence[Spans], width: int, first: int) -> list[Spans]:
    text = "".join(map(plain_text, groups))
    ends = [end for _, end in break_text(text, max(1, width), max(1, first))]
    at = 0
    for index, group in enumerate(groups):
        words = plain_text(group).rstrip()
        is_split = any(at < end < at + len(words) for end in ends)
        if index and is_split and cell_width(words) <= width:
            before = tuple(span for each in groups[:index] for span in each)
            return [
                _without_trailing_space(before),
                *_split_at_groups(groups[index:], width, width),
            ]
        at += len(plain_text(group))
    return [tuple(span for group in groups for span in group)]


def _without_trailing_space(spans: Spans) -> Spans:
    """Remove the space before what now starts a new line."""
    last = spans[-1]
    return (*spans[:-1], last._replace(text=last.text.rstrip()))


def _stacked(block: Table, width: int) -> list[Line]:
    lines: list[Line] = []
    for row in block.rows:
        lines += wrap(row.label, width)
        lines += _stacked_cells(block, row, width)
    return lines


def _stacked_cells(block: Table, row: TableRow, width: int) -> list[Line]:
    """Return the cells of a row below its label, each after its heading; empty ones are omitted."""
    lines: list[Line] = []
    for head, cell in zip(block.heads, row.cells, strict=True):
        for index, spans in enumerate(cell):
            before = (*head, Span("  ")) if not index else ()
            indent = Span(" " * (2 if not index else 4))
            lines += _wrapped((*before, *spans), width, 4, (indent,))
    return lines
