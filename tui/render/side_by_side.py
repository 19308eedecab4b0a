"""Tables: columns side by side if they fit, else stacked; running text beside or below each row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.document import Cell, Role, Span, Spans, Table, TableRow, plain_text
from tui.render.column_sizes import (
    distribute,
    figure_width,
    groups_of,
    longest_word,
    text_width,
)
from tui.render.glyphs import UNICODE, Glyphs
from tui.render.line_wrap import BLANK, Line, line_width, wrap
from tui.text.linebreak import break_text
from tui.text.width import cell_width

GAP = 2
_MIN_COLUMN = 12
"""Cells below which a column of text is hard to read."""
_MIN_ITEM_COLUMN = 9
"""The same where each row is an item with short cells: a date, a status."""
_MAX_ROW_LINES = 4
"""Lines of a row above which columns are hard to read across."""
_WIDE = 66
"""Cells from which columns are kept however tall a row is."""
_MIN_PROSE = 28
"""Cells below which running text does not stand beside other columns."""
_MAX_BESIDE_PROSE = 44
"""Cells above which another column is broken beside it."""
_EMPTY_CELL: Spans = (Span("–", "muted"),)
_JOINT = Span(" · ", "muted")
"""Between the cells of a row that have no columns."""


def table_lines(block: Table, width: int, glyphs: Glyphs = UNICODE) -> list[Line]:
    """Return the table in at most ``width`` cells; no figure is split between lines."""
    if not block.prose:
        lines = _side_by_side(block, width, glyphs)
        if not lines and block.label_head and len(block.heads) > 1:
            lines = _side_by_side(_with_merged_labels(block), width, glyphs)
        return lines or _stacked(block, width)
    items = _items(block, width, glyphs)
    widths = _widths_with_prose(block, width)
    beside = column_lines(block, widths, glyphs, is_tall=True) if widths else []
    return beside if beside and len(beside) <= len(items) else items


def _side_by_side(block: Table, width: int, glyphs: Glyphs) -> list[Line]:
    is_tall = width >= _WIDE or bool(block.label_head)
    widths = column_widths(block, width)
    return column_lines(block, widths, glyphs, is_tall=is_tall) if widths else []


def _with_merged_labels(block: Table) -> Table:
    """Return a table whose first cells stand below the labels, to save a column."""
    rows = []
    for row in block.rows:
        below = tuple((Span("\n"), *(_muted(span) for span in spans)) for spans in row.cells[0])
        label = (*row.label, *(span for spans in below for span in spans))
        rows.append(TableRow(label, row.cells[1:]))
    head = f"{block.label_head}\n{plain_text(block.heads[0])}"
    return block._replace(heads=block.heads[1:], rows=tuple(rows), label_head=head)


def _muted(span: Span) -> Span:
    return span._replace(role="muted") if span.role in ("body", "label") else span


def _widths_with_prose(block: Table, width: int) -> list[int]:
    """Return the widths of the columns where the last one is running text and takes what the others
    leave; empty if that is too little."""
    widths = [min(need, _MAX_BESIDE_PROSE) for need in _needed(block)[:-1]]
    rest = width - sum(widths) - GAP * len(widths)
    return [*widths, rest] if rest >= _MIN_PROSE else []


def _items(block: Table, width: int, glyphs: Glyphs) -> list[Line]:
    """Return a block for each row: in its first line the label and the cells that have room there,
    aligned in all blocks; then the others one after another, and the running text."""
    widths: list[int] = []
    for need in _needed(block)[:-1]:
        if widths and sum(widths) + GAP * len(widths) + need > width:
            break
        widths.append(min(need, width))
    shown = len(widths) - 1
    blocks: list[list[Line]] = []
    for row in block.rows:
        lines = _row([(row.label,), *row.cells[:shown]], widths)
        others = [spans for cell in row.cells[shown:-1] for spans in cell]
        joined = tuple(span for spans in others for span in (_JOINT, *spans))[1:]
        for spans in (*([joined] if joined else []), *row.cells[-1]):
            lines += _wrapped(spans, width, GAP, (Span(" " * GAP),))
        blocks.append([BLANK, *lines] if blocks else lines)
    lines = [line for each in blocks for line in each]
    if shown < len(block.heads) - 1:
        return lines
    heads: list[Cell] = [((Span(block.label_head),),), *((head,) for head in block.heads[:-1])]
    rule = glyphs.rule * (sum(widths) + GAP * shown)
    return [*_row(heads, widths, "heading"), (Span(rule, "rule"),), *lines]


def _needed(block: Table) -> list[int]:
    """Return the widths of the widest texts of the columns."""
    return [max(map(text_width, (*each, _EMPTY_CELL))) for each in _texts_of_columns(block)]


def _in_role(spans: Spans, role: Role) -> Spans:
    return tuple(span._replace(role=role) for span in spans)


def column_widths(block: Table, width: int, most: Sequence[int] = ()) -> list[int]:
    """Return the width of each column in cells, labels first; empty if they do not fit. ``most``:
    the most cells of each."""
    columns = _texts_of_columns(block)
    needed = _needed(block)
    if most:
        pairs = zip(needed, columns, most, strict=False)
        needed = [min(need, max(limit, *map(figure_width, own))) for need, own, limit in pairs]
    least_of = longest_word if block.label_head else figure_width
    least = [max(map(least_of, column), default=0) for column in columns]
    narrowest = _MIN_ITEM_COLUMN if block.label_head else _MIN_COLUMN
    least = [min(need, max(small, narrowest)) for need, small in zip(needed, least, strict=True)]
    room = width - GAP * (len(columns) - 1)
    if sum(least) > room:
        return []
    return distribute(needed, least, room)


def _texts_of_columns(block: Table) -> list[list[Spans]]:
    columns = [[(Span(block.label_head),), *(row.label for row in block.rows)]]
    for index, head in enumerate(block.heads):
        columns.append([head, *(spans for row in block.rows for spans in row.cells[index])])
    return columns


def column_lines(
    block: Table, widths: Sequence[int], glyphs: Glyphs, *, is_tall: bool, by_cells: bool = False
) -> list[Line]:
    """Return headings, a rule and rows; blank lines separate tall rows. Nothing if a row is too
    tall, unless ``is_tall`` allows that. ``by_cells``: the height of labels does not count."""
    heads: list[Cell] = [((Span(block.label_head),),), *((head,) for head in block.heads)]
    lines = _row(heads, widths, "heading")
    lines.append((Span(glyphs.rule * (sum(widths) + GAP * (len(widths) - 1)), "rule"),))
    rows = [_row([(row.label,), *row.cells], widths) for row in block.rows]
    if not is_tall and any(
        len(laid) > max(_MAX_ROW_LINES, 2 * _max_texts(row))
        for laid, row in zip(rows, block.rows, strict=True)
    ):
        return []
    measured = [_row(row.cells, widths[1:]) for row in block.rows] if by_cells else rows
    separated = sum(len(laid) > 1 for laid in measured) * 2 > len(rows)
    for number, laid in enumerate(rows):
        lines += [BLANK, *laid] if separated and number else laid
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
            spans += _in_role(line, role) if role else line
            padding += size - line_width(line) + GAP
        lines.append(tuple(spans))
    return lines


def _cell(cell: Cell, width: int) -> list[Line]:
    return [line for spans in cell for line in _wrapped(spans, width)]


def _wrapped(spans: Spans, width: int, hang: int = 0, lead: Line = ()) -> list[Line]:
    """Like ``wrap``, but a group of spans starts a new line rather than being split."""
    lines: list[Line] = []
    for part in _split_at_groups(groups_of(spans), width - hang, width - line_width(lead)):
        lines += wrap(part, width, hang, lead)
        lead = (Span(" " * hang),) if hang else ()
    return lines


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
    """Return the cells of a row below its label, each after its heading, equal ones after the
    headings of all; empty ones are left out."""
    lines: list[Line] = []
    for heads, cell in _with_equal_cells(block, row):
        first, *others = heads
        joint = Span("、" if cell_width(plain_text(first)[:1]) > 1 else ", ")
        joined = [span for head in others for span in (joint, *head)]
        for index, spans in enumerate(cell):
            before = (*first, *joined, Span("  ")) if not index else ()
            indent = Span(" " * (2 if not index else 4))
            lines += _wrapped((*before, *spans), width, 4, (indent,))
    return lines


def _with_equal_cells(block: Table, row: TableRow) -> Iterable[tuple[list[Spans], Cell]]:
    """Return the cells of a row with their headings: equal words, which are no figures, once."""
    found: list[tuple[list[Spans], Cell]] = []
    for head, cell in zip(block.heads, row.cells, strict=True):
        is_text = not any(span.role == "figure" for spans in cell for span in spans)
        equal = next((heads for heads, other in found if is_text and other == cell), None)
        if equal is not None:
            equal.append(head)
        else:
            found.append(([head], cell))
    return found
