"""Lists: rows under column heads, aligned in cells, cut to the width."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from tui.document import Role, Span
from tui.render.glyphs import UNICODE, Glyphs
from tui.render.line_wrap import Line, padded, wrap
from tui.render.sparkline import sparkline
from tui.text.width import cell_width

Columns: TypeAlias = Sequence[tuple[str, str]]
"""Head and side (``left``, ``right``, ``whole``: at the left, or ``spark``: a small line) of each
column. Cells of all but the first are shown in full or not at all."""

_GAP = 2
_MOSTLY = 0.6
"""Of the widest figure; below it too many figures of the column would not be shown."""
_NAME = 20
"""Cells of a name below which one is hard to tell from another."""
_NARROWEST = 6
"""Cells below which a further column says nothing."""

_LEAST: Mapping[str, Callable[[int], int]] = {
    "left": lambda size: min(size, _NARROWEST),
    "right": lambda size: int(size * _MOSTLY),
    "whole": lambda size: int(size * _MOSTLY),
    "spark": lambda size: size,
}
"""Of the widest cell, how many cells a column must have to be shown."""


def column_widths(
    columns: Columns,
    rows: Iterable[Sequence[str]],
    width: int | None,
    name: int = 0,
) -> list[int]:
    """Cells for each column; 0 for one that is left out. ``width`` None: as wide as the texts.

    Columns before ``name`` are never cut: an id is of no use in part. The name keeps half of the
    rest if it needs it; the others get what they need while there is room.
    """
    needed = [cell_width(head) for head, _ in columns]
    for row in rows:
        for place, cell in enumerate(row):
            needed[place] = max(needed[place], cell_width(cell))
    if width is None or not needed:
        return needed
    kept = needed[:name]
    room = max(1, width - sum(size + _GAP for size in kept))
    spare = room - min(needed[name], room // 2)
    others = []
    for size, (_, align) in zip(needed[name + 1 :], columns[name + 1 :], strict=True):
        given = min(size, spare - _GAP)
        least = _LEAST[align](size)
        given = given if given >= max(least, 1) else 0
        others.append(given)
        spare -= given + _GAP if given else 0
    taken = sum(size + _GAP for size in others if size)
    return [*kept, min(needed[name], room - taken), *others]


def list_line(
    cells: Sequence[str],
    columns: Columns,
    widths: Sequence[int],
    roles: Sequence[Role],
    glyphs: Glyphs = UNICODE,
) -> Line:
    """One row. ``roles``: of each column."""
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
    """Head and rows; ``name`` is the place of the column that says what the row is. Where what
    stands before it leaves too little of the names, each row takes two lines and more."""
    widths = column_widths(columns, rows, width, name)
    longest = max((cell_width(row[name]) for row in rows), default=0)
    if name and width is not None and widths[name] < min(longest, _NAME):
        return [line for row in rows for line in _stacked(row, columns, width, name, glyphs)]
    heads = [head for head, _ in columns]
    roles: list[Role] = ["muted" if place < name else "body" for place in range(len(columns))]
    roles[name] = "title"
    return [
        head_line(heads, columns, widths),
        *(list_line(row, columns, widths, roles, glyphs) for row in rows),
    ]


def head_line(heads: Sequence[str], columns: Columns, widths: Sequence[int]) -> Line:
    """The heads of the columns."""
    plain = [(head, "left" if align == "spark" else align) for head, align in columns]
    return list_line(heads, plain, widths, ["heading"] * len(columns))


def _stacked(
    row: Sequence[str], columns: Columns, width: int, name: int, glyphs: Glyphs
) -> list[Line]:
    """The name, and under it what stands before it and behind it."""
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
