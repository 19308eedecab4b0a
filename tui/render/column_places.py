"""Where the columns of a chart stand on its axis, which is proportional to time."""

from __future__ import annotations

from itertools import pairwise

from tui.document import Point, Series
from tui.fast_namedtuple import NamedTuple
from tui.text.width import cell_width

MIN_COLUMN = 2
BREAK = 2
"""Cells without axis before columns of another length."""


class ChartColumn(NamedTuple):
    """A point, the first cell of its column, and how many cells wide it is. ``lean``: -1 if its
    number stands to the left because another column touches the right side, 1 for the reverse."""

    point: Point
    left: int
    width: int
    lean: int = 0

    @property
    def middle(self) -> int:
        """The cell of its tick."""
        return self.left + (self.width - 1) // 2

    @property
    def number_start(self) -> int:
        """The cell where its number begins."""
        size = cell_width(self.point.short)
        start = self.middle - (size - 1) // 2
        if self.lean < 0:  # a cell stays between the numbers of two columns
            return min(start, self.left + self.width - 1 - size)
        return max(start, self.left) if self.lean else start


def fitting_columns(block: Series, width: int, widest: int) -> list[ChartColumn]:
    """Return the columns, as wide as there is room for; none where there is no room."""
    for column in range(widest, MIN_COLUMN - 1, -1):
        if columns := _columns(block.points, block.apart, width, column):
            return columns
    return []


def _columns(
    points: tuple[Point, ...], apart: tuple[Point, ...], width: int, column: int
) -> list[ChartColumn]:
    """Return each point with its column. The axis is proportional to time, but for the points
    ``apart`` at its end; columns of one time stand side by side, as far apart as their numbers
    need. No column where they do not fit."""
    label = max((cell_width(point.period) for point in apart), default=0)
    tail = _side_by_side(apart, width, max(1, column // 2), label)
    room = tail[0].left - (label - tail[0].width) // 2 - BREAK if tail else width
    last = [point for point in points if point.at == points[-1].at]
    ends = _side_by_side(tuple(last), room, column)
    if len(last) == 2:
        right = room - max(column, cell_width(last[1].short))
        ends = _touching(last[0], last[1], right - column, column)
    start = ends[0].left
    first, span = points[0].at, points[-1].at - points[0].at
    columns: list[ChartColumn] = []
    for point in points[: len(points) - len(last)]:
        left = round((point.at - first) / span * start)
        if columns and point.at == columns[-1].point.at:
            columns[-1:] = _touching(columns[-1].point, point, columns[-1].left, column)
        else:
            columns.append(ChartColumn(point, left, column))
    columns += [*ends, *tail]
    fits = all(
        (min(later.left, later.number_start) if later.lean < 0 else later.left)
        >= earlier.left + earlier.width
        for earlier, later in pairwise(columns)
    )
    return columns if fits and columns[0].left >= 0 else []


def _touching(first: Point, second: Point, left: int, column: int) -> list[ChartColumn]:
    """Return the columns of two figures of one time, without a gap, their numbers apart."""
    return [ChartColumn(first, left, column, -1), ChartColumn(second, left + column, column, 1)]


def _side_by_side(
    points: tuple[Point, ...], end: int, column: int, least: int = 0
) -> list[ChartColumn]:
    """Return columns that end at the cell ``end``, with room for their numbers; ``least``: cells
    that each takes."""
    columns: list[ChartColumn] = []
    for point in reversed(points):
        room = max(column, least, cell_width(point.short))
        columns.insert(0, ChartColumn(point, end - room + (room - column) // 2, column))
        end -= room + 1
    return columns


def unknown_places(block: Series, columns: list[ChartColumn]) -> list[int]:
    """Return the cells of the periods without a figure: those between two columns as far from each
    other as their times, in whole cells, so that equal distances look equal."""
    times = [point.at for point in block.unknown]
    places = [columns[0].middle for time in times if time < columns[0].point.at]
    for column, later in pairwise(columns):
        before, after = column.point.at, later.point.at
        between = [time for time in times if before <= time < after]
        if not between:
            continue
        start, end = column.left + column.width, later.left
        distances = [following - time for time, following in pairwise(between)]
        unit = min(distances, default=1.0)
        cells = int((later.middle - column.middle) / (after - before) * unit)
        steps = [max(1, round(distance / unit) * cells) for distance in distances]
        place = start + max(0, (end - start - sum(steps) - 1) // 2)
        places += [place, *(place := place + step for step in steps)]
    return [*places, *(columns[-1].middle for time in times if time >= columns[-1].point.at)]
