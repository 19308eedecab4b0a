"""Lists: rows below column headings, aligned in cells and truncated to the width."""

from __future__ import annotations

from collections.abc import Sequence

from tui.document import Role, Span
from tui.render.glyphs import UNICODE, Glyphs
from tui.render.line_wrap import Line, line_width, padded, wrap
from tui.render.list_titles import wrapped_title
from tui.render.list_widths import (
    GAP,
    MIN_COLUMN,
    SHORT_PERIOD,
    TEXT,
    Columns,
    column_widths,
    hidden_below,
    period_column,
    period_parts,
    shortened,
    widths_with_ids,
    widths_with_period,
    with_period,
    without_empty_columns,
)
from tui.render.sparkline import sparkline
from tui.text.width import cell_width, truncate

_WHOLE_TITLE = 40
"""Cells of a title that are never cut for a figure and its period, which then stand on a line of
their own."""


def row_height(
    cells: Sequence[str], columns: Columns, widths: Sequence[int], *, has_texts: bool = False
) -> int:
    """Return the lines of a row: a title is wrapped beside the columns of figure and period; where
    they are one column, they stand below the title if it would be cut, and below each other if even
    that is too wide. A cell of a column
    ``below`` that is not shown takes a line, too, unless the row ``has_texts`` below it."""
    period = period_column(columns)
    if period and widths[period] and widths[period - 1]:
        parts = len(period_parts(cells[period], widths[period]))
        title_width, more = _title_width(cells, widths, period), _more_below(widths, period)
        return max(len(wrapped_title(cells[0], title_width, "body", more)), parts)
    if not period or not widths[period - 1]:
        below = hidden_below(columns, widths)
        return 2 if below and cells[below] and not has_texts else 1
    width = sum(widths[:period])
    figure = cell_width(with_period(cells, period))
    if width - figure >= _title_room(cells[0]):
        return 1
    return 2 if figure <= width + GAP else 3


def _title_width(cells: Sequence[str], widths: Sequence[int], period: int) -> int:
    """Return the cells of a title that a figure wider than its column leaves."""
    return max(1, widths[0] - max(0, cell_width(cells[period - 1]) - widths[period - 1]))


def _more_below(widths: Sequence[int], period: int) -> int:
    """Return the cells of the columns between title and period, which are empty in the second line
    of a row."""
    return sum(size + GAP for size in widths[1:period] if size)


def _aligned_lines(
    cells: Sequence[str],
    columns: Columns,
    widths: Sequence[int],
    roles: Sequence[Role],
    glyphs: Glyphs,
) -> list[Line]:
    """Return a row whose title and period may take several lines; its other cells stand in the
    first one."""
    period = period_column(columns)
    title_width = _title_width(cells, widths, period)
    more = _more_below(widths, period)
    titles = wrapped_title(cells[0], title_width, roles[0], more)
    periods = period_parts(cells[period], widths[period])
    lines: list[Line] = []
    for at in range(max(len(titles), len(periods))):
        title = titles[at] if at < len(titles) else ()
        rest = [""] * len(cells) if at else list(cells)
        rest[0], rest[period] = "", periods[at] if at < len(periods) else ""
        sizes = list(widths)
        if at and line_width(title) > widths[0]:
            sizes[:period] = [widths[0] + more, *[0] * (period - 1)]
        elif not at:
            sizes[0] = title_width
            sizes[period - 1] += widths[0] - title_width
        others = list_line(rest, columns, sizes, roles, glyphs)[1:]
        gap = Span(" " * (sizes[0] - line_width(title)))
        lines.append((*title, gap, *others))
    return lines


def _title_room(title: str) -> int:
    """Return the cells that a title needs before a figure and the gap, which may give it one."""
    return min(cell_width(title) - 1, _WHOLE_TITLE)


