"""The figures of a measure, one per row: in columns if they fit, else stacked."""

from __future__ import annotations

from typing import cast

from tui.document import FigureRow, Figures, Role, Span
from tui.document.link_target import citation_target
from tui.document.shared_labels import rank_role
from tui.render.line_wrap import Line, padded, wrap
from tui.text.width import cell_width

_GAP = 2


def figure_lines(block: Figures, width: int) -> list[Line]:
    """Return rows of label, period, value, status and citations, with remarks below each row."""
    columns = [
        max(cell_width(text) for text in texts)
        for texts in zip(*(_cells(row) for row in block.rows), strict=True)
    ]
    marks = max(sum(len(f"[{number}]") for number in row.cites) for row in block.rows)
    total = sum(column + _GAP for column in columns if column) + marks
    lines: list[Line] = []
    for row in block.rows:
        lines += _columns(row, columns) if total <= width else _stacked(row, width)
        for remark in row.remarks:
            lines += wrap(remark, width, 4, (Span("    "),))
    return lines


def _cells(row: FigureRow) -> tuple[str, str, str, str]:
    rank = f" {row.rank_words}" if row.rank_words else ""
    return (row.label, row.period, row.value, row.status_words + rank)


def _columns(row: FigureRow, columns: list[int]) -> list[Line]:
    label, period, value, _ = _cells(row)
    spans: list[Span] = []
    if columns[0]:
        spans += [padded(label, columns[0]), Span(" " * _GAP)]
    spans += [padded(period, columns[1], "label"), Span(" " * _GAP)]
    spans += [padded(value, columns[2], "figure", right=True), Span(" " * _GAP)]
    status = _status(row)
    used = sum(cell_width(span.text) for span in status)
    spans += [*status, Span(" " * (columns[3] - used + _GAP))]
    return [(*spans, *_marks(row))]


def _stacked(row: FigureRow, width: int) -> list[Line]:
    before = f"{row.label} {row.period}".strip()
    spans = (
        Span(before, "label"),
        Span(" "),
        Span(row.value, "figure"),
        Span(" "),
        *_status(row),
        Span(" "),
        *_marks(row),
    )
    return wrap(spans, width, 2)


def _status(row: FigureRow) -> tuple[Span, ...]:
    spans: tuple[Span, ...] = (Span(row.status_words, cast("Role", row.status)),)
    if row.rank_words:
        spans = (*spans, Span(f" {row.rank_words}", rank_role(row.rank_words)))
    return spans


def _marks(row: FigureRow) -> tuple[Span, ...]:
    return tuple(Span(f"[{number}]", "cite", citation_target(number)) for number in row.cites)
