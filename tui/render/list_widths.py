"""How wide the columns of a list are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from tui.text.width import cell_width

Columns: TypeAlias = Sequence[tuple[str, str]]
"""Heading and alignment of each column: ``left``, ``right``, ``whole`` (left, never truncated),
``spark`` (a sparkline), ``below`` (left; an enumeration, shortened to its first items; on a second
line of the row where its column is not shown) or ``period`` (of the ``right`` figure before it,
which is never shown without it: where there is no room for both columns, the figure's holds
both)."""

TEXT = ("left", "below")
"""Alignments of texts that may be cut."""
GAP = 2
_MIN_FIGURE_SHARE = 0.6
"""Share of the widest figure's width; in a narrower column too many figures would be hidden."""
_MIN_NAME = 20
"""Cells below which truncated names are hard to tell apart."""
CUT_TITLES = 8
"""One in so many titles may be cut so that a column of one or two words appears."""
_MIN_TEXT, _MIN_PROSE, PROSE = 16, 28, 40
"""Cells from which text beside the title is shown, cut if need be; more of sentences, which are
longer than ``PROSE``."""
SHORT_PERIOD = 10
"""Cells of a period that is never divided."""
_MIN_WRAPPED = 18
"""Cells of titles in several lines beside the columns of figures and periods."""
_MIN_BESIDE_FIGURE = 10
"""Cells that the column of titles keeps beside that of figures with their periods."""
MIN_COLUMN = 6
"""Cells below which a truncated column is of no use."""

