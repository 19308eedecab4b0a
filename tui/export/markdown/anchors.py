"""Headings, and anchors that hold wherever the file is read.

Pandoc's dialects and GitHub derive different anchors from the words of a heading, so each page has
an anchor of its own: a ``span``, which all of them accept, on a line before the heading.
"""

from __future__ import annotations

import re

from tui.export.markdown.markdown_text import escaped

_CLOSING = re.compile(r"#(?=\s*$)")
_MAX_LEVEL = 6


def anchor(identity: str) -> str:
    """Return the anchor of a page; no heading's own anchor begins so."""
    return f"record--{identity}"


def heading(text: str, level: int, identity: str = "") -> str:
    """Return a heading; ``identity``: the id of its page, if links lead to it."""
    # CommonMark reads hashes at the end of a heading as its closing sequence.
    title = _CLOSING.sub(r"\\#", escaped(text))
    mark = f'<span id="{anchor(identity)}"></span>\n\n' if identity else ""
    return f"{mark}{'#' * min(level, _MAX_LEVEL)} {title}"
