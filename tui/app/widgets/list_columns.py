"""The widths of the columns of a list, and of the list beside a page."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.browse.sources.list_source import ListContent
from tui.render.list_widths import (
    CUT_TITLES,
    PROSE,
    Columns,
    column_widths,
    period_column,
    titles_first,
)
from tui.text.width import cell_width

_MIN_TWO_COLUMNS = 26
"""Cells below which it shows only the name."""
_MIN_LIST = 36
"""Cells of a list beside a page at least."""
_MOST_OF_WINDOW = 0.6
"""Share of the window that a list takes at most where half of it is too narrow (see
``wanted_width``)."""
_LEAST_PAGE = 48
"""Cells that it then leaves to the page."""
_WRAPPED_TITLES = 3
"""One in so many titles beside figures may be wrapped."""
_MIN_NAME = 16
"""Cells that a name and the gap after it take at least beside another column."""
_MEASURED_ROWS = 300
"""Rows whose cells set the column widths: the first ones, so that long lists load lazily."""


def wanted_width(content: ListContent, window: int, marks: int) -> int:
    """Return the cells of a list beside a page: those of all columns but sentences, for which it
    has no room, at most half of a window of ``window`` cells, or as much more as it takes to show
    the column ``below``, or titles in one line beside it or figures; none that no shown column
    needs. ``marks``: cells before the titles."""
    rows = [row.cells for row in (content.sample or content.rows)[:_MEASURED_ROWS]]
    sizes = column_widths(content.columns, rows, None)
    if not sizes:
        return _MIN_LIST
    around = marks + 4
    total = sizes[0] + sum(size + 2 for size in sizes[1:] if 0 < size <= PROSE)
    most = window // 2 - around
    if total > most > 0:
        widest = min(int(window * _MOST_OF_WINDOW), window - _LEAST_PAGE) - around
        found, columns = fitted_widths(content, most), content.columns
        best = _shown(columns, fitted_widths(content, widest), rows, sizes)
        while _shown(columns, found, rows, sizes) < best:
            most += 1
            found = fitted_widths(content, most)
        shown = [size for size in found if size]
        total = sum(shown) + 2 * (len(shown) - 1)
    return max(_MIN_LIST, total + around)


def _shown(
    columns: Columns, widths: Sequence[int], rows: Sequence[Sequence[str]], needed: Sequence[int]
) -> tuple[bool, int, bool]:
    """Return whether the column ``below`` has room, how many titles beside it, or beside figures,
    are whole in one line, and whether it is as wide as its texts. Of titles beside figures, which
    are wrapped, a few do not count."""
    period, below = period_column(columns), _below(columns)
    if not period and not below:
        return True, 0, True
    whole = sum(cell_width(row[0]) <= widths[0] for row in rows)
    most = len(rows) - (len(rows) // _WRAPPED_TITLES if period else 0)
    return not below or widths[below] > 0, min(whole, most), widths[below] >= needed[below]


def _below(columns: Columns) -> int:
    return next((at for at, (_, align) in enumerate(columns) if align == "below"), 0)


def widths_beside_marks(content: ListContent, width: int, marks: int) -> tuple[int, list[int]]:
    """Return the cells of the marks before the titles of a list of ``width`` cells, and those of
    each column: one more than ``marks``, a space, where that cuts few titles. Titles beside
    figures, or alone, are not cut but wrapped."""
    if not content.columns:
        return marks, []
    narrow, wide = (fitted_widths(content, max(0, width - each)) for each in (marks, marks + 1))
    if any(size and not left for size, left in zip(narrow, wide, strict=True)):
        wide = [max(0, narrow[0] - 1), *narrow[1:]]  # it hides no column
    rows = (content.sample or content.rows)[:_MEASURED_ROWS]
    are_wrapped = period_column(content.columns) or not any(wide[1:])
    cut = sum(wide[0] < cell_width(row.cells[0]) <= narrow[0] for row in rows)
    if not are_wrapped and cut > max(1, len(rows) // CUT_TITLES):
        return marks, narrow
    return marks + 1, wide


def fitted_widths(content: ListContent, width: int) -> list[int]:
    """Return the cells of each column, 0 for a hidden one.

    The titles come first; a list sorted by another column shows that one too if there is room.
    """
    columns, sort_column = content.columns, content.sort_column
    rows = [row.cells for row in (content.sample or content.rows)[:_MEASURED_ROWS]]
    period = period_column(columns)
    if not sort_column or (period and sort_column in (period - 1, period)):
        return titles_first(columns, rows, width)
    widths = [width, *[0] * (len(columns) - 1)]
    needed = max(
        cell_width(text) for text in (columns[sort_column][0], *(r[sort_column] for r in rows))
    )
    if needed + _MIN_NAME <= width:  # what the list is sorted by is shown in full
        others = [index for index in range(len(columns)) if index != sort_column]
        found = titles_first(
            [columns[index] for index in others],
            [[row[index] for index in others] for row in rows],
            width - needed - 2,
        )
        widths = [0] * len(columns)
        for index, size in zip((*others, sort_column), (*found, needed), strict=True):
            widths[index] = size
    elif width >= _MIN_TWO_COLUMNS:
        pair = (columns[0], columns[sort_column])
        cells = [(row[0], row[sort_column]) for row in rows]
        widths[0], widths[sort_column] = column_widths(pair, cells, width)
    return widths