def list_lines(
    cells: Sequence[str],
    columns: Columns,
    widths: Sequence[int],
    roles: Sequence[Role],
    glyphs: Glyphs = UNICODE,
    *,
    has_texts: bool = False,
) -> list[Line]:
    """Return the lines of one row (see ``list_line`` and ``row_height``)."""
    height = row_height(cells, columns, widths, has_texts=has_texts)
    period = period_column(columns)
    at = hidden_below(columns, widths)
    if height > 1 and period and widths[period] and widths[period - 1]:
        return _aligned_lines(cells, columns, widths, roles, glyphs)
    if height == 1 or at:
        second: list[Line] = [(Span(" " * GAP), Span(cells[at], roles[at]))]
        return [list_line(cells, columns, widths, roles, glyphs), *second[: height - 1]]
    width = sum(widths[:period]) + GAP
    below = cells[period - 1 : period + 1] if height > 2 else [with_period(cells, period)]
    figures = [(padded(text, width, roles[period - 1], right=True),) for text in below]
    return [(padded(cells[0], width, roles[0]),), *figures]


def list_line(
    cells: Sequence[str],
    columns: Columns,
    widths: Sequence[int],
    roles: Sequence[Role],
    glyphs: Glyphs = UNICODE,
) -> Line:
    """Return one row in one line; ``roles``: the role of each column. A cell that is wider than its
    column is cut where the cells beside it are not empty; the others stay in their columns. A title
    that lacks one cell takes it from the gap after it."""
    spans: list[Span] = []
    cells, room = _divided(cells, columns, widths)
    is_tight = any(room[1:]) and cell_width(cells[0]) == room[0] + 1
    room[0] += is_tight
    for cell, (_, align), size, role in zip(cells, columns, room, roles, strict=True):
        if not size:
            continue
        if spans:
            spans.append(Span(" " if is_tight and len(spans) == 1 else " " * GAP))
        if align == "spark":
            cell = sparkline(cell, glyphs)
        if align == "below":
            cell = shortened(cell, size)
        if align not in TEXT and cell_width(cell) > size:
            cell = "…"
        spans.append(padded(cell, size, role, right=align == "right"))
    return tuple(spans)


def heading_at(heads: Sequence[str], columns: Columns, widths: Sequence[int], x: int) -> int:
    """Return the column whose heading is at the cell ``x`` of the line of headings, or right of the
    gap before it; -1 for none."""
    _, room = _divided(heads, columns, widths)
    period, end = period_column(columns), 0
    for at, size in enumerate(room):
        if not size:
            continue
        end += size + (GAP if end else 0)
        if x < end:
            both = period and at == period - 1 and not room[period]
            return (
                period if both and x >= end - max(SHORT_PERIOD, cell_width(heads[period])) else at
            )
    return -1


def _divided(
    cells: Sequence[str], columns: Columns, widths: Sequence[int]
) -> tuple[Sequence[str], list[int]]:
    """Return the cells of a row and how wide each is in it, 0 for one that is not shown."""
    room = list(widths)
    period = period_column(columns)
    if period and room[period - 1] and not room[period]:
        figure = with_period(cells, period)
        cells = [*cells[: period - 1], figure, "", *cells[period + 1 :]]
        whole = sum(room[:period])
        title = whole - cell_width(figure)
        enough = title >= _title_room(cells[0])
        room[period - 1] = cell_width(figure) if enough else 0
        room[0] = title if enough else whole + GAP
    _extend_cells(cells, columns, room)
    return cells, room


