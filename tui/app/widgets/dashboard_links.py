"""The links of a dashboard: in which card each stands, which one is beside or below another, which
one a click means, and how the selected one is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from tui.app.widgets.link_hints import PageLink
from tui.document import Role, Span
from tui.fast_namedtuple import NamedTuple
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line
from tui.text.width import cell_width

Direction: TypeAlias = Literal["up", "down", "left", "right"]


class _Place(NamedTuple):
    """Where a link stands. ``card``: the target of the card, empty without frames; ``left``,
    ``right``: the cells at its edges; ``column``: the first cell of the link."""

    card: str
    left: int
    right: int
    line: int
    column: int


def framed_card_of(lines: Sequence[Line], line: int, span: int) -> str:
    """Return the target of the framed card in which a span stands; empty for none."""
    first, _ = _edges(lines[line], span)
    return lines[line][first].target if first >= 0 else ""


def _edges(line: Line, span: int) -> tuple[int, int]:
    """Return the numbers of the spans of the frame around a span; -1 and the end for none."""
    frames = [number for number, each in enumerate(line) if each.role == "frame" and each.target]
    before = max((number for number in frames if number <= span), default=-1)
    after = min((number for number in frames if number > span), default=len(line))
    return before, after


def by_card(lines: list[Line], links: list[PageLink]) -> list[PageLink]:
    """Return the links of a dashboard card by card, and the parts of a row that is broken over
    several lines as one link."""
    cards: dict[str, int] = {}
    joined: dict[tuple[int, str], PageLink] = {}
    for link in links:
        line, span = link.spans[0]
        card = framed_card_of(lines, line, span)
        if not card:
            return links  # one column: no line belongs to two cards
        place = (cards.setdefault(card, len(cards)), link.target)
        known = joined.get(place)
        joined[place] = known._replace(spans=(*known.spans, *link.spans)) if known else link
    return [joined[place] for place in sorted(joined, key=lambda each: each[0])]


def neighbor(
    lines: Sequence[Line], links: Sequence[PageLink], link: int, direction: Direction
) -> int | None:
    """Return the link that is next in a direction; None at the edge. Up and down stay in the column
    of cards; left and right lead to the card beside, to its line that is nearest."""
    places = [_place(lines, each) for each in links]
    here = places[link]
    found: list[tuple[int, int, int]] = []
    for number, there in enumerate(places):
        if direction in ("up", "down"):
            lines_on = there.line - here.line if direction == "down" else here.line - there.line
            overlaps = there.left < here.right and here.left < there.right
            if lines_on > 0 and overlaps:
                found.append((lines_on, abs(there.column - here.column), number))
        else:
            cells = there.left - here.right if direction == "right" else here.left - there.right
            if cells >= 0 and there.card != here.card:
                found.append((cells, abs(there.line - here.line), number))
    return min(found)[2] if found else None


def _place(lines: Sequence[Line], link: PageLink) -> _Place:
    number, span = link.spans[0]
    line = lines[number]
    first, _ = _edges(line, span)
    if first < 0:
        return _Place("", 0, 1, number, 0)
    card = line[first].target
    last = max(at for at, each in enumerate(line) if each.role == "frame" and each.target == card)
    return _Place(card, _cells(line[:first]), _cells(line[: last + 1]), number, _cells(line[:span]))


def _cells(line: Sequence[Span]) -> int:
    return sum(cell_width(span.text) for span in line)


def clicked_target(line: Line, cell: int) -> str:
    """Return where a click on a cell of a line leads: to the target of the text there, or else of
    the row, or else of the card."""
    end = 0
    for number, span in enumerate(line):
        end += cell_width(span.text)
        if cell < end:
            if span.target and span.role != "frame":
                return span.target
            first, last = _edges(line, number)
            row = line[first + 1 : last] if span.role != "frame" else ()
            target = next((each.target for each in row if each.target), "")
            return target or (line[first].target if first >= 0 else span.target)
    return ""


def with_cursor(
    lines: Sequence[Line], number: int, link: PageLink, glyphs: Glyphs, *, focused: bool
) -> tuple[Line, set[int], bool]:
    """Return a line with the selected link: its row with a bar at the left, and the spans to draw
    as chosen; of a title, the bar before it; without a frame, the title as a block (True). The card
    has its frame and title in the accent color."""
    line = lines[number]
    if focused and (card := framed_card_of(lines, *link.spans[0])):
        line = tuple(
            span._replace(role="accent") if _belongs(span, card) else span for span in line
        )
    spans = {span for at, span in link.spans if at == number}
    if not spans:
        return line, spans, False
    first, last = _edges(lines[number], min(spans))
    before = line[first] if first >= 0 else Span("")
    is_alone = all(at == number for at, _ in link.spans)
    is_title = lines[number][min(spans)].role == "card"
    if is_alone and is_title and before.text.endswith(" "):
        role: Role = "accent" if focused else "muted"
        border = before._replace(text=before.text[:-1])
        bar = Span(glyphs.selected, role)
        title = {span + 1 for span in spans} if focused else set()
        return (*line[:first], border, bar, *line[first + 1 :]), title, False
    start = line[first + 1 : first + 2]
    if not start or start[0].text.strip() or not start[0].text:
        return line, spans if focused and is_alone else set(), True
    bar = Span(glyphs.selected + start[0].text[1:], "accent" if focused else "muted")
    row = {*range(first + 1, last)} if focused else set()
    return (*line[: first + 1], bar, *line[first + 2 :]), row, False


def _belongs(span: Span, card: str) -> bool:
    """Return whether a span is the frame or the title of a card."""
    return span.role in ("frame", "card") and span.target == card
