"""Similar spelling: imported only when nothing else fits, for rapidfuzz costs as much as a
look-up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from typing import TypeAlias

from rapidfuzz import fuzz, process

from tui.search.candidates import positions
from tui.search.query import Query
from tui.store import Searched, Store
from tui.text.fold import WHOLE_NAME

_Named: TypeAlias = "tuple[str, int, str]"
"""A name, where its record stands, and that one's id."""

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


def _alike(wanted: str, named: list[_Named]) -> list[tuple[float, int, str]]:
    names = [each[0] for each in named]
    found = process.extract(wanted, names, scorer=fuzz.ratio, limit=20, score_cutoff=_CUTOFF)
    if len(wanted) > 5:
        first = bisect_right(named, len(wanted), key=_length)
        part = _CUTOFF_IN_PART
        held = process.extract(
            wanted, names[first:], scorer=fuzz.partial_ratio, limit=20, score_cutoff=part
        )
        found += [(name, likeness, at + first) for name, likeness, at in held]
    best: dict[str, tuple[float, int, str]] = {}
    for name, likeness, at in found:
        _, position, identity = named[at]
        near = 1.0 if abs(len(name) - len(wanted)) < 3 else 0.85
        item = (0.6 * near * likeness / 100, position, identity)
        if identity not in best or item > best[identity]:
            best[identity] = item
    return list(best.values())


def _length(named: _Named) -> int:
    return len(named[0])


def nearest_titles(store: Store, query: Query, limit: int) -> list[str]:
    """Titles, in the script of the query, of the records that come nearest to it."""
    wanted = " ".join(query.words) or query.whole
    if not wanted:
        return []
    named = _all_names(store, query)
    chinese = any("一" <= char <= "鿿" for char in wanted)
    names = [each[0] for each in named]
    found = process.extract(wanted, names, scorer=fuzz.WRatio, limit=limit * 6, score_cutoff=45)
    found.sort(key=lambda item: (-item[1], named[item[2]][1]))  # of equals the most important
    titles: dict[str, None] = {}
    for _, _, at in found:
        row = store.row(named[at][2], "zh")
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


def _names(store: Store, places: list[int]) -> list[_Named]:
    """What the records there are called, the shortest first."""
    named: list[_Named] = []
    for texts in store.searched(places):
        named += store.remember(("spelt", texts.position), partial(_spelt, texts))
    return sorted(named, key=_length)


def _all_names(store: Store, query: Query) -> list[_Named]:
    """What all records are called, if they are few: comparing them costs less than asking which
    share a part with the query. Else what those are called."""
    named: list[_Named] = store.remember("all spelt", lambda: _names(store, _few(store)))
    return named or _names(store, _near(store, query))


def _spelt(texts: Searched) -> list[_Named]:
    """Everything a record is called, as it is written and in pinyin."""
    spoken = [line[1:] for line in texts.sounds.split("\n") if line.startswith(WHOLE_NAME)]
    known = dict.fromkeys([*texts.titles.split("\n"), *texts.names.split("\n"), *spoken])
    return [(name, texts.position, texts.id) for name in known if name]
