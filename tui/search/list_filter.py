"""Filtering a list by typed text: every record that matches, not only the best."""

from __future__ import annotations

from collections.abc import Collection

from tui.question.index_lookup import all_tokens_expression, matching_positions
from tui.question.query_parser import Query, parse_query, pinyin_readings
from tui.question.reader import Part, make_part
from tui.search.features import IN_BODY, in_record
from tui.store import IndexedRecord, Store
from tui.text.fold import FULL_NAME_MARK

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
    parts = [make_part(word) for word in query.words]
    tokens = [token for part in parts for token in part.tokens]
    if not tokens:
        return set()
    positions = matching_positions(store, all_tokens_expression(tokens), _UNLIMITED)
    return {
        record.id
        for record in store.indexed_records(positions)
        if record.id in ids and all(_has(part, record) for part in parts)
    }


def _has(part: Part, record: IndexedRecord) -> bool:
    """Return whether a record has a word, as written or in pinyin from a syllable on."""
    spelled = record.pinyin.replace(FULL_NAME_MARK, "")
    return in_record(part, record) >= IN_BODY or f"\n{part.text}" in f"\n{spelled}"
