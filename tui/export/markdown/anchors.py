"""Headings and where they can be linked to: anchors as GitHub makes them of a heading's words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.export.markdown.escaping import escaped, line

_DROPPED = re.compile(r"[^\w\- ]")
_CLOSING = re.compile(r"#(?=\s*$)")
_DEEPEST = 6


class Headings:
    """Writes the headings of a file in their order, and keeps the anchors of those that pages
    stand under (``written``). ``known``: the anchors that links of the same file lead to."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known
        self.written: dict[str, str] = {}
        self._taken: dict[str, int] = {}

    def write(self, text: str, level: int, identity: str = "") -> str:
        """The next heading; ``identity``: the page that it is the title of."""
        anchor = self._anchor(line(text))
        if identity:
            self.written[identity] = anchor
        # Hashes at the end of a heading would be taken for its closing.
        said = _CLOSING.sub(r"\\#", escaped(text))
        return f"{'#' * min(level, _DEEPEST)} {said}"

    def _anchor(self, text: str) -> str:
        # Lower case, no punctuation, hyphens for blanks; numbered where the words come again.
        slug = _DROPPED.sub("", text.strip().lower()).replace(" ", "-")
        count = self._taken.get(slug, 0)
        self._taken[slug] = count + 1
        return slug if not count else f"{slug}-{count}"
