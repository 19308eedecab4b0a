"""A list narrowed by a few letters: every record that has all of them, however many there are."""

from __future__ import annotations

from collections.abc import Collection

from tui.search.query_parser import Query, parse_query, sounded
from tui.search.retrieval import holding, positions
from tui.search.scoring import by_all
from tui.store import Store

_ALL = 2**62
"""More records than there are."""


def within(store: Store, text: str, ids: Collection[str]) -> set[str]:
    """Those of the records that hold every word of ``text``: as written, in pinyin or by
    initials, in the name or on the page; where none does, those that sound so. A year is a word
    like others here. All of them for an empty text."""
    query = parse_query(text, store).without_period()
    if not query.words:
        return set(ids)
    found = _having(store, query, ids)
    for way in () if found else sounded(query, store):
        found |= _having(store, query._replace(words=(way,), whole=way), ids)
    return found


def _having(store: Store, query: Query, ids: Collection[str]) -> set[str]:
    tokens = query.tokens()
    if not tokens:
        return set()
    fit = by_all(query)
    return {
        item.id
        for item in store.searched(positions(store, holding(tokens), _ALL))
        if item.id in ids and fit(item)[0]
    }
