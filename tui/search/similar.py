"""Similar spelling: imported only when nothing else fits, for rapidfuzz costs as much as a
look-up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import partial

from rapidfuzz import fuzz, process

from tui.search.candidates import positions
from tui.search.query import Query
from tui.store import Searched, Store
from tui.text.fold import WHOLE_NAME, is_chinese
from tui.tuples import NamedTuple


class _Names(NamedTuple):
    """What some records are called, the shortest first: the names, how long each is, and whose."""

    spelt: list[str]
    lengths: list[int]
    owners: list[tuple[int, str]]
    """Position and id."""


_CUTOFF = 72.0
_CUTOFF_IN_PART = 88.0
"""Percent of similarity below which a name is no longer meant."""

_NEAR = 60
"""Records compared for each part that they share with a query."""

_FEW = 2000
"""Records that are all compared."""


def similar(store: Store, query: Query) -> list[tuple[float, int, str]]:
    """Records with a title or name spelt like the query: score, position, id."""
    wanted = " ".join(query.words)
    if len(wanted) < 3:
        return []
    return _alike(wanted, _all_names(store, query))


def _alike(wanted: str, names: _Names) -> list[tuple[float, int, str]]:
    # Of two texts so much alike, twice what they share is that part of both lengths: one much
    # shorter or longer need not be compared.
    length, least = len(wanted), _CUTOFF / (200 - _CUTOFF)
    first = bisect_left(names.lengths, length * least)
    last = bisect_right(names.lengths, length / least)
    found = _extracted(fuzz.ratio, wanted, names.spelt[first:last], first, _CUTOFF)
    if length > 5:
        first = bisect_right(names.lengths, length)
        longer = names.spelt[first:]
        found += _extracted(fuzz.partial_ratio, wanted, longer, first, _CUTOFF_IN_PART)
    best: dict[str, tuple[float, int, str]] = {}
    for likeness, at in found:
        position, identity = names.owners[at]
        near = 1.0 if abs(names.lengths[at] - length) < 3 else 0.85
        item = (0.6 * near * likeness / 100, position, identity)
        if identity not in best or item > best[identity]:
            best[identity] = item
    return list(best.values())


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
    spelt, _, owners = _all_names(store, query)
    chinese = any(map(is_chinese, wanted))
    found = process.extract(wanted, spelt, scorer=fuzz.WRatio, limit=limit * 6, score_cutoff=45)
    found.sort(key=lambda item: (-item[1], owners[item[2]]))  # of equals the most important
    titles: dict[str, None] = {}
    for _, _, at in found:
        row = store.row(owners[at][1], "zh")
        if row:
            titles[row.title.zh if chinese else row.title.en] = None
    return list(titles)[:limit]


def _few(store: Store) -> list[int]:
    """All records, if they are few."""
    rows = list(store.query("SELECT position FROM records LIMIT ?", (_FEW + 1,)))
    return [row[0] for row in rows] if len(rows) <= _FEW else []


def _near(store: Store, query: Query) -> list[int]:
    """Records that share with the query a pair of Chinese characters, a beginning of letters or
    an end of them (from a syllable on): those that share most of a word first."""
    near: dict[int, None] = {}
    for word in dict.fromkeys((*query.words, "".join(query.words))):
        for parts in _parts(word):
            room = _NEAR
            for part in parts:
                found = [place for place in positions(store, part, _NEAR) if place not in near]
                near |= dict.fromkeys(found[:room])
                room -= len(found)
                if room <= 0:
                    break
    return list(near)


def _parts(word: str) -> Iterator[list[str]]:
    """Groups of index expressions for parts of a word, in each the longest part first."""
    if not word.isascii():
        for at in range(len(word) - 1):
            yield [f'"{word[at : at + 2]}"']
    elif word.isalnum():
        yield [f'"{word[:end]}"*' for end in range(len(word) - 1, 1, -1)]
        yield [f'"{word[start:]}"*' for start in range(1, len(word) - 2)]


def _names(store: Store, places: list[int]) -> _Names:
    named: list[tuple[str, int, str]] = []
    for texts in store.searched(places):
        named += store.remember(("spelt", texts.position), partial(_spelt, texts))
    named.sort(key=lambda each: len(each[0]))
    spelt = [name for name, _, _ in named]
    return _Names(spelt, [*map(len, spelt)], [(place, identity) for _, place, identity in named])


def _all_names(store: Store, query: Query) -> _Names:
    """What all records are called, if they are few: comparing them costs less than asking which
    share a part with the query. Else what those are called."""
    names: _Names = store.remember("all spelt", lambda: _names(store, _few(store)))
    return names if names.spelt else _names(store, _near(store, query))


def _spelt(texts: Searched) -> list[tuple[str, int, str]]:
    """Everything a record is called, as it is written and in pinyin."""
    spoken = [line[1:] for line in texts.sounds.split("\n") if line.startswith(WHOLE_NAME)]
    known = dict.fromkeys([*texts.titles.split("\n"), *texts.names.split("\n"), *spoken])
    return [(name, texts.position, texts.id) for name in known if name]
