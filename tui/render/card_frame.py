"""Frames of cards, and the rule with a title that takes their place in a narrow window."""

from __future__ import annotations

from collections.abc import Sequence

from tui.document import Card, Span
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line, line_width
from tui.text.width import cell_width, truncate


def framed(card: Card, width: int, lines: Sequence[Line], glyphs: Glyphs) -> list[Line]:
    """Return lines of ``width`` - 4 cells in a frame: title and tag above, status below."""
    top_left, top_right, bottom_left, bottom_right = tuple(glyphs.corners)

    def frame(text: str) -> Span:
        return Span(text, "frame", card.target)

    title = truncate(card.title, width - 6)
    tag = f" {card.tag} {glyphs.rule}" if card.tag else ""
    room = width - 5 - cell_width(title) - cell_width(tag)
    if room < 0:
        room, tag = room + cell_width(tag), ""
    role = "warning" if card.tag.startswith("!") else "muted"
    above: list[Span] = [
        frame(f"{top_left}{glyphs.rule} "), Span(title, "card", card.target),
        frame(f" {glyphs.rule * room}"),
    ]  # fmt: skip
    if tag:
        above += [Span(f" {card.tag} ", role), frame(glyphs.rule)]  # type: ignore[arg-type]
    above.append(frame(top_right))
    edge = frame(glyphs.edge)
    body = [(edge, Span(" "), *line, Span(" "), edge) for line in lines]
    foot = _foot(card.foot, width - 5)
    if not foot:
        below: Line = (frame(f"{bottom_left}{glyphs.rule * (width - 2)}{bottom_right}"),)
    else:
        rest = width - 5 - cell_width(foot)
        below = (
            frame(f"{bottom_left}{glyphs.rule * rest}"), Span(f" {foot} ", "muted"),
            frame(f"{glyphs.rule}{bottom_right}"),
        )  # fmt: skip
    return [tuple(above), *body, below]


def _foot(foot: str, width: int) -> str:
    """Return status and sources of a figure in a width. Where they have no room, the status is
    left out, then the years of the sources; then the first one stands for all, with their number.
    """
    status, *sources = foot.split(" · ")
    mark = ", " if status.isascii() else "、"
    names = mark.join(sources)
    choices = [f"{status} · {names}" if names else status, names]
    if len(sources) > 1:
        choices += mark.join(map(_without_year, sources)), f"{sources[0]} +{len(sources) - 1}"
    fitting = (each for each in choices if each and cell_width(each) <= width)
    return next(fitting, truncate(sources[0] if sources else status, width))


def _without_year(source: str) -> str:
    return source.rstrip("0123456789").rstrip() or source


def title_rule(title: str, target: str, tag: str, width: int, glyphs: Glyphs) -> Line:
    """Return a title, a rule, and a tag at its end."""
    name = Span(truncate(title, width), "card", target)
    end = f" {tag}" if tag else ""
    room = width - line_width((name,)) - cell_width(end) - 1
    if room < 1:
        return (name,)
    return (name, Span(" "), Span(glyphs.rule * room, "frame"), Span(end, "muted"))
