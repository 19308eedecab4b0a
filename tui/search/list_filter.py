"""Filtering a list by typed text: every record that matches, not only the best."""

from __future__ import annotations

from collections.abc import Collection

from tui.search.query_parser import Query, parse_query, pinyin_readings
from tui.search.retrieval import all_tokens_expression, matching_positions
from tui.search.scoring import full_match_scorer
from tui.store import Store

_UNLIMITED = 2**62


def filter_records(store: Store, text: str, ids: Collection[str]) -> set[str]:
    """Return the ids of those records that match every word of ``text`` in a name or on the page:
    as written, in pinyin or by initials; where none does, those that match its pinyin. A year is
    a word like others here. Returns all ids for an empty text."""
    query = parse_query(text, store).without_period()
    if not query.words:
        return set(ids)
    found = _matching(store, query, ids)
    for reading in () if found else pinyin_readings(query, store):
        found |= _matching(store, query._replace(words=(reading,), text=reading), ids)
    return found


def _matching(store: Store, query: Query, ids: Collection[str]) -> set[str]:
    tokens = query.tokens()
    if not tokens:
        return set()
    score = full_match_scorer(query)
    positions = matching_positions(store, all_tokens_expression(tokens), _UNLIMITED)
    return {
        record.id
        for record in store.indexed_records(positions)
        if record.id in ids and score(record)[0]
    }
