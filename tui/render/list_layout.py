"""Lists: rows below column headings, aligned in cells and truncated to the width."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from tui.document import Role, Span
from tui.render.glyphs import UNICODE, Glyphs
from tui.render.line_wrap import Line, padded
from tui.render.sparkline import sparkline
from tui.text.width import cell_width

Columns: TypeAlias = Sequence[tuple[str, str]]
"""Heading and alignment of each column: ``left``, ``right``, ``whole`` (left, never truncated),
``spark`` (a sparkline) or ``period`` (of the ``right`` figure before it, which is never shown
without it: where there is no room for both columns, the figure's holds both)."""

_GAP = 2
_MIN_FIGURE_SHARE = 0.6
"""Share of the widest figure's width; in a narrower column too many figures would be hidden."""
_MIN_NAME = 20
"""Cells below which truncated names are hard to tell apart."""
_CUT_TITLES = 2
"""Titles of a long list that are cut at most so that another column appears."""
_MIN_TEXT, _MIN_PROSE, PROSE = 16, 28, 40
"""Cells from which text beside the title is shown, cut if need be; more of sentences, which are
longer than ``PROSE``."""
_MIN_BESIDE_FIGURE = 10
"""Cells that a title keeps beside a figure and its period; in a row with less, it stands alone."""
_MIN_COLUMN = 6
"""Cells below which a truncated column is of no use."""

_MIN_WIDTHS: Mapping[str, Callable[[int], int]] = {
    "left": lambda size: min(size, _MIN_COLUMN),
    "right": lambda size: int(size * _MIN_FIGURE_SHARE),
    "whole": lambda size: int(size * _MIN_FIGURE_SHARE),
    "spark": lambda size: size,
    "period": lambda size: size,
}
"""Minimum width of a column by its alignment, given the width of its widest cell."""


def column_widths(
    columns: Columns,
    rows: Iterable[Sequence[str]],
    width: int | None,
) -> list[int]:
    """Return the width of each column in cells; 0 for a column that is dropped.

    ``width`` None: as wide as the texts. The name, the first one, gets up to half of the width;
    the others get what they need while there is room.
    """
    needed = [cell_width(head) for head, _ in columns]
    for row in rows:
        for index, cell in enumerate(row):
            needed[index] = max(needed[index], cell_width(cell))
    if width is None or not needed:
        return needed
    spare = width - min(needed[0], width // 2)
    others = []
    for size, (_, align) in zip(needed[1:], columns[1:], strict=True):
        given = min(size, spare - _GAP)
        least = _MIN_WIDTHS[align](size)
        given = given if given >= max(least, 1) else 0
        others.append(given)
        spare -= given + _GAP if given else 0
    taken = sum(size + _GAP for size in others if size)
    return [min(needed[0], max(1, width) - taken), *others]


def titles_first(columns: Columns, rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the width of each column where the first one, the title, takes what it needs before
    another appears: all but a few titles, if the longest one is wider than the list. Only the
    figures of the rows stay beside cut titles: they are what a reader looks for. A column without
    room is dropped (0), but text is cut if most of it fits."""
    if period := period_column(columns):
        return _with_period(columns, rows, width, period)
    needed = [cell_width(head) for head, _ in columns]
    for row in rows:
        for index, cell in enumerate(row):
            needed[index] = max(needed[index], cell_width(cell))
    longest = needed[0]
    if (
        rows and needed[0] > width
    ):  # the longest is cut anyway: leave no empty cells behind the others
        sizes = sorted(cell_width(row[0]) for row in rows)
        usual = max(len(sizes) * 3 // 4, len(sizes) - _CUT_TITLES - 1)
        needed[0] = max(sizes[usual], width * 2 // 3)
    figure = next((at for at, (_, align) in enumerate(columns) if align == "right"), 0)
    reserved = _usual_width(rows, figure) if figure else 0
    if width - reserved - _GAP < min(needed[0], _MIN_NAME):
        reserved = 0
    widths = [min(needed[0], width - (reserved + _GAP if reserved else 0))]
    spare = width - widths[0]
    for index, (size, (_, align)) in enumerate(zip(needed[1:], columns[1:], strict=True), 1):
        least = size
        if align == "left":
            least = min(size, _MIN_PROSE if size > PROSE else _MIN_TEXT)
        least = reserved if reserved and index == figure else least
        given = min(size, spare - _GAP)
        shown = given if size and given >= least else 0
        widths.append(shown)
        spare -= shown + _GAP if shown else 0
    widths[0] = min(longest, widths[0] + spare)
    return widths


def period_column(columns: Columns) -> int:
    """Return the index of the period of a figure, which is the column before it; 0 for none."""
    return next((at for at, (_, align) in enumerate(columns) if align == "period"), 0)


def _with_period(
    columns: Columns, rows: Sequence[Sequence[str]], width: int, period: int
) -> list[int]:
    """Return the width of each column of a list with a figure and its period: all that have room
    beside whole titles; else titles, and figures with their periods in one column."""
    needed = [
        max(map(cell_width, (head, *(row[at] for row in rows))))
        for at, (head, _) in enumerate(columns)
    ]
    shown = [0] * len(columns)
    spare = width - needed[0]
    for at, size in enumerate(needed[1:], 1):
        if size and size + _GAP <= spare:
            shown[at] = size
            spare -= size + _GAP
    if shown[period - 1] and shown[period]:
        return [needed[0] + spare, *shown[1:]]
    both = sorted(cell_width(with_period(row, period)) for row in rows)
    figure = both[len(both) // 2] if both else 0
    shown = [0] * len(columns)
    if width - figure - _GAP < _MIN_BESIDE_FIGURE:
        return [width, *shown[1:]]
    shown[0], shown[period - 1] = width - figure - _GAP, figure
    return shown


def with_period(row: Sequence[str], period: int) -> str:
    """Return the figure of a row with its period in one text."""
    return " ".join(filter(None, row[period - 1 : period + 1]))


def _usual_width(rows: Sequence[Sequence[str]], column: int) -> int:
    """Return the width that is enough for nine of ten cells of a column."""
    sizes = sorted(cell_width(row[column]) for row in rows)
    return sizes[len(sizes) * 9 // 10] if sizes else 0


def _widths_with_ids(
    needed: Sequence[int], titles: Sequence[int], width: int, kept: int, *, always: bool = False
) -> list[int]:
    """Return the widths of title, other columns and id, the last one: 0 for one that is dropped.

    Nothing is cut while a column can be dropped instead: the last ones before the id first, then
    the id; ``kept`` columns after the title stay. Then titles are cut, one in four before the id is
    dropped; with ``always`` the id stays, and titles are cut for it.
    """
    sizes = sorted(titles)
    most = max(min(needed[0], _MIN_NAME), sizes[len(sizes) * 3 // 4] if sizes else 0)
    others = needed[1:-1]
    choices = [(needed[0], True), (most, True), (needed[0], False)]
    for title, has_id in choices[:2] if always else choices:
        end = (needed[-1],) if has_id else ()
        for count in range(len(others), kept - 1, -1):
            shown = [size for size in (title, *others[:count], *end) if size]
            if sum(shown) + _GAP * (len(shown) - 1) <= width:
                dropped = [0] * (len(others) - count)
                return [title, *others[:count], *dropped, needed[-1] if has_id else 0]
    if always:
        rest = max(width - needed[-1] - _GAP, _MIN_NAME)
        return [min(needed[0], rest), *[0] * len(others), needed[-1]]
    taken = sum(size + _GAP for size in others[:kept])
    if width - taken < min(_MIN_NAME, needed[0]):
        kept, taken = 0, 0
    return [max(1, min(needed[0], width - taken)), *others[:kept], *[0] * (len(others) - kept), 0]


def list_line(
    cells: Sequence[str],
    columns: Columns,
    widths: Sequence[int],
    roles: Sequence[Role],
    glyphs: Glyphs = UNICODE,
) -> Line:
    """Return one row; ``roles``: the role of each column. No cell is cut while the row has room:
    one that is wider than its column takes what it lacks from the others."""
    spans: list[Span] = []
    room = list(widths)
    period = period_column(columns)
    if period and room[period - 1] and not room[period]:
        figure = with_period(cells, period)
        cells = [*cells[: period - 1], figure, "", *cells[period + 1 :]]
        title = sum(room[:period]) - cell_width(figure)
        enough = title >= min(cell_width(cells[0]), _MIN_BESIDE_FIGURE)
        alone = sum(room[:period]) + _GAP
        room[period - 1] = cell_width(figure) if enough else 0
        room[0] = title if room[period - 1] else alone
    _share_room(cells, columns, room)
    for at, (cell, (_, align)) in enumerate(zip(cells[1:], columns[1:], strict=True), 1):
        lacking = cell_width(cell) - room[at]
        if align == "right" and room[at] and lacking > 0 and room[at - 1] - lacking >= _MIN_COLUMN:
            room[at - 1 : at + 1] = room[at - 1] - lacking, room[at] + lacking
    for cell, (_, align), size, role in zip(cells, columns, room, roles, strict=True):
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


def _share_room(cells: Sequence[str], columns: Columns, room: list[int]) -> None:
    """Move empty cells of a row from columns that do not need them to the title, and to other cells
    that are then whole: of the nearest column, those to the right first."""
    shown = [at for at, size in enumerate(room) if size and columns[at][1] != "spark"]
    spare = {at: room[at] - cell_width(cells[at]) for at in shown}
    for at in shown:
        donors = [other for other in shown if spare[other] > 0]
        if at and sum(spare[donor] for donor in donors) + spare[at] < 0:
            continue  # it stays cut: nothing is moved out of its column for it
        for donor in sorted(donors, key=lambda other: (other < at, abs(other - at))):
            given = max(0, min(-spare[at], spare[donor]))
            room[at], room[donor] = room[at] + given, room[donor] - given
            spare[at], spare[donor] = spare[at] + given, spare[donor] - given


def listing(
    columns: Columns,
    rows: Sequence[Sequence[str]],
    width: int | None,
    glyphs: Glyphs = UNICODE,
    *,
    ids: tuple[str, Sequence[str]] | None = None,
    kept: int = 0,
    always_ids: bool = False,
) -> list[Line]:
    """Return headings and rows; the first column names the row.

    ``ids``: heading and ids of the rows, the last column, as far as there is room; ``kept``:
    columns after the title that are shown where the id, or part of a title, is left out;
    ``always_ids``: the id never is.
    """
    if ids:
        head, names = ids
        columns = [*columns, (head, "left")]
        rows = [(*row, name) for row, name in zip(rows, names, strict=True)]
    widths = column_widths(columns, rows, None if ids else width)
    period = period_column(columns)
    if ids and width is not None:
        kept = max(kept, period)
        titles = [cell_width(row[0]) for row in rows]
        widths = _widths_with_ids(widths, titles, width, kept, always=always_ids)
    if period and width is not None and not (widths[period] and widths[period - 1]):
        widths = _with_period(columns, rows, width, period)
    body: Role = "body"
    roles: list[Role] = ["title", *[body] * (len(columns) - 1)]
    if ids:
        roles[-1] = "muted"
    return [
        head_line([name for name, _ in columns], columns, widths),
        *(list_line(row, columns, widths, roles, glyphs) for row in rows),
    ]


def head_line(heads: Sequence[str], columns: Columns, widths: Sequence[int]) -> Line:
    """Return the line of column headings."""
    plain = [(head, "left" if align == "spark" else align) for head, align in columns]
    return list_line(heads, plain, widths, ["heading"] * len(columns))
