"""The figures of a measure, a row each, in columns or stacked; then the remarks on them."""

from __future__ import annotations

from typing import cast

from tui.document import FigureRow, Figures, Role, Span
from tui.document.link_target import citation_target
from tui.document.shared_labels import rank_role, with_comma
from tui.render.line_wrap import BLANK, Line, line_width, padded, wrap
from tui.text.width import cell_width

_GAP = 2
_INDENT = 2
_MIN_STATUS = 14
"""Cells in which a status may take two lines beside a value."""
_MIN_VALUE = 12
"""Cells to which the column of values below labels shrinks before the rows are stacked."""
_MIN_LABEL = 12
"""Cells to which the column of labels shrinks before the rows are stacked."""


def figure_lines(block: Figures, width: int) -> list[Line]:
    """Return rows of label, period, value, status and citations, below their labels where these
    have so little room that this takes fewer lines; then the remarks, each beside the figure that
    it is about, so that nothing stands between two rows."""
    columns = [
        max(cell_width(text) for text in texts)
        for texts in zip(*(_cells(row) for row in block.rows), strict=True)
    ]
    marks = max(sum(len(f"[{number}]") for number in row.cites) for row in block.rows)
    total = sum(column + _GAP for column in columns if column) + marks
    excess = max(0, total - width)
    beside = not excess or columns[0] - excess >= _MIN_LABEL
    if beside and excess and columns[0]:
        narrow = [columns[0] - excess, *columns[1:]]
        in_columns = [line for row in block.rows for line in _columns(row, narrow)]
        below = _below_labels(block.rows, columns, width)
        return min(in_columns, below, key=len) + _remarks(block.rows, width)
    if not beside and columns[0]:
        if total - columns[0] - _GAP + _INDENT > width:
            columns[3] = 0  # the citations follow each status
            total = sum(column + _GAP for column in columns if column)
            total += max(_end_width(row) for row in block.rows)
        room = width - total + columns[0] + _GAP - _INDENT + columns[2]
        if room >= min(columns[2], _MIN_VALUE):  # a longer value reaches beyond its column
            columns[2] = min(columns[2], room)
            return _below_labels(block.rows, columns, width) + _remarks(block.rows, width)
    if not beside and not columns[0]:
        return _status_below(block.rows, columns, width) + _remarks(block.rows, width)
    lines: list[Line] = []
    for row in block.rows:
        lines += _columns(row, columns) if beside else _stacked(row, width)
    return lines + _remarks(block.rows, width)


def _status_below(rows: tuple[FigureRow, ...], columns: list[int], width: int) -> list[Line]:
    """Return rows without labels: columns of period and value, and the status in what is left of
    the line, below the value if that is too little."""
    start = columns[1] + _GAP
    value = min(columns[2], max(1, width - start))
    ends = max(map(_end_width, rows))
    gap = 1 if start + value + 1 + ends == width else _GAP
    at = start + value + gap
    beside = at + min(_MIN_STATUS, ends) <= width
    lines: list[Line] = []
    for row in rows:
        marks = _marks(row)
        status: Line = (*_status(row), *((Span(" "), *marks) if marks else ()))
        line: Line = (padded(row.period, start, "label"),)
        if cell_width(row.value) > value:
            lines += wrap((Span(row.value, _value_role(row)),), width, start, line)
        else:
            line = (*line, padded(row.value, value, _value_role(row), right=True))
            if status and beside:
                lines += wrap(status, width, at, (*line, Span(" " * gap)))
                continue
            lines.append(line)
        if status:
            lines += wrap(status, width, start, (Span(" " * start),))
    return lines


def _below_labels(rows: tuple[FigureRow, ...], columns: list[int], width: int) -> list[Line]:
    """Return the rows in columns, each below its label, which is not repeated; the status below a
    value that leaves no room for it."""
    lines: list[Line] = []
    before = ""
    for row in rows:
        if row.label != before:
            lines += wrap((Span(row.label, "label"),), width, _INDENT)
            before = row.label
        value = max(columns[2], cell_width(row.value))
        (line,) = _columns(row._replace(label=""), [0, columns[1], value, columns[3]])
        line = (Span(" " * _INDENT), *line)
        if line_width(line) > width:
            start = _INDENT + columns[1] + _GAP
            lead: Line = (Span(" " * _INDENT), padded(row.period, columns[1] + _GAP, "label"))
            lines += wrap((Span(row.value, _value_role(row)),), width, start, lead)
            at = min(start + columns[2] + _GAP, width - _end_width(row))
            line = (Span(" " * at), *_status(row), Span(" "), *_marks(row))
        lines.append(line)
    return lines


