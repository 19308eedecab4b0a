"""Search results whose answers stand below their titles, as far as the list has room."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.browse.sources.list_source import ListContent
from tui.app.browse.view_state import least_result_lines
from tui.render.list_widths import GAP
from tui.text.width import cell_width, truncate


def with_answers_below(
    content: ListContent, widths: Sequence[int], width: int, window: tuple[int, int]
) -> ListContent:
    """Return a list of results with the answers of the first ones below their titles, as many as
    have room below the longest answer above the list: so no row moves with the cursor.

    ``widths``: of title and answer in one line; ``width``: of both; ``window``: its size.
    """
    spare = least_result_lines(*window) - len(content.rows)
    if spare <= 0 or len(widths) < 2:
        return content
    rows = []
    for row in content.rows:
        title, answer = row.cells
        if spare > 0 and cell_width(answer) > widths[1]:
            below = ("", truncate(answer, max(1, width - GAP)))
            row = row._replace(cells=(title, ""), below=(below,))
            spare -= 1
        rows.append(row)
    return content._replace(rows=rows)
