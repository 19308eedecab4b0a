"""The links of a laid-out page, and what is typed to follow one of them: the letters of its label,
or the number of a citation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from tui.document import Span
from tui.document.link_target import parse_target
from tui.fast_namedtuple import NamedTuple
from tui.render.line_wrap import Line, line_width, plain
from tui.text.width import cell_width

_LETTERS = "asdfhjklewrtuiopcvnm"
"""Letters of hints, those of the home row first; without g, which gg needs."""

_CLICKED = ("frame", "fold")
"""Roles whose target is for the mouse alone: no key stops there."""


class PageLink(NamedTuple):
    """A link and the spans that show it, each as (line number, span number in the line)."""

    target: str
    spans: tuple[tuple[int, int], ...]

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.spans[0][0]


def link_text(lines: Sequence[Line], links: Sequence[PageLink], link: int) -> str:
    """Return the first line of a link; empty where there is none."""
    return plain(lines[links[link].line]) if 0 <= link < len(links) else ""


def links_of(lines: list[Line]) -> list[PageLink]:
    """Return the links in reading order.

    Spans with the same target and only spaces between them are one link.
    """
    links: list[PageLink] = []
    previous = ""  # the target of the text before
    for number, line in enumerate(lines):
        if not line:
            previous = ""
        for index, span in enumerate(line):
            if span.role in _CLICKED:
                previous = ""
            elif span.target and span.target == previous:
                links[-1] = links[-1]._replace(spans=(*links[-1].spans, (number, index)))
            elif span.target:
                links.append(PageLink(span.target, ((number, index),)))
            elif not span.text.strip():
                continue
            if span.role not in _CLICKED:
                previous = span.target
    return links


def link_beyond(links: Sequence[PageLink], line: int, steps: int) -> int | None:
    """Return the first link below a line, or above it if ``steps`` is negative."""
    if steps > 0:
        return next((n for n, link in enumerate(links) if link.line > line), None)
    return next((n for n in range(len(links) - 1, -1, -1) if links[n].line < line), None)


def nearest(links: Sequence[PageLink], target: str, link: int, default: int) -> int:
    """Return the link to a target whose number is nearest to ``link``; ``default`` for none."""
    same = [number for number, each in enumerate(links) if each.target == target]
    return min(same, key=lambda number: abs(number - link), default=default)


def target_at(line: Line, cell: int) -> str:
    """Return the target of the text in a cell of a line."""
    end = 0
    for span in line:
        end += cell_width(span.text)
        if cell < end:
            return span.target
    return ""


def hint_labels(count: int) -> list[str]:
    """Return ``count`` labels, none a prefix of another: as many single letters as possible, then
    pairs (at most 400 labels)."""
    letters = len(_LETTERS)
    firsts = min(letters, max(0, -(-(count - letters) // (letters - 1))))
    singles = _LETTERS[: letters - firsts]
    pairs = (first + second for first in _LETTERS[letters - firsts :] for second in _LETTERS)
    return list(islice((*singles, *pairs), count))


class LinkHints:
    """The labels of the visible links, from ``show`` until a label is typed or another key.
    Citations have none: they are opened by their numbers."""

    def __init__(self) -> None:
        self._links: dict[str, int] = {}
        self._typed = ""
        self._shown = False
        self.has_citations = False
        """Whether the page has citations."""

    def __bool__(self) -> bool:
        return self._shown

    @property
    def has_letters(self) -> bool:
        """Whether a link is labeled with letters."""
        return bool(self._links)

    def show(self, links: Sequence[PageLink], is_visible: Callable[[int], bool]) -> None:
        """Label the links of which at least one line is visible. A citation can be opened from
        anywhere on the page."""
        cited = {link.target for link in links if parse_target(link.target).citation}
        visible = [
            number
            for number, link in enumerate(links)
            if link.target not in cited and any(is_visible(line) for line, _ in link.spans)
        ]
        self._shown, self.has_citations = bool(visible or cited), bool(cited)
        labels = hint_labels(len(visible))
        self._links, self._typed = dict(zip(labels, visible, strict=False)), ""

    def hide(self) -> None:
        """Remove the labels."""
        self._links, self._shown = {}, False

    def type(self, letter: str) -> int | None:
        """Return the number of the link whose label ``letter`` completes.

        Any key that is not the next letter of a label hides the labels.
        """
        typed = self._typed + letter.lower()
        link = self._links.get(typed)
        is_prefix = bool(letter) and any(label.startswith(typed) for label in self._links)
        if link is None and is_prefix:
            self._typed = typed
        else:
            self.hide()
        return link

    def overlay(
        self,
        line: Line,
        number: int,
        links: Sequence[PageLink],
        is_visible: Callable[[int], bool],
        width: int,
    ) -> tuple[Line, set[int]]:
        """Put the labels before the links in a line of at most ``width`` cells.

        A label takes blank cells before its link, before a title also those of the frame, else
        blank cells after it. A blank stands between it and the link where there is room: in an
        indent or a gap, for a bullet, or at the end of the line. Without any it covers the
        beginning of the link. Borders stay where they are. Only the letters still to be typed are
        shown; links whose label no longer matches have none.

        Returns:
            The line, and the indexes of its spans that are labels or citation marks.
        """
        labels: dict[int, str] = {}
        for label, link in self._links.items():
            first = next((at for at in links[link].spans if is_visible(at[0])), (-1, 0))
            if first[0] == number and label.startswith(self._typed):
                labels[first[1]] = label[len(self._typed) :]
        spans: list[Span] = []
        label_spans: set[int] = set()
        rest = list(line)
        free = 0 if any(map(_is_edge, line)) else width - line_width(line)
        for index in range(len(rest)):
            span = rest[index]
            label = labels.get(index, "")
            apart = _place_apart(spans, rest, index, len(label) + 1, free) if label else -1
            if apart >= 0:
                free -= apart
                label_spans.add(len(spans))
                spans += Span(label, "match"), Span(" ")
            elif label:
                missing = len(label) - _take_before(spans, len(label))
                if missing:
                    missing -= _take_after(rest, index + 1, missing)
                    taken = min(missing, free)
                    free -= taken
                    missing -= taken
                label_spans.add(len(spans))
                spans.append(Span(label, "match"))
                span = span._replace(text=_without_cells(span.text, missing))
            elif span.role == "cite" and not self._typed:
                label_spans.add(len(spans))
            spans.append(span)
        return tuple(spans), label_spans


def _is_edge(span: Span) -> bool:
    """Return whether a span is part of a border, which no label may move."""
    return span.role == "frame" and (bool(span.target) or len(span.text.strip()) == 1)


def _place_apart(before: list[Span], rest: list[Span], link: int, cells: int, free: int) -> int:
    """Make room for a label of ``cells`` cells, of which the last is blank, between ``before`` and
    a link of ``rest``: in the blank cells there, one of which stays after a text, or in a bullet.

    Returns:
        The cells of the ``free`` ones at the end of the line that it takes, -1 without room.
    """
    if before and before[-1].role == "frame":
        return -1
    text = before[-1].text if before else ""
    if before and before[-1].role == "mark" and text.lstrip(" ")[1:] == " ":
        text = " " * cell_width(text)  # the label replaces the bullet
    blank = len(text) - len(text.rstrip(" "))
    if blank >= cells + (len(before) > 1 or blank < len(text)):
        before[-1] = before[-1]._replace(text=text[:-cells])
        return 0
    if _take_after(rest, link + 1, cells):
        return 0
    return cells if free >= cells else -1


def _take_before(spans: list[Span], cells: int) -> int:
    """Remove up to ``cells`` blank cells at the end of ``spans``, or of the rule of a frame but its
    corner; return how many."""
    if not spans:
        return 0
    text = spans[-1].text
    kept = text.rstrip(" ")
    if spans[-1].role == "frame":
        kept = kept[:1] + kept[1:].rstrip(kept[-1:])
    taken = min(cells, len(text) - len(kept))
    spans[-1] = spans[-1]._replace(text=text[: len(text) - taken])
    return taken


def _take_after(spans: list[Span], first: int, cells: int) -> int:
    """Remove ``cells`` cells from the first gap or rule from ``first`` on that is wider than that,
    before the next border; return how many."""
    for index in range(first, len(spans)):
        if _is_edge(spans[index]):
            break
        text = spans[index].text
        if cells and len(text) > cells and text[0] * len(text) == text and not text.isalnum():
            spans[index] = spans[index]._replace(text=text[cells:])
            return cells
    return 0


def _without_cells(text: str, cells: int) -> str:
    """Return ``text`` without its first ``cells`` cells, which may end within a character."""
    removed = 0
    for index, character in enumerate(text):
        if removed >= cells:
            return " " * (removed - cells) + text[index:]
        removed += cell_width(character)
    return " " * max(0, removed - cells)
