"""A time series as columns on an axis that is proportional to time: ``?`` for a period without a
figure, and shorter periods as thin columns behind a gap in the axis."""

from __future__ import annotations

from tui.document import Point, Role, Series, Span
from tui.render.chart import note_lines
from tui.render.column_places import BREAK, MIN_COLUMN, ChartColumn, fitting_columns, unknown_places
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line, line_width, wrap
from tui.text.width import cell_width

LEAST_CHART = 5
"""Lines of the smallest chart: numbers, two lines of columns, axis, periods."""
MIN_POINTS = 3
"""Points below which the chart of a page shows nothing that its figures do not say."""
_PAGE_HEIGHTS = (9, 18)
"""Lines of the chart of a page, at least and at most."""
_PART_OF_WINDOW = 0.4
_EIGHTHS = 8
_LEGEND_GAP = 3
_MIN_BROKEN = 3
"""Lines above which there is room for the upper part of a broken column."""
_MAX_CARD_COLUMN, _MAX_PAGE_COLUMN = 5, 9
_REACH_OF_NUMBER, _REACH_OF_PERIOD = 2, 1
"""Cells by which a text may stand beside the middle of its column."""
_YEAR = "年"

_Cells = list[tuple[str, Role]]
"""A line under construction: a character and its role per cell; an empty one follows a wide one."""


def chart_height(window: int) -> int:
    """Return the lines of the chart of a page in a window of so many lines."""
    least, most = _PAGE_HEIGHTS
    return max(least, min(most, round(window * _PART_OF_WINDOW)))