_MIN_WIDTHS: Mapping[str, Callable[[int], int]] = {
    "left": lambda size: min(size, MIN_COLUMN),
    "below": lambda size: min(size, MIN_COLUMN),
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
        given = min(size, spare - GAP)
        least = _MIN_WIDTHS[align](size)
        given = given if given >= max(least, 1) else 0
        others.append(given)
        spare -= given + GAP if given else 0
    taken = sum(size + GAP for size in others if size)
    return [min(needed[0], max(1, width) - taken), *others]


def titles_first(columns: Columns, rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the width of each column where the first one, the title, takes what it needs before
    another appears: all but a few titles, if the longest one is wider than the list, or if a column
    of one or two words then has room. Only the figures of the rows stay beside cut titles: they are
    what a reader looks for. A column without room is dropped (0), but text is cut if most of it
    fits."""
    if period := period_column(columns):
        return widths_with_period(columns, rows, width, period)
    needed = [cell_width(head) for head, _ in columns]
    for row in rows:
        for index, cell in enumerate(row):
            needed[index] = max(needed[index], cell_width(cell))
    sizes = sorted(cell_width(row[0]) for row in rows) or [0]
    whole = needed[0]
    if whole > width:  # the longest title is cut anyway: leave no empty cells behind the others
        whole = max(sizes[max(len(sizes) * 3 // 4, len(sizes) - 3)], width * 2 // 3)
    cut = max(needed[0] // 2, sizes[len(sizes) - 1 - len(sizes) // CUT_TITLES])
    found = [_beside(title, columns, rows, needed, width) for title in (whole, min(whole, cut))]
    words = [sum(0 < size <= _MIN_TEXT for size in widths[1:]) for widths in found]
    widths = found[words[1] > words[0]]
    if widths[0] < needed[0]:
        _give_spare(widths, needed, [cell_width(columns[0][0]), *sizes])
    return widths


def _give_spare(widths: list[int], needed: Sequence[int], titles: Sequence[int]) -> None:
    """Give cut columns, unless of sentences, the cells that no whole title needs: longer titles are
    cut anyway."""
    spare = widths[0] - max((size for size in titles if size <= widths[0]), default=widths[0])
    for at in range(1, len(widths)):
        if 0 < widths[at] < needed[at] <= PROSE:
            given = min(spare, needed[at] - widths[at])
            widths[at] += given
            widths[0] -= given
            spare -= given


def _beside(
    title: int,
    columns: Columns,
    rows: Sequence[Sequence[str]],
    needed: Sequence[int],
    width: int,
) -> list[int]:
    """Return the widths of the columns that have room beside titles of ``title`` cells; the title
    gets what is left."""
    figure = next((at for at, (_, align) in enumerate(columns) if align == "right"), 0)
    reserved = max(_usual_width(rows, figure), cell_width(columns[figure][0])) if figure else 0
    if width - reserved - GAP < min(title, _MIN_NAME):
        reserved = 0
    widths = [min(title, width - (reserved + GAP if reserved else 0))]
    spare = width - widths[0]
    for index, (size, (_, align)) in enumerate(zip(needed[1:], columns[1:], strict=True), 1):
        least = size
        if align == "below":
            least = max(cell_width(shortened(row[index], 0)) for row in rows) if rows else size
        elif align in TEXT:
            least = min(size, _MIN_PROSE if size > PROSE else _MIN_TEXT)
        least = reserved if reserved and index == figure else least
        given = min(size, spare - GAP)
        shown = given if size and given >= least else 0
        widths.append(shown)
        spare -= shown + GAP if shown else 0
    widths[0] = min(needed[0], widths[0] + spare)
    return widths


def shortened(text: str, width: int) -> str:
    """Return an enumeration with as many items as ``width`` cells hold, at least one, and the
    number of the others: ``Promoted +1``."""
    separator = "、" if "、" in text else ", "
    items = text.split(separator)
    for count in range(len(items) - 1, 0, -1):
        if cell_width(text) <= width:
            break
        text = f"{separator.join(items[:count])} +{len(items) - count}"
    return text


def hidden_below(columns: Columns, widths: Sequence[int]) -> int:
    """Return the index of the column that stands below the titles, as it has no room; 0 for
    none."""
    return next(
        (at for at, (_, align) in enumerate(columns) if align == "below" and not widths[at]), 0
    )


def period_column(columns: Columns) -> int:
    """Return the index of the period of a figure, which is the column before it; 0 for none."""
    return next((at for at, (_, align) in enumerate(columns) if align == "period"), 0)


def widths_with_period(
    columns: Columns, rows: Sequence[Sequence[str]], width: int, period: int
) -> list[int]:
    """Return the width of each column of a list with a figure and its period: all that have room
    beside whole titles; else these two beside titles in several lines; else titles, and figures
    with their periods in one column."""
    needed = [
        max(map(cell_width, (head, *(row[at] for row in rows))))
        for at, (head, _) in enumerate(columns)
    ]
    shown = [0] * len(columns)
    spare = width - needed[0]
    for at, size in enumerate(needed[1:], 1):
        if size and size + GAP <= spare:
            shown[at] = size
            spare -= size + GAP
    if shown[period - 1] and shown[period]:
        return [needed[0] + spare, *shown[1:]]
    shown = [0] * len(columns)
    shown[period - 1] = max(cell_width(columns[period - 1][0]), _usual_width(rows, period - 1))
    parts = [each for row in rows for each in period_parts(row[period], SHORT_PERIOD)]
    least = max(map(cell_width, (columns[period][0], *parts)))
    for size in (needed[period], least):
        title = width - shown[period - 1] - size - 2 * GAP
        if title >= (_MIN_WRAPPED if size == least else needed[0] * 3 // 4):
            shown[0], shown[period] = title, size
            return shown
    both = sorted(cell_width(with_period(row, period)) for row in rows)
    figure = both[len(both) // 2] if both else 0
    figure = max(1, min(figure, width - _MIN_BESIDE_FIGURE - GAP))
    shown = [0] * len(columns)
    shown[0], shown[period - 1] = width - figure - GAP, figure
    return shown


def period_parts(period: str, width: int) -> tuple[str, ...]:
    """Return a period, or its two parts where it is wider than ``width``."""
    if cell_width(period) > width:
        for mark in ("–", "—", "年"):
            first, _, second = period.partition(mark)
            if second:
                return f"{first}{mark}", second
    return (period,)


def without_empty_columns(
    columns: Columns, rows: Sequence[Sequence[str]], kept: int
) -> tuple[Columns, Sequence[Sequence[str]], int]:
    """Leave out the columns that are empty in every row, but a figure with its period."""
    period = period_column(columns)
    pair = (0, period - 1, period) if period else (0,)
    shown = [at for at in range(len(columns)) if at in pair or any(row[at] for row in rows)]
    if not rows or len(shown) == len(columns):
        return columns, rows, kept
    kept = sum(1 <= at <= kept for at in shown)
    return [columns[at] for at in shown], [[row[at] for at in shown] for row in rows], kept


def with_period(row: Sequence[str], period: int) -> str:
    """Return the figure of a row with its period in one text. A short period is filled up, so that
    the figures of rows below each other end in one column."""
    figure, when = row[period - 1 : period + 1]
    return f"{figure} {when}{' ' * (SHORT_PERIOD - cell_width(when))}" if figure else when


def _usual_width(rows: Sequence[Sequence[str]], column: int) -> int:
    """Return the width that is enough for nine of ten cells of a column."""
    sizes = sorted(cell_width(row[column]) for row in rows)
    return sizes[len(sizes) * 9 // 10] if sizes else 0


def widths_with_ids(
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
            spare = width - sum(shown) - GAP * (len(shown) - 1)
            if spare >= 0:
                title = min(needed[0], title + spare) if always else title
                dropped = [0] * (len(others) - count)
                return [title, *others[:count], *dropped, needed[-1] if has_id else 0]
    if always:
        rest = max(width - needed[-1] - GAP, _MIN_NAME)
        return [min(needed[0], rest), *[0] * len(others), needed[-1]]
    taken = sum(size + GAP for size in others[:kept])
    if width - taken < min(_MIN_NAME, needed[0]):
        kept, taken = 0, 0
    return [max(1, min(needed[0], width - taken)), *others[:kept], *[0] * (len(others) - kept), 0]
