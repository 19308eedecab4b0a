"""How the rows of a list divide by their facets, as bars in the space below a short list."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.browse.sources.list_source import ValueCounts
from tui.document import Span
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import BLANK, Line, padded
from tui.text.width import cell_width, truncate

_LEAST_ROWS, _LEAST_FREE, _LEAST_WINDOW = 8, 10, 30
"""Rows, free lines below them and lines of the panel from which bars are drawn."""
_MOST_VALUES = 8
_LONGEST_BAR = 40
_LABEL = 30
"""Cells of a label at most, unless the longest bar leaves more."""


def has_room(rows: int, free: int, window: int) -> bool:
    """Return whether bars say something of so many rows and have room below them."""
    return rows >= _LEAST_ROWS and free >= _LEAST_FREE and window >= _LEAST_WINDOW


def value_bars(
    facets: Sequence[ValueCounts], width: int, height: int, glyphs: Glyphs
) -> list[Line]:
    """Return bars for as many facets as fit into ``height`` lines; of a facet with many values the
    most frequent ones."""
    shown: list[tuple[str, list[tuple[str, int]]]] = []
    for facet in facets:
        values = _most(facet.values)
        used = sum(len(each) + 2 for _, each in shown)
        differs = len({count for _, count in values}) > 1  # equal bars say nothing
        if differs and used + len(values) + 1 <= height:
            shown.append((facet.title, values))
    labels = [cell_width(label) for _, values in shown for label, _ in values]
    digits = max((len(str(count)) for _, values in shown for _, count in values), default=0)
    column = min(max(labels, default=0), max(_LABEL, width - digits - 3 - _LONGEST_BAR))
    room = min(width - column - digits - 3, _LONGEST_BAR)
    if room < _MOST_VALUES:
        return []
    lines: list[Line] = []
    for title, values in shown:
        most = max(count for _, count in values)
        rule = Span(glyphs.rule * (width - cell_width(title) - 1), "rule")
        lines += [*([BLANK] if lines else []), (Span(title, "label"), Span(" "), rule)]
        for label, count in values:
            filled = max(1, round(room * count / most))
            name = padded(truncate(label, column), column, "muted")
            lines.append((name, Span(f" {glyphs.gauge * filled} {count}", "muted")))
    return lines


def _most(values: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return the most frequent values in their own order, without those that no row has."""
    counts = sorted((count for _, count in values if count), reverse=True)
    least = counts[:_MOST_VALUES][-1] if counts else 1
    return [(label, count) for label, count in values if count >= least][:_MOST_VALUES]
