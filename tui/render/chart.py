"""A series as horizontal bars: period, bar, value, and in words what is not reported.

Drawn here: plotext (5.3), the plotting library of terminals that is kept up, counts characters
where Chinese takes two cells each, so that its frames break (a plot of 50 cells has lines of 55).
"""

from __future__ import annotations

from tui.document import Point, Role, Series, Span
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line, padded, wrap
from tui.render.sparkline import levels_of, sparkline
from tui.text.width import cell_width

_WIDEST_BAR = 50
_NARROWEST_BAR = 6
_NARROWEST_AXIS = 12


def chart(block: Series, width: int, glyphs: Glyphs) -> list[Line]:
    """One bar a line, drawn from zero to a round maximum, with an axis where there is room; a
    small line of all where there is none for bars."""
    periods = max(cell_width(point.period) for point in block.points)
    values = max(cell_width(_value(point)) for point in block.points)
    room = min(width - periods - values - 2, _WIDEST_BAR)
    largest = max((abs(point.size) for point in block.points), default=0.0)
    if largest == 0:
        return []
    if room < _NARROWEST_BAR:
        return _small(block, width, glyphs)
    axis = _axis(block, periods, room, glyphs)
    end = max(block.top, largest) if axis or block.shares else largest
    lines: list[Line] = []
    for point in block.points:
        if point.caveat:
            lines += wrap((Span(point.caveat, "muted"),), width, 2, (_rule(glyphs),))
        lines.append(_bar_line(point, end, periods, room, glyphs, whole=block.shares))
    lines += axis
    for note in block.notes:
        lines += wrap((Span(note, "muted"),), width)
    return lines


def _bar_line(
    point: Point, end: float, periods: int, room: int, glyphs: Glyphs, *, whole: bool
) -> Line:
    cells = max(1, round(abs(point.size) / end * room)) if point.size else 0
    sign, role = _bar(point, glyphs)
    rest = Span(glyphs.track * (room - cells), "rule") if whole else Span(" " * (room - cells))
    value = Span(f" {_value(point)}", "figure")
    return (
        padded(point.period, periods, "label"),
        Span(" "),
        Span(sign * cells, role),
        rest,
        value,
    )


def _axis(block: Series, periods: int, room: int, glyphs: Glyphs) -> list[Line]:
    """From 0 under the beginning of the bars to the round maximum, in its unit, under their
    end."""
    between = room - cell_width(block.axis) - 1
    if not block.axis or room < _NARROWEST_AXIS or between < 2:
        return []
    line = (Span(" " * (periods + 1)), Span("0", "muted"), Span(glyphs.rule * between, "rule"))
    return [(*line, Span(block.axis, "muted"))]


def _small(block: Series, width: int, glyphs: Glyphs) -> list[Line]:
    """First and last period with the small line between; nothing where not even that fits."""
    first, last = block.points[0].period, block.points[-1].period
    ahead = [point.status == "forecast" for point in block.points]
    levels = levels_of([point.size for point in block.points], ahead)
    signs = sparkline(levels, glyphs)
    text = f"{first} {signs} {last}"
    if len(block.points) < 2 or cell_width(text) > width or any(p.caveat for p in block.points):
        return []
    return [(Span(f"{first} ", "label"), Span(signs, "bar"), Span(f" {last}", "label"))]


def _rule(glyphs: Glyphs) -> Span:
    return Span(f"{glyphs.track * 2} ", "rule")


def _value(point: Point) -> str:
    return point.label if point.status == "reported" else f"{point.label} {point.status_words}"


def _bar(point: Point, glyphs: Glyphs) -> tuple[str, Role]:
    if point.status == "forecast":
        return glyphs.bar_forecast, "bar-forecast"
    if point.status == "estimate":
        return glyphs.bar_estimate, "bar-estimate"
    return glyphs.bar, "bar"
