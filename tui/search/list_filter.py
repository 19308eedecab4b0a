"""Filtering a list by typed text: every record that matches, not only the best."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, product

from tui.question.index_lookup import all_tokens_expression, matching_positions
from tui.question.query_parser import parse_query, pinyin_readings
from tui.question.reader import Part, make_part
from tui.search.features import IN_BODY, IN_NAME, in_record
from tui.store import IndexedRecord, Store
from tui.text.fold import FULL_NAME_MARK

_UNLIMITED = 2**62
_MOST_FORMS = 16
"""Ways to write a text in pinyin that are looked up."""
_MOST_NAMES = 100
"""Records whose names are read for the Chinese words with a pinyin."""


def filter_records(store: Store, text: str, ids: Collection[str]) -> dict[str, bool]:
    """Return the ids of those records that match every word of ``text``, and whether names alone
    match all of them; else they are on the page. A word matches as written, in pinyin or by
    initials; where no record has them, the pinyin of the text is looked up. A year is a word like
    others here. Returns all ids for an empty text."""
    query = parse_query(text, store).without_period()
    if not query.words:
        return dict.fromkeys(ids, True)
    words = product(*((word, *written_forms(store, word)) for word in query.words))
    joined = ((form,) for form in written_forms(store, "".join(query.words)))
    found = _any_matching(store, chain(words, joined), ids)
    readings = () if found else pinyin_readings(query, store)
    return found or _any_matching(store, ((reading,) for reading in readings), ids)


def written_forms(store: Store, word: str) -> set[str]:
    """Return the words in Chinese with this pinyin that concepts or names of records have."""
    if not (word.isascii() and word.isalpha()):
        return set()
    tokens = make_part(word).tokens
    positions = matching_positions(store, all_tokens_expression(tokens), _MOST_NAMES)
    texts = [f"{record.titles}\n{record.names}" for record in store.indexed_records(positions)]
    rows = store.query(
        "SELECT written.term FROM vocabulary AS spelled JOIN vocabulary AS written "
        "USING (concept) WHERE spelled.term = ?",
        (word,),
    )
    texts += [term for (term,) in rows]
    pinyin = store.pinyin_of("".join(set("".join(texts))))
    return {form for text in texts for form in _spelled(text, word, pinyin)}


def _spelled(text: str, word: str, pinyin: Mapping[str, str]) -> Iterator[str]:
    """Yield the parts of a text whose pinyin is ``word``."""
    for start in range(len(text)):
        spelled = ""
        for end in range(start, len(text)):
            spelled += pinyin.get(text[end], "-")
            if spelled == word:
                yield text[start : end + 1]
            if not word.startswith(spelled):
                break


def _any_matching(
    store: Store, texts: Iterable[Sequence[str]], ids: Collection[str]
) -> dict[str, bool]:
    """Return the records that have each word of any of the texts, and whether in names."""
    found: dict[str, bool] = {}
    for words in islice(texts, _MOST_FORMS):
        for identity, in_names in _matching(store, words, ids):
            found[identity] = in_names or found.get(identity, False)
    return found


def _matching(
    store: Store, words: Sequence[str], ids: Collection[str]
) -> Iterator[tuple[str, bool]]:
    parts = [make_part(word) for word in words]
    tokens = [token for part in parts for token in part.tokens]
    if not tokens:
        return
    positions = matching_positions(store, all_tokens_expression(tokens), _UNLIMITED)
    for record in store.indexed_records(positions):
        if record.id in ids and all(_has(part, record, IN_BODY) for part in parts):
            yield record.id, all(_has(part, record, IN_NAME) for part in parts)


def _has(part: Part, record: IndexedRecord, least: float) -> bool:
    """Return whether a record has a word, as written or in the pinyin of a name from a syllable
    on. ``least``: where at least."""
    spelled = record.pinyin.replace(FULL_NAME_MARK, "")
    return in_record(part, record) >= least or f"\n{part.text}" in f"\n{spelled}"
