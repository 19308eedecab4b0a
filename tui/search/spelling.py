"""Matching by similar spelling. Imported only when nothing else matches: importing rapidfuzz takes
as long as a whole lookup."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter

from rapidfuzz import fuzz, process

from tui.fast_namedtuple import NamedTuple
from tui.search.query_parser import Query
from tui.search.retrieval import (
    all_tokens_expression,
    is_small,
    matching_positions,
    positions_of_token,
    rarest_expression,
)
from tui.store import IndexedRecord, Store
from tui.text.fold import full_name_lines


class _Names(NamedTuple):
    """Names of records, the shortest first: texts, their lengths, and the record of each."""

    texts: list[str]
    lengths: list[int]
    records: list[IndexedRecord]


_MIN_SIMILARITY = 72.0
_MIN_PARTIAL_SIMILARITY = 88.0
"""Percent of similarity that a name, or a part of one, must have."""
_SUFFICIENT_SIMILARITY = 85.0
"""Percent from which on parts of longer names are not compared."""
_MAX_LENGTH_RATIO = 4
"""Maximum length of a name whose parts are compared, in lengths of the query."""
PARTIAL_WEIGHT = 0.85
"""Weight of a name of which only a part is similar to the query."""
_NEIGHBORS = 30
"""Records that are compared for each part that they share with a query."""


def similar_names(
    store: Store, query: Query, partial: Sequence[IndexedRecord], compare_parts: bool
) -> list[tuple[float, IndexedRecord]]:
    """Return similarity (0 to 1) and record for titles and names that are similar to the query,
    with ``compare_parts`` also for those of which a part is. ``partial``: the records that match a
    part of the query."""
    wanted = " ".join(query.words)
    if len(wanted) < 3:
        return []
    names = _all_names(store, wanted) or _names(
        [*partial, *_neighbors(store, query)], wanted.isascii()
    )
    best: dict[int, tuple[float, IndexedRecord]] = {}
    for similarity, index in _similar(wanted, names, compare_parts):
        record = names.records[index]
        weight = 1.0 if abs(names.lengths[index] - len(wanted)) < 3 else PARTIAL_WEIGHT
        value = weight * similarity / 100
        if record.position not in best or value > best[record.position][0]:
            best[record.position] = (value, record)
    return list(best.values())


def _similar(wanted: str, names: _Names, compare_parts: bool) -> list[tuple[float, int]]:
    """Return similarity in percent and index of the similar names."""
    # The ratio of two texts is at most twice the shorter length over the sum of both: much shorter
    # and much longer names cannot reach the minimum and are skipped.
    length, least = len(wanted), _MIN_SIMILARITY / (200 - _MIN_SIMILARITY)
    first = bisect_left(names.lengths, length * least)
    last = bisect_right(names.lengths, length / least)
    found = _extract(fuzz.ratio, wanted, names.texts[first:last], first, _MIN_SIMILARITY)
    if compare_parts and length > 5 and not (found and found[0][0] >= _SUFFICIENT_SIMILARITY):
        first = bisect_right(names.lengths, length)
        longer = names.texts[first : bisect_right(names.lengths, _MAX_LENGTH_RATIO * length)]
        found += _extract(fuzz.partial_ratio, wanted, longer, first, _MIN_PARTIAL_SIMILARITY)
    return found


def _extract(
    scorer: Callable[..., float], wanted: str, names: list[str], first: int, minimum: float
) -> list[tuple[float, int]]:
    found = process.extract(wanted, names, scorer=scorer, limit=20, score_cutoff=minimum)
    return [(similarity, index + first) for _, similarity, index in found]


def nearest_titles(store: Store, query: Query, limit: int) -> list[str]:
    """Return the titles, in the script of the query, of the records most similar to it."""
    wanted = " ".join(query.words) or query.text
    if not wanted:
        return []
    names = _all_names(store, wanted) or _names(_neighbors(store, query), wanted.isascii())
    found = process.extract(
        wanted, names.texts, scorer=fuzz.WRatio, limit=limit * 6, score_cutoff=45
    )
    # Of equally similar ones the most important first.
    found.sort(key=lambda item: (-item[1], names.records[item[2]].position))
    titles: dict[str, None] = {}
    for _, _, index in found:
        row = store.row(names.records[index].id, "zh")
        if row:
            titles[row.title.zh if not wanted.isascii() else row.title.en] = None
    return list(titles)[:limit]


def _all_names(store: Store, wanted: str) -> _Names | None:
    """Return the names of all records of a small briefing: comparing all takes less time than
    finding those that share a part with the query."""

    def read() -> dict[bool, _Names]:
        positions = (row[0] for row in store.query("SELECT position FROM folded"))
        records = store.indexed_records(positions)
        return {latin: _names(records, latin) for latin in (True, False)}

    if not is_small(store):
        return None
    names: dict[bool, _Names] = store.memoize("all names", read)
    return names[wanted.isascii()]


def _names(records: Iterable[IndexedRecord], latin: bool) -> _Names:
    """Return the names of records, as written and in pinyin, in the script of the query: names in
    the other script share no character with it."""
    found: list[tuple[int, str, IndexedRecord]] = []
    for record in records:
        names = dict.fromkeys([*record.titles.split("\n"), *record.names.split("\n")])
        if latin:
            names |= dict.fromkeys(full_name_lines(record.pinyin))
        found += [(len(name), name, record) for name in names if name and name.isascii() == latin]
    found.sort(key=itemgetter(0))
    return _Names(
        [name for _, name, _ in found],
        [length for length, _, _ in found],
        [record for *_, record in found],
    )


def _neighbors(store: Store, query: Query) -> list[IndexedRecord]:
    """Return records that have all tokens of the query but those missing from the index, some for
    each token that the index has, and those that share the start or the end of a missing word."""
    tokens = query.tokens()
    known = [token for token in tokens if positions_of_token(store, token)]
    positions: set[int] = set()
    if known and len(known) < len(tokens):
        positions.update(matching_positions(store, rarest_expression(store, known), _NEIGHBORS))
    for token in known:
        positions.update(positions_of_token(store, token)[: _NEIGHBORS // len(known)])
    for word in query.words:
        if word.isascii() and f"{word}*" not in known:
            positions.update(_with_common_start(store, word), _with_common_end(store, word))
    joined = "".join(query.words)
    if len(query.words) > 1 and query.text.isascii() and joined.isalpha():
        positions.update(_with_common_start(store, joined))  # separate syllables
    return store.indexed_records(positions)


def _with_common_start(store: Store, word: str) -> list[int]:
    """Return records with a word that starts like this one, those with the longest common start
    first."""

    def is_missing(end: int) -> bool:
        return not _with_prefix(store, word[:end])

    # A record with a longer prefix also has each shorter one: binary search for the longest.
    ends = range(max(2, len(word) // 2 - 1), len(word))
    positions: dict[int, None] = {}
    for end in reversed(ends[: bisect_left(ends, True, key=is_missing)]):
        positions |= dict.fromkeys(_with_prefix(store, word[:end]))
        if len(positions) >= _NEIGHBORS:
            break
    return list(positions)[:_NEIGHBORS]


def _with_common_end(store: Store, word: str) -> list[int]:
    """Return records with a word, or a syllable of pinyin, that starts like an end of this
    word."""
    positions: dict[int, None] = {}
    for start in range(1, min(len(word) // 2 + 2, len(word) - 2)):
        positions |= dict.fromkeys(_with_prefix(store, word[start:]))
        if len(positions) >= _NEIGHBORS:
            break
    return list(positions)[:_NEIGHBORS]


def _with_prefix(store: Store, letters: str) -> list[int]:
    return matching_positions(store, all_tokens_expression([f"{letters}*"]), _NEIGHBORS)
