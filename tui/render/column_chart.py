"""A time series as columns on an axis that is proportional to time."""

from __future__ import annotations

from typing import cast

from tui.document import Point, Role, Series, Span
from tui.render.chart import note_lines
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line, wrap
from tui.text.width import cell_width

MIN_POINTS = 3
"""Points below which a chart shows nothing that its figures do not say."""
_EIGHTHS = 8
_PAGE_HEIGHT = 6
_MIN_BROKEN = 3
"""Lines above which there is room for the upper part of a broken column."""
_MIN_COLUMN, _MAX_COLUMN = 2, 7

_Cells = list[tuple[str, Role]]
"""A line under construction: a character and its role per cell; an empty one follows a wide one."""


def column_chart(block: Series, width: int, height: int, glyphs: Glyphs) -> list[Line]:
    """Return columns of at most ``height`` lines with their numbers, an axis and the periods; no
    line where the series has too few points or does not fit."""
    points = block.points
    if len(points) < MIN_POINTS or any(not point.at for point in points):
        return []
    to_scale = [point for point in points if not block.is_broken(point)]
    largest = max(abs(point.size) for point in to_scale or points)
    column = min(_MAX_COLUMN, max(_MIN_COLUMN, width // 9))
    places = _places(points, width, column)
    if not largest or places is None or height < 1:
        return []
    canvas: list[_Cells] = [[(" ", "body")] * width for _ in range(height + 1)]
    scale = height - 2 if len(to_scale) < len(points) and height > _MIN_BROKEN else height
    for point, left in zip(points, places, strict=True):
        eighths = max(1, round(abs(point.size) / largest * scale * _EIGHTHS))
        if block.is_broken(point):  # the larger of several still is the higher one
            eighths = max(scale, height - block.larger_than(point)) * _EIGHTHS
        eighths = min(eighths, height * _EIGHTHS)
        role: Role = "bar-forecast" if point.status == "forecast" else "bar"
        full = glyphs.bar_forecast if point.status == "forecast" else glyphs.bar
        if point.status == "estimate":
            role, full = "bar-estimate", glyphs.bar_estimate
        rows, rest = divmod(eighths, _EIGHTHS)
        for row in range(rows):
            _put(canvas[height - row], left, full * column, role)
        if rest:
            _put(canvas[height - rows], left, glyphs.levels[rest - 1] * column, role)
        if block.is_broken(point):
            _put(canvas[height - rows + 1], left, glyphs.broken * column, role)
        top = height - rows - bool(rest)
        label: Role = "forecast" if point.status == "forecast" else "figure"
        _put_free(canvas[max(0, top)], left, point.short, label)
    caption = _unit(max(to_scale or points, key=lambda point: abs(point.size)))
    _put_free(canvas[0], 0, caption, "muted")
    axis: _Cells = [(glyphs.rule, "frame")] * width
    periods: _Cells = [(" ", "body")] * width
    ticks: dict[float, None] = {}
    for point, left in zip(points, places, strict=True):
        if point.at in ticks:  # columns of one period stand side by side over one tick
            continue
        ticks[point.at] = None
        axis[left] = (glyphs.corners[2] if glyphs.corners[2] == "+" else "┴", "frame")
        _put_free(periods, left, point.period, "muted")
    return [*map(_line, canvas), _line(axis), _line(periods)]


def chart_over_time(block: Series, width: int, glyphs: Glyphs) -> list[Line]:
    """Return the chart of a page: columns, what they are, and notes; no line where it does not
    fit."""
    lines = [] if block.shares else column_chart(block, width, _PAGE_HEIGHT, glyphs)
    if not lines:
        return []
    signs = {"reported": (glyphs.bar, "bar"), "estimate": (glyphs.bar_estimate, "bar-estimate")}
    signs["forecast"] = (glyphs.bar_forecast, "bar-forecast")
    legend: list[Span] = []
    named = dict(block.legend)
    for status, words in {point.status: point.status_words for point in block.points}.items():
        sign, role = signs[status]
        text = f" {named.get(status, words)}"
        legend += [Span(sign, cast("Role", role)), Span(text, "muted"), Span("   ")]
    lines += wrap(tuple(legend[:-1]), width)
    return [*lines, *note_lines(block, width, glyphs)]


def _unit(largest: Point) -> str:
    """Return the unit in which the numbers are: the figure without its number and hedge."""
    before, number, after = largest.label.partition(largest.short.lstrip("<>~"))
    hedged = largest.short[:1] in "<>~"
    words = [*before.split()[1 if hedged else 0 :], after.strip()]
    return " ".join(filter(None, words)) if number else ""


def _places(points: tuple[Point, ...], width: int, column: int) -> list[int] | None:
    """Return the first cell of each column; None where they overlap or there is no room. Columns
    of one period stand side by side."""
    first, last = min(point.at for point in points), max(point.at for point in points)
    same = max(sum(point.at == other.at for other in points) for point in points)
    room = width - column * same
    if last == first or room < 1:
        return None
    places: list[int] = []
    for point in points:
        left = round((point.at - first) / (last - first) * room)
        if places and left < places[-1] + column:
            if point.at != points[len(places) - 1].at:
                return None
            left = places[-1] + column
        places.append(left)
    return places if places[-1] + column <= width else None


def _put(cells: _Cells, left: int, text: str, role: Role) -> None:
    for offset, character in enumerate(text):
        cells[left + offset] = (character, role)


def _put_free(cells: _Cells, left: int, text: str, role: Role) -> None:
    """Write a text where it fits between what is there, moved to the left at the end of the line;
    nothing if there is no room."""
    size = cell_width(text)
    left = min(left, len(cells) - size)
    before = max(0, left - 1)
    if left < 0 or any(cell[0] != " " for cell in cells[before : left + size + 1]):
        return
    position = left
    for character in text:
        wide = cell_width(character) == 2
        cells[position] = (character, role)
        if wide:
            cells[position + 1] = ("", role)
        position += 1 + wide


def _line(cells: _Cells) -> Line:
    spans: list[Span] = []
    for text, role in cells:
        if spans and spans[-1].role == role:
            spans[-1] = Span(spans[-1].text + text, role)
        else:
            spans.append(Span(text, role))
    return tuple(spans)
