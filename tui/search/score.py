"""How well a record fits the words of a query, from 0 to 1."""

from __future__ import annotations

from typing import NamedTuple

from tui.search.query import Query


class Folded(NamedTuple):
    """The folded texts of a record; within a field one text a line."""

    titles: str
    names: str
    body: str


def score(query: Query, texts: Folded) -> float:
    """0 where a word is missing; 1 where the query is a title or a name of the record."""
    if not query.words:
        return 0.3
    joined = " ".join(query.words)
    whole = max(_best(joined, texts.titles, 1.0), _best(joined, texts.names, 0.98))
    if whole == 0:
        tight = joined.replace(" ", "")
        whole = _best(tight, texts.titles.replace(" ", ""), 0.95)
    if whole:
        return whole
    total = 0.0
    for word in query.words:
        value = max(_best(word, texts.titles, 0.8), _best(word, texts.names, 0.75))
        if not value and word in texts.body:
            value = 0.3
        if not value:
            return 0.0
        total += value
    return 0.9 * total / len(query.words)


def _best(wanted: str, field: str, top: float) -> float:
    """The best fit of ``wanted`` with one of the texts of a field: ``top`` for all of it, less
    for a beginning, less again for a part, each by how much of the text it covers."""
    if wanted not in field:
        return 0.0
    best = 0.0
    for text in field.split("\n"):
        if wanted in text:
            covered = len(wanted) / len(text)
            if covered == 1:
                return top
            start = 0.8 if text.startswith(wanted) else 0.72
            best = max(best, top * (start + 0.15 * covered))
    return best
