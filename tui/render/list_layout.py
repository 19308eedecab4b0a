"""Lists: rows below column headings, aligned in cells and truncated to the width."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from tui.document import Role, Span
from tui.render.glyphs import UNICODE, Glyphs
from tui.render.line_wrap import Line, padded, wrap
from tui.render.sparkline import sparkline
from tui.text.width import cell_width

Columns: TypeAlias = Sequence[tuple[str, str]]
"""Heading and alignment of each column: ``left``, ``right``, ``whole`` (left, never truncated) or
``spark`` (a sparkline)."""

_GAP = 2
_MIN_FIGURE_SHARE = 0.6
"""Share of the widest figure's width; in a narrower column too many figures would be hidden."""
_MIN_NAME = 20
"""Cells below which truncated names are hard to tell apart."""
_MIN_TEXT = 16
"""Cells from which text beside the title is shown, cut if need be."""
_MIN_COLUMN = 6
"""Cells below which a truncated column is of no use."""

_MIN_WIDTHS: Mapping[str, Callable[[int], int]] = {
    "left": lambda size: min(size, _MIN_COLUMN),
    "right": lambda size: int(size * _MIN_FIGURE_SHARE),
    "whole": lambda size: int(size * _MIN_FIGURE_SHARE),
    "spark": lambda size: size,
}
"""Minimum width of a column by its alignment, given the width of its widest cell."""


def column_widths(
    columns: Columns,
    rows: Iterable[Sequence[str]],
    width: int | None,
    name: int = 0,
) -> list[int]:
    """Return the width of each column in cells; 0 for a column that is dropped.

    ``width`` None: as wide as the texts. Columns before ``name`` (ids) are never truncated. The
    name gets up to half of the rest; the others get what they need while there is room.
    """
    needed = [cell_width(head) for head, _ in columns]
    for row in rows:
        for index, cell in enumerate(row):
            needed[index] = max(needed[index], cell_width(cell))
    if width is None or not needed:
        return needed
    kept = needed[:name]
    room = max(1, width - sum(size + _GAP for size in kept))
    spare = room - min(needed[name], room // 2)
    others = []
    for size, (_, align) in zip(needed[name + 1 :], columns[name + 1 :], strict=True):
        given = min(size, spare - _GAP)
        least = _MIN_WIDTHS[align](size)
        given = given if given >= max(least, 1) else 0
        others.append(given)
        spare -= given + _GAP if given else 0
    taken = sum(size + _GAP for size in others if size)
    return [*kept, min(needed[name], room - taken), *others]


def titles_first(columns: Columns, rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the width of each column where the first one, the title, takes what it needs before
    another appears: three of four titles, if the longest one is wider than the list. A column
    without room is dropped (0), but text is cut if most of it fits."""
    needed = [cell_width(head) for head, _ in columns]
    for row in rows:
        for index, cell in enumerate(row):
            needed[index] = max(needed[index], cell_width(cell))
    if (
        rows and needed[0] > width
    ):  # the longest is cut anyway: leave no empty cells behind the others
        sizes = sorted(cell_width(row[0]) for row in rows)
        needed[0] = max(sizes[len(sizes) * 3 // 4], width * 2 // 3)
    widths = [min(needed[0], width)]
    spare = width - widths[0]
    for size, (_, align) in zip(needed[1:], columns[1:], strict=True):
        least = min(size, _MIN_TEXT) if align == "left" else size
        given = min(size, spare - _GAP)
        shown = given if size and given >= least else 0
        widths.append(shown)
        spare -= shown + _GAP if shown else 0
    return widths


def _uncut_titles(
    columns: Columns, rows: Sequence[Sequence[str]], width: int, name: int
) -> list[int]:
    """Return widths in which no cell is cut: the last columns are dropped until the rest fits. A
    title alone behind its id takes all the room. Nothing where a figure after it does not fit."""
    needed = column_widths(columns, rows, None)
    kept = name + 1
    if len(columns) > kept and columns[kept][1] == "right":
        kept += 1
    last = len(columns)
    while last > kept and sum(needed[:last]) + _GAP * (last - 1) > width:
        last -= 1
    excess = sum(needed[:last]) + _GAP * (last - 1) - width
    if excess > 0 and last > name + 1:
        return []
    needed[name] = max(1, needed[name] - max(0, excess))
    return [*needed[:last], *[0] * (len(columns) - last)]


def list_line(
    cells: Sequence[str],
    columns: Columns,
    widths: Sequence[int],
    roles: Sequence[Role],
    glyphs: Glyphs = UNICODE,
) -> Line:
    """Return one row; ``roles``: the role of each column."""
    spans: list[Span] = []
    for cell, (_, align), size, role in zip(cells, columns, widths, roles, strict=True):
        if not size:
            continue
        if spans:
            spans.append(Span(" " * _GAP))
        if align == "spark":
            cell = sparkline(cell, glyphs)
        if align != "left" and cell_width(cell) > size:
            cell = "…"
        spans.append(padded(cell, size, role, right=align == "right"))
    return tuple(spans)


def listing(
    columns: Columns,
    rows: Sequence[Sequence[str]],
    width: int | None,
    name: int = 0,
    glyphs: Glyphs = UNICODE,
) -> list[Line]:
    """Return headings and rows; ``name``: index of the column that names the row.

    If the columns before it leave too little room for names, rows are stacked over several lines.
    """
    widths = column_widths(columns, rows, width, name)
    if name and width is not None:
        widths = _uncut_titles(columns, rows, width, name) or widths
    longest = max((cell_width(row[name]) for row in rows), default=0)
    if name and width is not None and widths[name] < min(longest, _MIN_NAME):
        return [line for row in rows for line in _stacked(row, columns, width, name, glyphs)]
    heads = [head for head, _ in columns]
    roles: list[Role] = ["muted" if index < name else "body" for index in range(len(columns))]
    roles[name] = "title"
    return [
        head_line(heads, columns, widths),
        *(list_line(row, columns, widths, roles, glyphs) for row in rows),
    ]


def head_line(heads: Sequence[str], columns: Columns, widths: Sequence[int]) -> Line:
    """Return the line of column headings."""
    plain = [(head, "left" if align == "spark" else align) for head, align in columns]
    return list_line(heads, plain, widths, ["heading"] * len(columns))


def _stacked(
    row: Sequence[str], columns: Columns, width: int, name: int, glyphs: Glyphs
) -> list[Line]:
    """Return the name of a row, and below it the other cells."""
    lines = wrap((Span(row[name], "title"),), width, 2)
    kept = [Span(cell, "muted") for cell in row[:name]]
    cells = zip(row[name + 1 :], columns[name + 1 :], strict=True)
    others = [
        Span(sparkline(cell, glyphs) if align == "spark" else cell)
        for cell, (_, align) in cells
        if cell
    ]
    spans = [span for each in (*kept, *others) for span in (Span("  "), each)]
    return lines + wrap(tuple(spans[1:]), width, 2, (Span("  "),))
