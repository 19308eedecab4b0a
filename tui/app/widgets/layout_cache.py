"""Pages as they were laid out: who goes back, or up and down a list, waits for no line to be broken
that was broken before."""

from __future__ import annotations

from typing import NamedTuple

from tui.app.widgets.page_links import PageLink, links_of
from tui.document import Document
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import Line
from tui.render.page_layout import lay_out

_MOST = 48
"""Pages; one takes some ten kilobytes."""


class PageLayout(NamedTuple):
    """The lines of a page, and its links in them."""

    lines: list[Line]
    links: list[PageLink]


class LayoutCache:
    """The pages laid out last. Each is known by all that it says and by its width, so that none can
    be out of date: after an edit, in the other language, without forecasts it is another page."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        self._kept: dict[tuple[Document, int], PageLayout] = {}

    def page(self, document: Document, width: int) -> PageLayout:
        """A document as lines of at most ``width`` cells."""
        known = (document, width)
        laid = self._kept.pop(known, None)
        if laid is None:
            lines = lay_out(document, width, self._glyphs)
            laid = PageLayout(lines, links_of(lines))
            if len(self._kept) >= _MOST:
                del self._kept[next(iter(self._kept))]
        self._kept[known] = laid
        return laid
