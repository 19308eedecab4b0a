"""What the records of a briefing quote of one document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.check.context import CheckContext
from tui.load.toml_positions import TomlPath
from tui.model import Citation
from tui.text.quote_selector import find_quote


class Citing(NamedTuple):
    """A citation of a candidate. ``line``: of its quote in ``file``; ``has_gloss``: whether the
    quote has its translation."""

    entry: str
    file: str
    line: int
    has_gloss: bool


class QuotedPassage(NamedTuple):
    """A passage of the document, and the path of the citation of it in its entry."""

    start: int
    end: int
    entry: str
    path: TomlPath
    has_gloss: bool


def quoted_passages(context: CheckContext, source: str, text: str) -> Iterator[QuotedPassage]:
    """Yield what is quoted of a source, with the citations."""
    for entry, path, citation in context.parts(Citation):
        if citation.source != source:
            continue
        words = (citation.exact, citation.prefix or "", citation.suffix or "")
        for at in find_quote(text, *words):
            yield QuotedPassage(at, at + len(citation.exact), entry, path, bool(citation.gloss))
