"""The small chart of a card: columns over time, ``?`` for a year without a figure, and what is of
another length behind a gap in the axis."""

from __future__ import annotations

from itertools import pairwise

from tui.document import Card, Point, Role, Span
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line
from tui.text.width import cell_width

LEAST_CHART = 5
"""Lines of the smallest chart: numbers, two lines of columns, axis, periods."""
_EIGHTHS = 8
_MIN_COLUMN, _MAX_COLUMN = 2, 5
_BREAK = 2
"""Cells without axis before columns of another length."""
_SHIFT = 3
"""Cells by which a period may stand left of its column."""
_YEAR = "年"

_Canvas = list[list[tuple[str, Role]]]
_Placed = list[tuple[Point, int]]
"""Points with the first cell of their columns."""


def card_chart(card: Card, width: int, height: int, glyphs: Glyphs) -> list[Line]:
    """Return the chart in ``height`` lines of ``width`` cells; no line where it does not fit."""
    if not card.series or height < LEAST_CHART:
        return []
    points = (*card.series.points, *card.apart)
    largest = max((abs(point.size) for point in points), default=0.0)
    if not largest or any(not point.at for point in points):
        return []
    column = min(_MAX_COLUMN, width // 9)
    placed: _Placed = []
    while not placed:
        if column < _MIN_COLUMN:
            return []
        placed = _places(card.series.points, card.apart, width, column)
        column -= not placed
    rows = height - 3
    canvas: _Canvas = [[(" ", "body")] * width for _ in range(height)]
    for point, left in reversed(placed):
        _draw_column(canvas, point, left, column, point.size / largest * rows, glyphs)
    unit = card.series.unit
    last = width - cell_width(unit)
    lefts = (0, last, *range(1, last))
    if not any(_write(cells, left, unit, "muted") for cells in canvas[:rows] for left in lefts):
        return []
    axis, periods = canvas[-2], canvas[-1]
    apart = placed[len(card.series.points) :]
    end = apart[0][1] - _BREAK if apart else width
    axis[:end] = [(glyphs.rule, "frame")] * end
    for left in (left for _, left in apart):
        axis[left:] = [(glyphs.rule, "frame")] * (width - left)
    ticks = glyphs.corners[2] if glyphs.corners[2] == "+" else "┴"
    for _, left in placed:
        axis[left] = (ticks, "frame")
    for year in card.unknown:
        place = _place(year, placed, card.series.points)
        near = [at for at in (place, place + 1, place - 1) if canvas[-3][at][0] == " "]
        if near:
            apart_from = [at for at in near if canvas[-3][at - 1][0] == " "]
            canvas[-3][(apart_from or near)[0]] = ("?", "muted")
    _write_periods(periods, placed)
    return [_line(cells) for cells in canvas]


def _draw_column(
    canvas: _Canvas, point: Point, left: int, column: int, height: float, glyphs: Glyphs
) -> None:
    """Draw a column from the line above the axis, with its number above it."""
    role: Role = "bar-forecast" if point.status == "forecast" else "bar"
    full = glyphs.column_forecast if point.status == "forecast" else glyphs.bar
    if point.status == "estimate":
        role, full = "bar-estimate", glyphs.bar_estimate
    rows, rest = divmod(max(1, round(abs(height) * _EIGHTHS)), _EIGHTHS)
    bottom = len(canvas) - 3
    for row in range(rows):
        _fill(canvas[bottom - row], left, full * column, role)
    if rest:
        _fill(canvas[bottom - rows], left, glyphs.levels[rest - 1] * column, role)
    label: Role = "forecast" if point.status == "forecast" else "figure"
    cells = canvas[max(0, bottom - rows - bool(rest))]
    any(_write(cells, left - back, point.short, label) for back in range(column + 1))


def _places(
    points: tuple[Point, ...], apart: tuple[Point, ...], width: int, column: int
) -> _Placed:
    """Return each point with the first cell of its column. The axis is proportional to time, but
    for the points ``apart`` at its end; columns of one time stand side by side, as far apart as
    their numbers need."""
    tail = _side_by_side(apart, width, max([column, *(cell_width(it.period) for it in apart)]))
    room = tail[0][1] - _BREAK if tail else width
    last = [point for point in points if point.at == points[-1].at]
    ends = _side_by_side(tuple(last), room, column)
    start = ends[0][1] if ends else 0
    first, span = points[0].at, points[-1].at - points[0].at
    placed: _Placed = []
    for number, point in enumerate(points):
        if number >= len(points) - len(last):
            placed.append((point, ends[number - len(points) + len(last)][1]))
            continue
        left = round((point.at - first) / span * start) if span else 0
        if placed and point.at == placed[-1][0].at:
            left = placed[-1][1] + max(column, cell_width(placed[-1][0].short) + 1)
        placed.append((point, left))
    placed += tail
    lefts = [left for _, left in placed]
    fits = all(later >= earlier + column for earlier, later in pairwise(lefts))
    return placed if fits and lefts and lefts[0] >= 0 and lefts[-1] + column <= width else []


def _side_by_side(points: tuple[Point, ...], end: int, column: int) -> _Placed:
    """Return columns that end at the cell ``end``, with room for their numbers."""
    placed: _Placed = []
    for point in reversed(points):
        end -= max(column, cell_width(point.short))
        placed.insert(0, (point, end))
        end -= 1
    return placed


def _place(time: float, placed: _Placed, points: tuple[Point, ...]) -> int:
    """Return the cell of a time on the axis."""
    first, last = placed[0][1], placed[len(points) - 1][1]
    for (point, left), (later, right) in pairwise(placed[: len(points)]):
        if point.at <= time < later.at:
            return round(left + (time - point.at) / (later.at - point.at) * (right - left))
    return first if time < points[0].at else last


def _write_periods(cells: list[tuple[str, Role]], placed: _Placed) -> None:
    """Write the periods below the axis, each once, the last and the first ones first; where not all
    fit, Chinese years without their measure word."""
    texts = {point.period: left for point, left in reversed(placed)}
    order = sorted(texts, key=lambda text: (texts[text] != max(texts.values()), texts[text]))
    for short in (False, True):
        line: list[tuple[str, Role]] = [(" ", "body")] * len(cells)
        names = [text.removesuffix(_YEAR) if short else text for text in order]
        written = [
            any(_write(line, texts[text] - back, name, "muted") for back in range(_SHIFT))
            for text, name in zip(order, names, strict=True)
        ]
        if all(written):
            break
    cells[:] = line


def _fill(cells: list[tuple[str, Role]], left: int, text: str, role: Role) -> None:
    for offset, character in enumerate(text):
        cells[left + offset] = (character, role)


def _write(cells: list[tuple[str, Role]], left: int, text: str, role: Role) -> bool:
    """Write a text where it fits between what is there, moved to the left at the end of the line;
    return False if there is no room."""
    size = cell_width(text)
    left = min(left, len(cells) - size)
    before = max(0, left - 1)
    if left < 0 or any(cell[0] != " " for cell in cells[before : left + size + 1]):
        return False
    for character in text:
        cells[left] = (character, role)
        if cell_width(character) == 2:
            left += 1
            cells[left] = ("", role)  # the second cell of a wide character
        left += 1
    return True


def _line(cells: list[tuple[str, Role]]) -> Line:
    spans: list[Span] = []
    for text, role in cells:
        if spans and spans[-1].role == role:
            spans[-1] = Span(spans[-1].text + text, role)
        else:
            spans.append(Span(text, role))
    return tuple(spans)
