"""Things side by side: in columns where there is room, else one under the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.document import Cell, Role, Span, Spans, Table, TableRow, plain_text
from tui.render.line_wrap import BLANK, Line, line_width, wrap
from tui.text.linebreak.breaker import break_text
from tui.text.width import cell_width

_GAP = 2
_NARROWEST = 12
"""Cells below which a column of text is no longer read with ease."""
_TALLEST = 4
"""Lines of a row above which columns are no longer read across."""
_NOTHING: Spans = (Span("-", "muted"),)


def table_lines(block: Table, width: int) -> list[Line]:
    """The table in at most ``width`` cells. A figure stands whole on a line in either form."""
    widths = _widths(block, width)
    return (_columns(block, widths) if widths else []) or _stacked(block, width)


def _widths(block: Table, width: int) -> list[int]:
    """Cells for each column, the labels' first; nothing where they do not fit side by side."""
    columns: list[list[Spans]] = [[row.label for row in block.rows]]
    for place, head in enumerate(block.heads):
        columns.append([head, *(spans for row in block.rows for spans in row.cells[place])])
    needed = [max(map(_width, (*column, _NOTHING))) for column in columns]
    least = [max(map(_least, column), default=0) for column in columns]
    least = [min(need, max(small, _NARROWEST)) for need, small in zip(needed, least, strict=True)]
    room = width - _GAP * (len(columns) - 1)
    if sum(least) > room:
        return []
    return _shared(needed, least, room)


def _shared(needed: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """What is left over goes to the columns in turn, cell by cell, up to what each needs."""
    given = list(least)
    spare = room - sum(given)
    while spare > 0:
        wanting = [place for place, need in enumerate(needed) if given[place] < need]
        if not wanting:
            break
        narrowest = min(wanting, key=lambda place: given[place])
        given[narrowest] += 1
        spare -= 1
    return given


def _width(spans: Spans) -> int:
    return max(cell_width(part) for part in "".join(span.text for span in spans).split("\n"))


def _least(spans: Spans) -> int:
    """The narrowest column in which no figure of a text is parted."""
    return max((cell_width(span.text) for span in spans if span.role == "figure"), default=0)


def _columns(block: Table, widths: Sequence[int]) -> list[Line]:
    """Head and rows; nothing where a row would grow too tall. Blank lines keep tall rows apart."""
    heads: list[Cell] = [((Span(""),),), *((head,) for head in block.heads)]
    lines = _row(heads, widths, "heading")
    rows = [_row([(row.label,), *row.cells], widths) for row in block.rows]
    if any(
        len(laid) > max(_TALLEST, 2 * _parts(row))
        for laid, row in zip(rows, block.rows, strict=True)
    ):
        return []
    apart = sum(len(laid) > 1 for laid in rows) * 2 > len(rows)
    for laid in rows:
        lines += [BLANK, *laid] if apart else laid
    return lines


def _parts(row: TableRow) -> int:
    return max(map(len, row.cells), default=0)


def _row(cells: Iterable[Cell], widths: Sequence[int], role: Role | None = None) -> list[Line]:
    """The lines of one row: as many as its tallest cell has."""
    laid = [_cell(cell or (_NOTHING,), size) for cell, size in zip(cells, widths, strict=True)]
    lines: list[Line] = []
    for at in range(max(map(len, laid))):
        spans: list[Span] = []
        owed = 0
        for column, size in zip(laid, widths, strict=True):
            line = column[at] if at < len(column) else ()
            if line and owed:
                spans.append(Span(" " * owed))
                owed = 0
            spans += [span._replace(role=role) for span in line] if role else line
            owed += size - line_width(line) + _GAP
        lines.append(tuple(spans))
    return lines


def _cell(cell: Cell, width: int) -> list[Line]:
    return [line for spans in cell for line in _wrapped(spans, width)]


def _wrapped(spans: Spans, width: int, hang: int = 0, lead: Line = ()) -> list[Line]:
    """As ``wrap``, but what belongs together begins a line of its own before it is parted."""
    lines: list[Line] = []
    for part in _whole(_groups(spans), width - hang, width - line_width(lead)):
        lines += wrap(part, width, hang, lead)
        lead = (Span(" " * hang),) if hang else ()
    return lines


def _groups(spans: Spans) -> list[Spans]:
    """A figure, its status with the marks of its quotes, a name: what spaces of their own part."""
    groups: list[Spans] = [()]
    for span in spans:
        groups[-1] = (*groups[-1], span)
        if span.text.isspace():
            groups.append(())
    return [group for group in groups if group]


def _whole(groups: Sequence[Spans], width: int, first: int) -> list[Spans]:
    text = "".join(map(plain_text, groups))
    ends = [end for _, end in break_text(text, max(1, width), max(1, first))]
    at = 0
    for place, group in enumerate(groups):
        words = plain_text(group).rstrip()
        parted = any(at < end < at + len(words) for end in ends)
        if place and parted and cell_width(words) <= width:
            before = tuple(span for each in groups[:place] for span in each)
            return [_trimmed(before), *_whole(groups[place:], width, width)]
        at += len(plain_text(group))
    return [tuple(span for group in groups for span in group)]


def _trimmed(spans: Spans) -> Spans:
    """Without the space that parted it from what now begins a line."""
    last = spans[-1]
    return (*spans[:-1], last._replace(text=last.text.rstrip()))


def _stacked(block: Table, width: int) -> list[Line]:
    lines: list[Line] = []
    for row in block.rows:
        lines += wrap(row.label, width)
        lines += _under(block, row, width)
    return lines


def _under(block: Table, row: TableRow, width: int) -> list[Line]:
    """Under its label, what each column says there; a column that says nothing is left out."""
    lines: list[Line] = []
    for head, cell in zip(block.heads, row.cells, strict=True):
        for place, spans in enumerate(cell):
            before = (*head, Span("  ")) if not place else ()
            indent = Span(" " * (2 if not place else 4))
            lines += _wrapped((*before, *spans), width, 4, (indent,))
    return lines
