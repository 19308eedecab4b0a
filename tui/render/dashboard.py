"""A dashboard: cards side by side where the window is wide, else one after another."""

from __future__ import annotations

from collections.abc import Sequence

from tui.document import Card, CardRow, Cards, Span
from tui.fast_namedtuple import NamedTuple
from tui.render.card_frame import framed, title_rule
from tui.render.card_text import (
    figure_card,
    figure_height,
    lines_below_chart,
    list_card,
    list_rows,
    note_lines,
    row_lines,
    table_of_figures,
)
from tui.render.chart import chart
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import BLANK, Line, line_width

FRAMED_WIDTH = 87
"""Cells from which cards are framed and stand side by side: those of a window of 90 columns."""
_FIGURES_IN_A_ROW = ((157, 5), (109, 4), (FRAMED_WIDTH, 3))
_LISTS_IN_A_ROW = ((157, 3), (FRAMED_WIDTH, 2))
"""Cells of a dashboard, and the cards in a row from there on."""
_FIGURE_HEIGHTS = (9, 11, 18)
"""Lines of a figure: in a low window at least, usually, and at most in a high one."""
_PART_OF_WINDOW = 1 / 3
"""The height of the figures in a high window."""
_LEAST_BELOW_CHART, _CHART_WITH_HEAD = 3, 10
"""Lines below a chart that always have room, and those that the chart takes before others."""
_LIST_HEIGHT = 9
_LEAST_LIST_HEIGHT = 5
"""Below a list of sentences, which are read first."""
_TEXT_WIDTH = 100
_MIN_CHART = 3
"""Points from which a chart is worth its lines where cards are not framed."""
_MARGIN = 4
"""Cells of frame and space around the text of a card."""
_ALL = 1000
"""Lines: more than any list of sentences has."""
_SIGNS = ("!", "?")


def dashboard(block: Cards, width: int, height: int, glyphs: Glyphs) -> list[Line]:
    """Return the cards for a window of ``height`` lines, 0 for any number."""
    if width < FRAMED_WIDTH:
        return _one_column(block, min(width, _TEXT_WIDTH), glyphs)
    columns = _in_a_row(_LISTS_IN_A_ROW, width)
    shares = _shares(width, columns)
    stacks: list[list[_Rows]] = [[] for _ in shares]
    needed = 2 * _LIST_HEIGHT
    if block.lists and block.lists[0].sentences:  # never cut: the page scrolls
        stacks[0].append(_Rows.of(block.lists[0], shares[0], _ALL))
        needed = max(needed, stacks[0][0].height + _LEAST_LIST_HEIGHT)
    figures = block.figures[: _in_a_row(_FIGURES_IN_A_ROW, width)]
    lines = _figures(figures, width, height, height - needed, glyphs)
    room = max(height - len(lines) if height else 3 * _LIST_HEIGHT, needed)
    _fill_stacks(stacks, block.lists, shares, room)
    lists = [
        _list_column(stack, size, room, glyphs) for stack, size in zip(stacks, shares, strict=True)
    ]
    return lines + _beside(lists)


def _in_a_row(steps: Sequence[tuple[int, int]], width: int) -> int:
    return next(count for least, count in steps if width >= least)


def _figures(
    figures: Sequence[Card], width: int, height: int, room: int, glyphs: Glyphs
) -> list[Line]:
    """Return the figures in a row: charts take what the window gives them, other figures what they
    need. ``room``: lines that the lists leave."""
    if not figures:
        return []
    shares = _shares(width, len(figures))
    low, usual, high = _FIGURE_HEIGHTS
    most = max(usual, min(round(height * _PART_OF_WINDOW), room, high))
    if height and height < 2 * usual:
        most = low
    needed = max(
        figure_height(card, size - _MARGIN, glyphs) + 2
        for card, size in zip(figures, shares, strict=True)
    )
    if any(card.series for card in figures):
        needed = max(needed, most)
    lines = max(low, min(needed, most)) - 2
    below = max(
        lines_below_chart(card, size - _MARGIN, glyphs)
        for card, size in zip(figures, shares, strict=True)
    )
    below = min(below, max(_LEAST_BELOW_CHART, lines - _CHART_WITH_HEAD))
    columns = [
        framed(card, size, figure_card(card, size - _MARGIN, lines, glyphs, below), glyphs)
        for card, size in zip(figures, shares, strict=True)
    ]
    return _beside(columns)


