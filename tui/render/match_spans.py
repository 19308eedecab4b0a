"""Matches made to stand out: the ranges of a text that a query found, in a role of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.document import Span


def highlighted(span: Span, ranges: Iterable[tuple[int, int]]) -> Iterator[Span]:
    """The span in pieces, what stands in the ranges (in order) as a match."""
    at = 0
    for start, end in ranges:
        if at < start:
            yield span._replace(text=span.text[at:start])
        yield Span(span.text[start:end], "match", span.target)
        at = end
    if at < len(span.text):
        yield span._replace(text=span.text[at:])