def column_chart(
    block: Series,
    width: int,
    height: int,
    glyphs: Glyphs,
    widest: int = _MAX_CARD_COLUMN,
    unit: str = "",
) -> list[Line]:
    """Return columns with their numbers, an axis and the periods in ``height`` lines; no line where
    it does not fit. ``widest``: cells of a column; ``unit``: of the numbers."""
    points = (*block.points, *block.apart)
    to_scale = [point for point in points if not block.is_broken(point)] or list(points)
    largest = max((abs(point.size) for point in to_scale), default=0.0)
    if height < LEAST_CHART or not largest or any(not point.at for point in points):
        return []
    columns = fitting_columns(block, width, min(widest, max(MIN_COLUMN, width // 9)))
    if not columns:
        return []
    rows = height - 3
    scale = rows - 2 if len(to_scale) < len(points) and rows > _MIN_BROKEN else rows
    canvas: list[_Cells] = [[(" ", "body")] * width for _ in range(height)]
    for column in reversed(columns):
        share = abs(column.point.size) / largest * scale
        if block.is_broken(column.point):  # the larger of several still is the higher one
            share = max(scale, rows - block.larger_than(column.point))
        _draw_column(canvas, column, min(share, rows), glyphs)
        if block.is_broken(column.point):
            top = rows - round(min(share, rows)) + 1
            _put(canvas[top], column.left, glyphs.broken * column.width, "bar-forecast")
    last = width - cell_width(unit)
    lefts = (0, last, *range(1, max(1, last)))
    if not any(_write(cells, left, unit, "muted") for cells in canvas[:rows] for left in lefts):
        return []
    _draw_axis(canvas[-2], columns, len(block.points), glyphs)
    for place in unknown_places(block, columns[: len(block.points)]):
        near = [at for at in (place, place + 1, place - 1) if canvas[-3][at][0] == " "]
        if near:
            canvas[-3][near[0]] = ("?", "muted")
    canvas[-1] = _periods(columns, len(block.points), width)
    return [_line(cells) for cells in canvas]


def chart_over_time(block: Series, width: int, window: int, glyphs: Glyphs) -> list[Line]:
    """Return the chart of a page in a window of so many lines: columns, what they are, and notes;
    no line where it does not fit."""
    points = (*block.points, *block.apart)
    if block.shares or len(points) < MIN_POINTS:
        return []
    to_scale = [point for point in points if not block.is_broken(point)] or points
    unit = _unit(max(to_scale, key=lambda point: abs(point.size)))
    height = chart_height(window)
    lines = column_chart(block, width, height, glyphs, _MAX_PAGE_COLUMN, unit)
    if lines:
        lines += [*_legend_lines(block, width, glyphs), *note_lines(block, width, glyphs)]
    return lines


def legend(block: Series, glyphs: Glyphs) -> Line:
    """Return what the columns are, and the mark of a period without a figure."""
    signs: dict[str, tuple[str, Role]] = {
        "reported": (glyphs.bar, "bar"),
        "estimate": (glyphs.bar_estimate, "bar-estimate"),
        "forecast": (glyphs.column_forecast, "bar-forecast"),
    }
    named, gap = dict(block.legend), " " * _LEGEND_GAP
    spans: list[Span] = []
    for status, words in {point.status: point.status_words for point in block.points}.items():
        spans += [Span(*signs[status]), Span(f" {named.get(status, words)}{gap}", "muted")]
    for point in block.unknown[:1]:
        spans += [Span(point.short, "body"), Span(f" {point.label}{gap}", "muted")]
    if spans:
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip())
    return tuple(spans)


def _legend_lines(block: Series, width: int, glyphs: Glyphs) -> list[Line]:
    """Return the legend in lines, each sign beside its words, in the first line that has room."""
    spans = legend(block, glyphs)
    lines: list[Line] = []
    for sign, words in zip(spans[::2], spans[1::2], strict=True):
        item = (sign, words._replace(text=words.text.rstrip()))
        room = width - line_width(item) - _LEGEND_GAP
        at = next((number for number, line in enumerate(lines) if line_width(line) <= room), -1)
        if at < 0:
            lines += wrap(item, width)
        else:
            lines[at] = (*lines[at], Span(" " * _LEGEND_GAP), *item)
    return lines


def _draw_column(canvas: list[_Cells], column: ChartColumn, height: float, glyphs: Glyphs) -> None:
    """Draw a column from the line above the axis, with its number above it."""
    point, left, width, _ = column
    role: Role = "bar-forecast" if point.status == "forecast" else "bar"
    full = glyphs.column_forecast if point.status == "forecast" else glyphs.bar
    if point.status == "estimate":
        role, full = "bar-estimate", glyphs.bar_estimate
    rows, rest = divmod(max(1, round(height * _EIGHTHS)), _EIGHTHS)
    if full != glyphs.bar:  # no character is a part of a hatched cell
        rows, rest = max(1, round(height)), 0
    bottom = len(canvas) - 3
    for row in range(rows):
        _put(canvas[bottom - row], left, full * width, role)
    if rest:
        _put(canvas[bottom - rows], left, glyphs.levels[rest - 1] * width, role)
    label: Role = "forecast" if point.status == "forecast" else "figure"
    above = canvas[max(0, bottom - rows - bool(rest))]
    _write_near(above, column.number_start, point.short, label, _REACH_OF_NUMBER)


def _draw_axis(cells: _Cells, columns: list[ChartColumn], usual: int, glyphs: Glyphs) -> None:
    """Draw the axis with a tick for each time; a gap precedes columns of another length."""
    end = len(cells)
    if apart := columns[usual:]:
        label = max(cell_width(column.point.period) for column in apart)
        after = min(apart[0].left, apart[0].middle - (label - 1) // 2)
        end = after - BREAK
        cells[after:] = [(glyphs.rule, "frame")] * (len(cells) - after)
    cells[:end] = [(glyphs.rule, "frame")] * end
    tick = glyphs.corners[2] if glyphs.corners[2] == "+" else "┴"
    ticks = {column.point.at: column.middle for column in reversed(columns)}
    for middle in ticks.values():  # columns of one period stand side by side over one tick
        cells[middle] = (tick, "frame")


def _periods(columns: list[ChartColumn], usual: int, width: int) -> _Cells:
    """Return the periods below the axis, each once: first those of another length, then the last of
    the ``usual`` ones, then from the first on; where not all fit, Chinese years without their
    measure word."""
    named = {column.point.period: column for column in reversed(columns)}
    first = [column.point.period for column in (*columns[usual:], columns[usual - 1])]
    order = [*first, *sorted(named.keys() - first, key=lambda text: named[text].left)]
    line: _Cells = []
    for short in (False, True):
        line = [(" ", "body")] * width
        names = {text: text.removesuffix(_YEAR) if short else text for text in order}
        written = [
            _write_near(
                line,
                named[text].middle - (cell_width(names[text]) - 1) // 2,
                names[text],
                "muted",
                _REACH_OF_PERIOD,
            )
            for text in order
        ]
        if all(written):
            break
    return line


def _unit(largest: Point) -> str:
    """Return the unit in which the numbers are: the figure without its number and hedge."""
    before, number, after = largest.label.partition(largest.short.lstrip("<>~"))
    hedged = largest.short[:1] in "<>~"
    words = [*before.split()[1 if hedged else 0 :], after.strip()]
    return " ".join(filter(None, words)) if number else ""


def _put(cells: _Cells, left: int, text: str, role: Role) -> None:
    for offset, character in enumerate(text):
        cells[left + offset] = (character, role)


def _write_near(cells: _Cells, start: int, text: str, role: Role, reach: int) -> bool:
    """Write a text from the cell ``start`` on, or as near to it as there is room."""
    start = max(0, min(start, len(cells) - cell_width(text)))
    beside = (start + side * away for away in range(reach + 1) for side in (-1, 1))
    return any(_write(cells, left, text, role) for left in beside if left >= 0)


def _write(cells: _Cells, left: int, text: str, role: Role) -> bool:
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


def _line(cells: _Cells) -> Line:
    spans: list[Span] = []
    for text, role in cells:
        if spans and spans[-1].role == role:
            spans[-1] = Span(spans[-1].text + text, role)
        else:
            spans.append(Span(text, role))
    return tuple(spans)