class _Rows(NamedTuple):
    """A list with the lines of its rows, as many as have room in a column of cards. ``height``:
    lines that it needs with its frame."""

    card: Card
    rows: list[list[Line]]
    height: int

    @staticmethod
    def of(card: Card, width: int, room: int) -> _Rows:
        """Lay out the rows of a list for a card of ``width`` cells."""
        rows = list_rows(card, width - _MARGIN, room)
        return _Rows(card, rows, sum(map(len, rows)) + 2)


def _fill_stacks(
    stacks: list[list[_Rows]], lists: Sequence[Card], shares: Sequence[int], room: int
) -> None:
    """Add the lists to the columns, the first of which may have its first one. The second row runs
    backwards, so that its most important list stands below the shortest of the first row; another
    list goes where it has room."""
    columns = len(shares)
    done = len(stacks[0])
    places = (*range(columns), *reversed(range(columns)))
    for place, card in zip(places[done:], lists[done:], strict=False):
        stacks[place].append(_Rows.of(card, shares[place], room))
    left = [room - sum(each.height for each in stack) for stack in stacks]
    for card in lists[2 * columns :]:
        place = left.index(max(left))
        if left[place] < _LEAST_LIST_HEIGHT:
            break
        added = _Rows.of(card, shares[place], left[place])
        if added.height > left[place]:
            break
        left[place] -= added.height
        stacks[place].append(added)


def _list_column(lists: Sequence[_Rows], width: int, room: int, glyphs: Glyphs) -> list[Line]:
    """Return the lists of a column below each other, together ``room`` lines high."""
    lines: list[Line] = []
    for (card, rows, _), height in zip(lists, _heights(lists, room), strict=True):
        text = list_card(card, rows, width - _MARGIN, height - 2)
        lines += framed(card, width, text, glyphs)
    return lines or [(Span(" " * width),)] * room


def _heights(lists: Sequence[_Rows], room: int) -> list[int]:
    """Divide the height of a column: lists of sentences and lists that need less than an equal
    share get what they need; the others share the rest. Rows left over go to a list
    that is cut, or to the last one."""
    needed = [each.height for each in lists]
    heights: dict[int, int] = {
        at: min(each.height, room) for at, each in enumerate(lists) if each.card.sentences
    }
    waiting = [at for at in range(len(lists)) if at not in heights]
    while waiting:
        share = (room - sum(heights.values())) // len(waiting)
        small = [at for at in waiting if needed[at] <= share]
        heights |= {at: needed[at] for at in small} or dict.fromkeys(waiting, share)
        waiting = [at for at in waiting if at not in heights]
    result = [heights[at] for at in range(len(lists))]
    if result:
        widest = max(range(len(lists)), key=lambda at: (needed[at] > result[at], at))
        result[widest] += room - sum(result)
    return result


def _shares(width: int, count: int) -> list[int]:
    """Divide a width into parts that differ by one cell at most."""
    return [width * (place + 1) // count - width * place // count for place in range(count)]


def _beside(columns: Sequence[list[Line]]) -> list[Line]:
    return [tuple(span for line in row for span in line) for row in zip(*columns, strict=True)]


def _one_column(block: Cards, width: int, glyphs: Glyphs) -> list[Line]:
    """Return the figures as one table, the course of the first, and every list in full."""
    lines = [title_rule(block.head, "", "", width, glyphs)]
    lines += table_of_figures(block.figures, width)
    for card in block.figures:
        if card.series and len(card.series.points) >= _MIN_CHART:
            series = card.series._replace(notes=())
            lines += [BLANK, title_rule(card.title, card.target, "", width, glyphs)]
            margin = Span(" ", "frame", card.target)  # for a click on the chart
            lines += [(margin, *line) for line in chart(series, width - 1, glyphs)]
            break
    for card in block.lists:
        lines += [BLANK, title_rule(card.title, card.target, card.tag, width, glyphs)]
        lead = max((line_width((Span(row.lead),)) for row in card.rows), default=0)
        rows = [
            each
            for row in card.rows
            for each in row_lines(_signed(row, glyphs), width - 1, lead, in_full=True)
        ]
        lines += [(Span(" "), *line) for line in (*rows, *note_lines(card, width - 1))]
    return lines


def _signed(row: CardRow, glyphs: Glyphs) -> CardRow:
    """Return a row that does not begin with a mark that belongs to the end of a sentence."""
    return row._replace(lead=glyphs.bullet) if row.lead in _SIGNS else row
