"""A time series as horizontal bars: period, bar, value, and the status unless it is reported.
Empty lines stand for the periods between, so that the axis of time is proportional.

Not plotext (5.3), which counts characters instead of cells: a Chinese character takes two, so the
frame of a plot 50 cells wide has lines of 55.
"""

from __future__ import annotations

import itertools

from tui.document import Point, Role, Series, Span
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import BLANK, Line, padded, wrap
from tui.render.sparkline import levels_of, sparkline
from tui.text.width import cell_width

_MAX_BAR = 50
_MIN_BAR = 6
_MIN_AXIS = 12
_MAX_LINES = 16
"""Lines of the longest chart."""
_YEAR = "年"


def chart(block: Series, width: int, glyphs: Glyphs) -> list[Line]:
    """Return one line per bar, from zero to a round maximum, and an axis if there is room.

    Too narrow for bars, the series becomes a sparkline; too narrow for that, nothing.
    """
    points = (*block.points, *block.apart)
    gaps = _gaps(block)
    named = [*(point.period for point in points), *(point.period for point in gaps.values())]
    periods = max(map(cell_width, named))
    values = max(cell_width(_value(point)) for point in points)
    room = min(width - periods - values - 2, _MAX_BAR)
    to_scale = [point for point in points if not block.is_broken(point)]
    largest = max((abs(point.size) for point in to_scale or points), default=0.0)
    if largest == 0:
        return []
    if room < _MIN_BAR:
        return _sparkline_lines(block, width, glyphs)
    axis = _axis(block, periods, room, glyphs)
    end = max(block.top, largest) if axis or block.shares else largest
    lines: list[Line] = []
    for number, (point, before) in enumerate(zip(block.points, _lines_before(block), strict=True)):
        if gap := gaps.get(number):
            name = padded(gap.period, periods, "label")
            lines.append((name, Span(f" {gap.short} "), Span(gap.label, "muted")))
        else:
            lines += [BLANK] * before
        lines.append(_bar_line(block, point, end, (periods, room), glyphs))
    for point in block.apart:
        lines += [BLANK] if point is block.apart[0] else []
        lines.append(_bar_line(block, point, end, (periods, room), glyphs))
    lines += axis
    words = {point.status: point for point in block.points}
    for status, text in block.legend:  # a status that says more than the words beside its bars
        if status in words and text != words[status].status_words:
            sign, role = _bar(words[status], glyphs)
            lines += wrap((Span(text, "muted"),), width, 2, (Span(f"{sign} ", role),))
    return [*lines, *note_lines(block, width, glyphs)]


def note_lines(block: Series, width: int, glyphs: Glyphs) -> list[Line]:
    """Return what is said below a chart: of broken bars, then its notes."""
    lines: list[Line] = []
    if any(map(block.is_broken, block.points)):
        lead = (Span(f"{glyphs.broken} ", "bar-forecast"),)
        lines += wrap((Span(block.break_note, "muted"),), width, 2, lead)
    for note in block.notes:
        lines += wrap((Span(note, "muted"),), width)
    return lines


def _gaps(block: Series) -> dict[int, Point]:
    """Return the periods without a figure as one row before the point that follows them."""
    gaps: dict[int, Point] = {}
    for unknown in block.unknown:
        after = (number for number, point in enumerate(block.points) if point.at > unknown.at)
        number = next(after, len(block.points))
        if first := gaps.get(number):
            start = first.period.partition("–")[0].partition("—")[0]
            name = f"{start}–{unknown.period}"
            if unknown.period.endswith(_YEAR):
                name = f"{start.removesuffix(_YEAR)}—{unknown.period}"
            unknown = unknown._replace(period=name)
        gaps[number] = unknown
    return gaps


def _lines_before(block: Series) -> list[int]:
    """Return the number of empty lines before each bar: none within the shortest distance."""
    times = [point.at for point in block.points]
    distances = [later - earlier for earlier, later in itertools.pairwise(times)]
    shortest = min((each for each in distances if each > 0), default=0.0)
    if not shortest or not all(times):
        return [0] * len(times)
    unit = max(shortest, (times[-1] - times[0]) / _MAX_LINES)
    return [0, *(max(0, round(each / unit) - 1) for each in distances)]


def _bar_line(
    block: Series, point: Point, end: float, sizes: tuple[int, int], glyphs: Glyphs
) -> Line:
    periods, room = sizes
    cells = max(1, round(min(abs(point.size) / end, 1.0) * room)) if point.size else 0
    glyph, role = _bar(point, glyphs)
    bar = glyph * cells
    if block.is_broken(point):
        cells = max(room - 2 * block.larger_than(point), room // 2)
        bar = glyph * (cells - 3) + glyphs.broken + glyph * 2
    rest = Span(" " * (room - cells))
    if block.shares:
        rest = Span(glyphs.track * (room - cells), "rule")
    value = Span(f" {_value(point)}", "figure")
    return (padded(point.period, periods, "label"), Span(" "), Span(bar, role), rest, value)


def _axis(block: Series, periods: int, room: int, glyphs: Glyphs) -> list[Line]:
    """Return the axis: 0 below the start of the bars, the round maximum below their end."""
    between = room - cell_width(block.axis) - 1
    if not block.axis or room < _MIN_AXIS or between < 2:
        return []
    line = (Span(" " * (periods + 1)), Span("0", "muted"), Span(glyphs.rule * between, "rule"))
    return [(*line, Span(block.axis, "muted"))]


def _sparkline_lines(block: Series, width: int, glyphs: Glyphs) -> list[Line]:
    """Return the first and last period with a sparkline between, or nothing if it does not fit."""
    first, last = block.points[0].period, block.points[-1].period
    forecasts = [point.status == "forecast" for point in block.points]
    levels = levels_of([point.size for point in block.points], forecasts)
    cells = sparkline(levels, glyphs)
    text = f"{first} {cells} {last}"
    if len(block.points) < 2 or cell_width(text) > width:
        return []
    return [(Span(f"{first} ", "label"), Span(cells, "bar"), Span(f" {last}", "label"))]


def _value(point: Point) -> str:
    return point.label if point.status == "reported" else f"{point.label} {point.status_words}"


def _bar(point: Point, glyphs: Glyphs) -> tuple[str, Role]:
    if point.status == "forecast":
        return glyphs.bar_forecast, "bar-forecast"
    if point.status == "estimate":
        return glyphs.bar_estimate, "bar-estimate"
    return glyphs.bar, "bar"