def _extend_cells(cells: Sequence[str], columns: Columns, room: list[int]) -> None:
    """Let a cell that is wider than its column extend over empty cells beside it, as in a
    spreadsheet, so that the other cells of the row stay in their columns: text to the right; a
    figure to the left, where it may also cut text."""
    shown = [at for at, size in enumerate(room) if size]
    for place, at in enumerate(shown):
        lacking = cell_width(cells[at]) - room[at]
        if lacking <= 0 or columns[at][1] == "spark":
            continue
        if columns[at][1] == "right":
            before = shown[place - 1] if place else at
            text, size = columns[before][1] in TEXT, room[before]
            least = MIN_COLUMN if text else cell_width(cells[before])
            if place and size - lacking >= least and (before == 0 or size - lacking > 0):
                room[before], room[at] = size - lacking, room[at] + lacking
            continue
        for after in shown[place + 1 :]:
            if cells[after]:
                spare = room[after] - cell_width(cells[after])
                if columns[after][1] == "right" and 0 < lacking <= spare:
                    room[at], room[after] = room[at] + lacking, room[after] - lacking
                break
            lacking -= room[after] + GAP
            room[at], room[after] = room[at] + room[after] + GAP, 0
            if lacking <= 0:
                break


def lines_below(texts: Sequence[tuple[str, str]], width: int) -> list[Line]:
    """Return the lines below a row: its texts, each after its label."""
    lines: list[Line] = []
    for label, text in texts:
        before = (Span(label, "label"), Span(" · ")) if label else ()
        lead: Line = (Span(" " * GAP),)
        lines += wrap((*before, Span(text)), width, GAP * 2, lead)
    return lines


def listing(
    columns: Columns,
    rows: Sequence[Sequence[str]],
    width: int | None,
    glyphs: Glyphs = UNICODE,
    *,
    ids: tuple[str, Sequence[str]] | None = None,
    kept: int = 0,
    always_ids: bool = False,
    below: Sequence[Sequence[tuple[str, str]]] = (),
    group: tuple[int, str] = (0, ""),
) -> list[Line]:
    """Return headings and rows; the first column names the row.

    ``ids``: heading and ids of the rows, the last column, as far as there is room, beside titles
    in several lines where these are wider than their column; ``kept``: columns after the title that
    are shown where the id, or part of a title, is left out;
    ``always_ids``: the id never is, and all rows are aligned, for programs; ``below``: the texts
    below each row, with their labels; ``group``: the number of the first row of another group,
    and its heading.
    """
    if ids:
        head, names = ids
        columns = [*columns, (head, "left")]
        rows = [(*row, name) for row, name in zip(rows, names, strict=True)]
    columns, rows, kept = without_empty_columns(columns, rows, kept)
    widths = column_widths(columns, rows, None if ids else width)
    period = period_column(columns)
    if ids and width is not None:
        kept = max(kept, period)
        titles = [cell_width(row[0]) for row in rows]
        widths = widths_with_ids(widths, titles, width, kept, always=always_ids)
    if period and width is not None and not (widths[period] and widths[period - 1]):
        widths = widths_with_period(columns, rows, width, period)
    if always_ids:
        rows = [(truncate(row[0], widths[0]), *row[1:]) for row in rows]
    body: Role = "body"
    roles: list[Role] = ["title", *[body] * (len(columns) - 1)]
    if ids:
        roles[-1] = "muted"
    lines = [head_line([name for name, _ in columns], columns, widths)]
    room = sum(widths) if width is None else width
    for number, row in enumerate(rows):
        if group[1] and number == group[0]:
            lines.append((Span(group[1], "heading"),))
        texts = below[number] if below else ()
        if ids and widths[-1] and not period and cell_width(row[0]) > widths[0]:
            title, *more = wrapped_title(row[0], widths[0], "title")
            row = ("", *row[1:])
        else:
            title, more = (), []
        (first, *others), *under = list_lines(
            row, columns, widths, roles, glyphs, has_texts=bool(texts)
        )
        if title:
            first = Span(" " * (widths[0] - line_width(title)))
        lines += [(*title, first, *others), *more, *under]
        lines += lines_below(texts, room)
    return lines


def head_line(heads: Sequence[str], columns: Columns, widths: Sequence[int]) -> Line:
    """Return the line of column headings."""
    plain = [(head, "left" if align == "spark" else align) for head, align in columns]
    return list_line(heads, plain, widths, ["heading"] * len(columns))
