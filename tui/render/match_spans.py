"""Highlight the words of a query: ranges of a text get the role ``match``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.document import Span


def highlight(span: Span, ranges: Iterable[tuple[int, int]]) -> Iterator[Span]:
    """Split a span at ``ranges`` (start and end, in order); the ranges get the role ``match``."""
    position = 0
    for start, end in ranges:
        if position < start:
            yield span._replace(text=span.text[position:start])
        yield Span(span.text[start:end], "match", span.target)
        position = end
    if position < len(span.text):
        yield span._replace(text=span.text[position:])
