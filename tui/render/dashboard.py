"""A dashboard: cards side by side where the window is wide, else one after another."""

from __future__ import annotations

from collections.abc import Sequence

from tui.document import Card, CardRow, Cards, Span, Spans
from tui.render.card_frame import framed, title_rule
from tui.render.card_text import figure_card, list_card, row_lines, table_of_figures, with_target
from tui.render.chart import chart
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import BLANK, Line, line_width, wrap

FRAMED_WIDTH = 112
"""Cells from which cards are framed and stand side by side."""
_WIDE = 160
"""Cells from which there are five figures and three lists in a row."""
_TALL = 46
_FIGURE_HEIGHT = 11
_SHORT_FIGURE_HEIGHT = 9
_LIST_HEIGHT = 9
_LEAST_LIST_HEIGHT = 6
"""Below a list of sentences, which are read first."""
_TEXT_WIDTH = 100
_SIGNS = ("!", "?")


def dashboard(block: Cards, width: int, height: int, glyphs: Glyphs) -> list[Line]:
    """Return the cards for a window of ``height`` lines, 0 for any number."""
    if width < FRAMED_WIDTH:
        return _one_column(block, min(width, _TEXT_WIDTH), glyphs)
    in_a_row = 5 if width >= _WIDE else 4
    lists_in_a_row = 3 if width >= _WIDE else 2
    figures, lists = block.figures[:in_a_row], block.lists[: 2 * lists_in_a_row]
    tall = height >= _TALL
    card_height = _FIGURE_HEIGHT + 2 * tall
    if height and height < 2 * _FIGURE_HEIGHT:
        card_height = _SHORT_FIGURE_HEIGHT
    lines: list[Line] = []
    if figures:
        columns = [
            framed(card, size, figure_card(card, size - 4, card_height - 2, glyphs), glyphs)
            for card, size in zip(figures, _shares(width, len(figures)), strict=True)
        ]
        lines += _beside(columns)
    room = max(height - len(lines), 2 * _LIST_HEIGHT)
    columns = [
        _list_column(_stacked(lists, lists_in_a_row, place), size, room, glyphs)
        for place, size in enumerate(_shares(width, lists_in_a_row))
    ]
    return lines + _beside(columns)


def _stacked(lists: Sequence[Card], columns: int, place: int) -> list[Card]:
    """Return the lists of one column: of the first row, and of the second in reverse order."""
    return [lists[at] for at in (place, 2 * columns - 1 - place) if at < len(lists)]


def _list_column(cards: Sequence[Card], width: int, room: int, glyphs: Glyphs) -> list[Line]:
    """Return one or two lists below each other, together ``room`` lines high. A list of whole
    sentences gets the height that it needs."""
    lines: list[Line] = []
    for number, card in enumerate(cards):
        left = room - len(lines)
        more = len(cards) - number - 1
        height = left
        if more:
            height = left // 2
            if card.sentences:
                needed = sum(len(row_lines(row, width - 4)) for row in card.rows) + 2
                height = min(needed, left - _LEAST_LIST_HEIGHT * more)
        lines += framed(card, width, list_card(card, width - 4, height - 2), glyphs)
    if not cards:
        lines = [(Span(" " * width),)] * room
    return lines


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
        if card.series and len(card.series.points) > 1:
            series = card.series._replace(notes=())
            lines += [BLANK, title_rule(card.title, card.target, "", width, glyphs)]
            lines += [(Span(" "), *line) for line in chart(series, width - 1, glyphs)]
            break
    for card in block.lists:
        lines += [BLANK, title_rule(card.title, card.target, card.tag, width, glyphs)]
        for row in card.rows:
            lines += [(Span(" "), *line) for line in _row_lines(row, width - 1, glyphs)]
    return lines


def _row_lines(row: CardRow, width: int, glyphs: Glyphs) -> list[Line]:
    # No line begins with a mark that belongs to the end of a sentence.
    sign = glyphs.bullet if row.lead in _SIGNS else row.lead
    lead: Line = (Span(f"{sign} ", "muted"),) if row.lead else ()
    tail: Spans = (Span(f"  {row.tail}", "muted"),) if row.tail else ()
    spans = with_target(row)
    return wrap((*spans, *tail), width, min(line_width(lead), 2), lead)


def framed_card_of(lines: Sequence[Line], line: int, span: int) -> str:
    """Return the target of the framed card in which a span stands; empty for none."""
    before = lines[line][: span + 1]
    return next((each.target for each in reversed(before) if each.role == "frame"), "")
