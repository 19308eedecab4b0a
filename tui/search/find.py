"""From a query to ranked hits: what fits exactly, and only where nothing does, what comes near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.search.answer import choose_answer
from tui.search.candidates import Candidate, with_all, with_figure, with_some
from tui.search.query import Query, parse_query, sounded, split
from tui.search.score import Reason, by_parts, score
from tui.store import Entry, Store

_SURE = 0.6
"""A score from which on nothing looser is looked for."""


class Hit(NamedTuple):
    """A record that fits, the fact in it that was asked for, how well it fits (0 to 1), and on
    what that rests."""

    entry: Entry
    score: float
    reason: Reason


class _Ranked(NamedTuple):
    negative: float
    position: int
    id: str
    reason: Reason


def find(store: Store, text: str, limit: int = 20) -> list[Hit]:
    """What the briefing knows of ``text``, best first; nothing for an empty query."""
    query = parse_query(text, store)
    if not query.whole:
        return []
    ranked = sorted(_best_of(_stages(store, query)))
    hits = [_hit(store, query, item) for item in ranked[: limit * 3]]
    hits.sort(key=lambda hit: -hit.score)
    return hits[:limit]


def _stages(store: Store, query: Query) -> Iterator[list[_Ranked]]:
    """Ever looser ways of looking; the caller stops at the first that is sure."""
    if query.figure:
        figures = enumerate(with_figure(store, query.figure, query.power))
        yield [_Ranked(-0.97, position, name, "number") for position, name in figures]
    yield _scored(with_all(store, query), query)
    if query.months:
        typed = query.without_period()
        yield _scored(with_all(store, typed), typed)
    yield [
        _Ranked(-found.value, item.position, item.id, found.reason)
        for item in with_some(store, query)
        if (found := by_parts(query, item.texts)).value
    ]
    yield _homophones(store, query)
    if query.words:
        from tui.search.similar import similar

        yield [
            _Ranked(-value, place, name, "similar") for value, place, name in similar(store, query)
        ]


def _best_of(stages: Iterable[list[_Ranked]]) -> list[_Ranked]:
    best: dict[str, _Ranked] = {}
    for stage in stages:
        for item in stage:
            if item.id not in best or item < best[item.id]:
                best[item.id] = item
        if best and min(best.values()).negative <= -_SURE:
            break
    return list(best.values())


def _scored(candidates: Iterable[Candidate], query: Query) -> list[_Ranked]:
    return [
        _Ranked(-found.value, item.position, item.id, found.reason)
        for item in candidates
        if (found := score(query, item.texts)).value
    ]


def _homophones(store: Store, query: Query) -> list[_Ranked]:
    """A wrong character of the same sound: 京东建康."""
    spoken = sounded(" ".join(query.words), store)
    if not spoken.isascii() or len(spoken) < 4:
        return []
    heard = query._replace(words=split(spoken), whole=spoken)
    found = _scored(with_all(store, heard), heard)
    return [item._replace(negative=item.negative * 0.95, reason="homophone") for item in found]


def _hit(store: Store, query: Query, item: _Ranked) -> Hit:
    answer, fits = choose_answer(store.answers(item.id), query)
    value = -item.negative * fits
    if (query.amount and not answer.value) or (query.ahead and answer.status != "forecast"):
        value *= 0.8
    return Hit(answer, round(value, 3), item.reason)


def suggest(store: Store, text: str, limit: int = 3) -> list[str]:
    """Titles that come nearest to a query that found nothing."""
    from tui.search.similar import nearest_titles

    return nearest_titles(store, parse_query(text, store), limit)
