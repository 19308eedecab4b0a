"""Helpers: spans from texts, texts from lines."""

from __future__ import annotations

from collections.abc import Iterable

from tui.document import Span, Spans
from tui.render.line_wrap import Line


def spans(*words: str) -> Spans:
    """Each text a span of its own."""
    return tuple(Span(text) for text in words)


def texts(lines: Iterable[Line]) -> list[str]:
    """The text of each line, with every space."""
    return ["".join(span.text for span in line) for line in lines]