def _remarks(rows: tuple[FigureRow, ...], width: int) -> list[Line]:
    names = [_name(row, rows) for row in rows]
    column = max(
        (cell_width(name) for name, row in zip(names, rows, strict=True) if row.remarks), default=0
    )
    beside = column + _INDENT + _GAP <= width // 3
    gap = _GAP if column else 0
    hang = column + _INDENT + gap if beside else 2 * _INDENT
    lines: list[Line] = []
    for name, row in zip(names, rows, strict=True):
        lead: Line = (Span(" " * _INDENT), padded(name, column + gap, "label"))
        for remark in row.remarks:
            if not beside and remark is row.remarks[0]:
                lines += wrap((Span(name, "label"),), width, _INDENT, (Span(" " * _INDENT),))
            lines += wrap(remark, width, hang, lead if beside else (Span(" " * hang),))
            lead = (Span(" " * hang),)
    return [BLANK, *lines] if lines else []


def _name(row: FigureRow, rows: tuple[FigureRow, ...]) -> str:
    """Return what a remark calls its figure: the period, or where there is one, the label; with
    status or rank where that alone is not clear."""
    if len(rows) == 1:
        return ""
    name = row.label or row.period
    same = [each for each in rows if (each.label or each.period) == name]
    if len(same) == 1:
        return name
    if len({each.period for each in same}) == len(same):
        return f"{name} {row.period}".strip()
    if len({each.status for each in same}) == len(same):
        return f"{name} {row.status_words}"
    return f"{name} {row.value}"


def _end_width(row: FigureRow) -> int:
    """Return the width of status and citations with a space between them."""
    return cell_width(_cells(row)[3]) + 1 + sum(len(f"[{number}]") for number in row.cites)


def _cells(row: FigureRow) -> tuple[str, str, str, str]:
    rank = with_comma(row.rank_words) if row.rank_words else ""
    return (row.label, row.period, row.value, row.status_words + rank)


def _columns(row: FigureRow, columns: list[int]) -> list[Line]:
    label, period, value, _ = _cells(row)
    spans: list[Span] = []
    first, *rest = wrap((Span(label),), columns[0]) if label else [()]
    if columns[0]:
        filled = columns[0] - sum(cell_width(span.text) for span in first)
        spans += [*first, Span(" " * (filled + _GAP))]
    spans += [padded(period, columns[1], "label"), Span(" " * _GAP)]
    spans += [padded(value, columns[2], _value_role(row), right=True), Span(" " * _GAP)]
    status = _status(row)
    used = sum(cell_width(span.text) for span in status)
    spans += [*status, Span(" " * max(1, columns[3] - used + _GAP))]
    return [(*spans, *_marks(row)), *rest]


def _stacked(row: FigureRow, width: int) -> list[Line]:
    before = f"{row.label} {row.period}".strip()
    spans = (
        Span(before, "label"),
        Span(" "),
        Span(row.value, _value_role(row)),
        Span(" "),
        *_status(row),
        Span(" "),
        *_marks(row),
    )
    return wrap(spans, width, 2)


def _value_role(row: FigureRow) -> Role:
    return "figure" if row.status_words else "muted"


def _status(row: FigureRow) -> tuple[Span, ...]:
    if not row.status_words:  # of a period without a figure
        return ()
    spans: tuple[Span, ...] = (Span(row.status_words, cast("Role", row.status)),)
    if row.rank_words:
        spans = (*spans, Span(with_comma(row.rank_words), rank_role(row.rank_words)))
    return spans


def _marks(row: FigureRow) -> tuple[Span, ...]:
    return tuple(Span(f"[{number}]", "cite", citation_target(number)) for number in row.cites)
