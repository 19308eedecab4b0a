"""Headings and their anchors, derived from the heading's words as GitHub does."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.export.markdown.markdown_text import escaped, line

_DROPPED = re.compile(r"[^\w\- ]")
_CLOSING = re.compile(r"#(?=\s*$)")
_MAX_LEVEL = 6


class Headings:
    """Writes the headings of a file in order and records the anchors of pages in ``written``.

    ``known``: anchors by page id, from an earlier pass over the same file, for links.
    """

    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known
        self.written: dict[str, str] = {}
        self._taken: dict[str, int] = {}

    def write(self, text: str, level: int, identity: str = "") -> str:
        """Return the next heading; ``identity``: the id of the page whose title it is."""
        anchor = self._anchor(line(text))
        if identity:
            self.written[identity] = anchor
        # CommonMark reads hashes at the end of a heading as its closing sequence.
        title = _CLOSING.sub(r"\\#", escaped(text))
        return f"{'#' * min(level, _MAX_LEVEL)} {title}"

    def _anchor(self, text: str) -> str:
        # Lower case, no punctuation, hyphens for spaces; a repeated anchor gets a number.
        slug = _DROPPED.sub("", text.strip().lower()).replace(" ", "-")
        count = self._taken.get(slug, 0)
        self._taken[slug] = count + 1
        return slug if not count else f"{slug}-{count}"
