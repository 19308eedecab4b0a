"""LRU cache of laid-out pages, and positions in a page that hold at any width."""

from __future__ import annotations

import itertools

from tui.app.widgets.dashboard_links import by_card
from tui.app.widgets.link_hints import PageLink, links_of
from tui.document import Document
from tui.fast_namedtuple import NamedTuple
from tui.render.column_chart import chart_height
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line
from tui.render.page_layout import CHART_HEIGHT, GUTTERS, TWO_COLUMNS, cards_of, lay_out

_CAPACITY = 48
"""Pages; one takes some ten kilobytes."""


class PageLayout(NamedTuple):
    """The lines of a page and the links in them."""

    lines: list[Line]
    links: list[PageLink]


class LayoutCache:
    """LRU cache of laid-out pages keyed by (document, width, height, whether it is titled).

    A document is compared by its content, so an entry is never out of date: after an edit, or in
    the other language, the document is another key.
    """

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        self._layouts: dict[tuple[Document, int, int, bool], PageLayout] = {}

    def __len__(self) -> int:
        return len(self._layouts)

    def clear(self) -> None:
        """Remove all entries."""
        self._layouts.clear()

    def layout(
        self, document: Document, width: int, height: int = 0, *, titled: bool = True
    ) -> PageLayout:
        """Return a document as lines of at most ``width`` cells; a dashboard for ``height``
        lines. ``titled``: whether it begins with its title."""
        is_dashboard = cards_of(document) is not None
        lines_shown = height
        if not is_dashboard and width < TWO_COLUMNS:
            lines_shown = chart_height(height) if height >= CHART_HEIGHT else 0
        key = (document, width, lines_shown, titled)
        layout = self._layouts.pop(key, None)
        if layout is None:
            layout = None if is_dashboard else self._beside(document, width, height, titled)
        if layout is None:
            lines = lay_out(document, width, self._glyphs, height, titled=titled)
            links = links_of(lines)
            layout = PageLayout(lines, by_card(lines, links) if is_dashboard else links)
            if len(self._layouts) >= _CAPACITY:
                del self._layouts[next(iter(self._layouts))]
        self._layouts[key] = layout
        return layout

    def _beside(
        self, document: Document, width: int, height: int, titled: bool
    ) -> PageLayout | None:
        """Return a page with its evidence beside the text, whose links come first; None where it
        does not have both."""
        if width < TWO_COLUMNS:
            return None
        from tui.render.evidence_column import first_span, lay_out_beside, side_by_side_lines

        columns = lay_out_beside(document, width, self._glyphs, height, titled=titled)
        if columns is None:
            return None
        links = links_of(columns.text)
        for link in links_of(columns.evidence):
            spans = tuple((line, span + first_span(columns, line)) for line, span in link.spans)
            links.append(link._replace(spans=spans))
        return PageLayout(side_by_side_lines(columns, self._glyphs), links)


def character_count(lines: list[Line]) -> int:
    """Return the number of characters that do not depend on the width: no rules, bars, spaces, and
    no evidence beside the text."""
    return sum(
        len(span.text.replace(" ", ""))
        for line in lines
        for span in itertools.takewhile(lambda span: span.text not in GUTTERS, line)
        if span.role != "rule" and not span.role.startswith("bar")
    )


def line_at(lines: list[Line], characters: int) -> int:
    """Return the number of the line that holds the character after the first ``characters``."""
    for number, line in enumerate(lines):
        characters -= character_count([line])
        if characters < 0:
            return number
    return len(lines)
