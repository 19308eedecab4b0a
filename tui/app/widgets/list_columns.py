"""Which columns of a list are shown, and how wide: as its width, and its first rows, have it."""

from __future__ import annotations

from tui.app.browse.page_source import Listed
from tui.render.list_layout import column_widths

_NAME_ALONE = 48
"""Cells below which a list shows names, and at most the column by which it is ordered."""
_NAME_AND_ONE = 26
"""Cells below which it shows not even that."""

_MEASURED = 300
"""Rows by which the columns are measured: of tens of thousands only the first are read."""


def fitted(listed: Listed, width: int) -> list[int]:
    """Cells for each column: where there is little room, for the name and what the rows are
    ordered by."""
    columns, told = listed.columns, listed.told
    if width >= _NAME_ALONE:
        return column_widths(columns, [row.cells for row in listed.rows[:_MEASURED]], width)
    widths = [width, *[0] * (len(columns) - 1)]
    if told and width >= _NAME_AND_ONE:
        cells = [(row.cells[0], row.cells[told]) for row in listed.rows[:_MEASURED]]
        pair = (columns[0], columns[told])
        widths[0], widths[told] = column_widths(pair, cells, width)
    return widths
