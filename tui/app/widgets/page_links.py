"""The links of a page that is laid out: where each is shown, and the letters that name them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.app.widgets.link_hints import labels, overlaid
from tui.document import Span
from tui.render.line_wrap import Line
from tui.text.width import cell_width


class PageLink(NamedTuple):
    """A link and the spans that show it: (line, number of the span in it) each."""

    target: str
    spans: tuple[tuple[int, int], ...]

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.spans[0][0]


def links_of(lines: list[Line]) -> list[PageLink]:
    """Links in reading order; spans of one target with nothing but spaces between are one."""
    links: list[PageLink] = []
    before = ""  # the target of the text just read
    for number, line in enumerate(lines):
        if not line:
            before = ""
        for place, span in enumerate(line):
            if span.target and span.target == before:
                links[-1] = links[-1]._replace(spans=(*links[-1].spans, (number, place)))
            elif span.target:
                links.append(PageLink(span.target, ((number, place),)))
            elif not span.text.strip():
                continue
            before = span.target
    return links


class LinkLetters:
    """Letters at the links in a window, from when they are asked for until one is named."""

    def __init__(self) -> None:
        self._hints: dict[str, int] = {}
        self._typed = ""

    def __bool__(self) -> bool:
        return bool(self._hints)

    def begin(self, links: Sequence[PageLink], in_sight: Callable[[int], bool]) -> None:
        """Name the links of which something is in sight."""
        seen = [
            number
            for number, link in enumerate(links)
            if any(in_sight(line) for line, _ in link.spans)
        ]
        self._hints, self._typed = dict(zip(labels(len(seen)), seen, strict=True)), ""

    def end(self) -> None:
        """Take the letters away."""
        self._hints = {}

    def take(self, letter: str) -> int | None:
        """The link whose label is complete with ``letter``. Any other key than the next letter
        of a label takes the letters away."""
        typed = self._typed + letter.lower()
        chosen = self._hints.get(typed)
        begun = bool(letter) and any(label.startswith(typed) for label in self._hints)
        if chosen is None and begun:
            self._typed = typed
        else:
            self.end()
        return chosen

    def over(
        self, line: Line, number: int, links: Sequence[PageLink], in_sight: Callable[[int], bool]
    ) -> tuple[Line, set[int]]:
        """A line whose links begin with what is left to type of their labels, and which of its
        spans those are; links that can no longer be meant are as before."""
        labelled: dict[int, str] = {}
        for label, link in self._hints.items():
            shown = next((at for at in links[link].spans if in_sight(at[0])), (-1, 0))
            if shown[0] == number and label.startswith(self._typed):
                labelled[shown[1]] = label[len(self._typed) :]
        spans: list[Span] = []
        letters: set[int] = set()
        for place, span in enumerate(line):
            if label := labelled.get(place, ""):
                letters.add(len(spans))
                spans.append(Span(label, "match"))
                cells = tuple(cell_width(char) for char in span.text)
                span = span._replace(text=overlaid(span.text, label, cells))
            spans.append(span)
        return tuple(spans), letters
