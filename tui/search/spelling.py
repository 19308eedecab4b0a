"""Similar spelling: imported only when nothing else fits, for rapidfuzz costs as much as a
look-up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter

from rapidfuzz import fuzz, process

from tui.fast_namedtuple import NamedTuple
from tui.search.query_parser import Query
from tui.search.retrieval import are_few, having, holding, positions, seldom
from tui.store import Searched, Store
from tui.text.fold import whole_names


class _Names(NamedTuple):
    """What some records are called, the shortest first: the names, how long each is, and whose."""

    spelt: list[str]
    lengths: list[int]
    owners: list[Searched]


_CUTOFF = 72.0
_CUTOFF_IN_PART = 88.0
"""Percent of similarity below which a name is no longer meant."""
IN_PART = 0.85
"""What a name counts of which only a part is spelt like the query."""
_NEARLY = 85.0
"""Percent from which on it is not looked for as a part of longer names."""

_LONGEST = 4
"""How many times as long as the query a name may be of which it is a part."""

_NEAR = 30
"""Records compared for each part that they share with a query."""


def similar(
    store: Store, query: Query, some: Sequence[Searched], parts_too: bool
) -> list[tuple[float, Searched]]:
    """Records with a title or name spelt like the query, or with ``parts_too`` like a part of it,
    and how much so (0 to 1). ``some`` are those that have pieces of the query."""
    wanted = " ".join(query.words)
    if len(wanted) < 3:
        return []
    names = _all_names(store, wanted) or _names([*some, *_near(store, query)], wanted.isascii())
    best: dict[int, tuple[float, Searched]] = {}
    for likeness, at in _alike(wanted, names, parts_too):
        record = names.owners[at]
        near = 1.0 if abs(names.lengths[at] - len(wanted)) < 3 else IN_PART
        value = near * likeness / 100
        if record.position not in best or value > best[record.position][0]:
            best[record.position] = (value, record)
    return list(best.values())


def _alike(wanted: str, names: _Names, parts_too: bool) -> list[tuple[float, int]]:
    # Of two texts so much alike, twice what they share is that part of both lengths: one much
    # shorter or longer need not be compared.
    length, least = len(wanted), _CUTOFF / (200 - _CUTOFF)
    first = bisect_left(names.lengths, length * least)
    last = bisect_right(names.lengths, length / least)
    found = _extracted(fuzz.ratio, wanted, names.spelt[first:last], first, _CUTOFF)
    if parts_too and length > 5 and not (found and found[0][0] >= _NEARLY):
        first = bisect_right(names.lengths, length)
        longer = names.spelt[first : bisect_right(names.lengths, _LONGEST * length)]
        found += _extracted(fuzz.partial_ratio, wanted, longer, first, _CUTOFF_IN_PART)
    return found


def _extracted(
    scorer: Callable[..., float], wanted: str, names: list[str], first: int, cutoff: float
) -> list[tuple[float, int]]:
    found = process.extract(wanted, names, scorer=scorer, limit=20, score_cutoff=cutoff)
    return [(likeness, at + first) for _, likeness, at in found]


def nearest_titles(store: Store, query: Query, limit: int) -> list[str]:
    """Titles, in the script of the query, of the records that come nearest to it."""
    wanted = " ".join(query.words) or query.whole
    if not wanted:
        return []
    names = _all_names(store, wanted) or _names(_near(store, query), wanted.isascii())
    found = process.extract(
        wanted, names.spelt, scorer=fuzz.WRatio, limit=limit * 6, score_cutoff=45
    )
    # Of equals the most important.
    found.sort(key=lambda item: (-item[1], names.owners[item[2]].position))
    titles: dict[str, None] = {}
    for _, _, at in found:
        row = store.row(names.owners[at].id, "zh")
        if row:
            titles[row.title.zh if not wanted.isascii() else row.title.en] = None
    return list(titles)[:limit]


def _all_names(store: Store, wanted: str) -> _Names | None:
    """What all records are called, if they are few: comparing them costs less than asking which
    share a part with the query."""

    def sort() -> dict[bool, _Names]:
        records = store.searched(row[0] for row in store.query("SELECT position FROM folded"))
        return {latin: _names(records, latin) for latin in (True, False)}

    if not are_few(store):
        return None
    names: dict[bool, _Names] = store.remember("all names", sort)
    return names[wanted.isascii()]


def _names(records: Iterable[Searched], latin: bool) -> _Names:
    """What the records are called, as it is written and in pinyin, in the script of a query:
    names in another have nothing in common with it."""
    named: list[tuple[int, str, Searched]] = []
    for record in records:
        known = dict.fromkeys([*record.titles.split("\n"), *record.names.split("\n")])
        if latin:
            known |= dict.fromkeys(whole_names(record.sounds))
        named += [(len(name), name, record) for name in known if name and name.isascii() == latin]
    named.sort(key=itemgetter(0))
    return _Names(
        [name for _, name, _ in named],
        [length for length, _, _ in named],
        [record for *_, record in named],
    )


def _near(store: Store, query: Query) -> list[Searched]:
    """Records that have all of the query but what the index does not know; some for each piece
    that it knows; those that have the beginning or the end of a word that it does not know."""
    tokens = query.tokens()
    known = [token for token in tokens if having(store, token)]
    near: set[int] = set()
    if known and len(known) < len(tokens):
        near.update(positions(store, seldom(store, known), _NEAR))
    for token in known:
        near.update(having(store, token)[: _NEAR // len(known)])
    for word in query.words:
        if word.isascii() and f"{word}*" not in known:
            near.update(_beginning_as(store, word), _ending_as(store, word))
    joined = "".join(query.words)
    if len(query.words) > 1 and query.whole.isascii() and joined.isalpha():
        near.update(_beginning_as(store, joined))  # syllables apart
    return store.searched(near)


def _beginning_as(store: Store, word: str) -> list[int]:
    """Records with a word that begins as this one does: the longer alike the sooner."""

    def missing(end: int) -> bool:
        return not _with_beginning(store, word[:end])

    # What has a longer beginning has a shorter one: the longest is found by halving.
    ends = range(max(2, len(word) // 2 - 1), len(word))
    near: dict[int, None] = {}
    for end in reversed(ends[: bisect_left(ends, True, key=missing)]):
        near |= dict.fromkeys(_with_beginning(store, word[:end]))
        if len(near) >= _NEAR:
            break
    return list(near)[:_NEAR]


def _ending_as(store: Store, word: str) -> list[int]:
    """Records with a word or, by sound, a syllable from which on they end as this one does."""
    near: dict[int, None] = {}
    for start in range(1, min(len(word) // 2 + 2, len(word) - 2)):
        near |= dict.fromkeys(_with_beginning(store, word[start:]))
        if len(near) >= _NEAR:
            break
    return list(near)[:_NEAR]


def _with_beginning(store: Store, letters: str) -> list[int]:
    return positions(store, holding([f"{letters}*"]), _NEAR)
