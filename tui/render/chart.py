"""A series as horizontal bars: period, bar, value, and in words what is not reported."""

from __future__ import annotations

from tui.document import Point, Role, Series, Span
from tui.render.glyphs import Glyphs
from tui.render.lines import Line, padded
from tui.text.width import cell_width

_WIDEST_BAR = 50
_NARROWEST_BAR = 6


def chart(block: Series, width: int, glyphs: Glyphs) -> list[Line]:
    """One bar a line, drawn from zero; nothing where the width leaves no room for bars."""
    periods = max(cell_width(point.period) for point in block.points)
    values = max(cell_width(_value(point)) for point in block.points)
    room = min(width - periods - values - 2, _WIDEST_BAR)
    largest = max((abs(point.size) for point in block.points), default=0.0)
    if room < _NARROWEST_BAR or largest == 0:
        return []
    lines: list[Line] = []
    for point in block.points:
        cells = max(1, round(abs(point.size) / largest * room)) if point.size else 0
        sign, role = _bar(point, glyphs)
        bar = padded(sign * cells, room, role)
        value = Span(f" {_value(point)}", "figure")
        lines.append((padded(point.period, periods, "label"), Span(" "), bar, value))
    return lines


def _value(point: Point) -> str:
    return point.label if point.status == "reported" else f"{point.label} {point.status_words}"


def _bar(point: Point, glyphs: Glyphs) -> tuple[str, Role]:
    if point.status == "forecast":
        return glyphs.bar_forecast, "bar-forecast"
    if point.status == "estimate":
        return glyphs.bar_estimate, "bar-estimate"
    return glyphs.bar, "bar"
