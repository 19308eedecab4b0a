"""From a query to ranked hits: what fits exactly, and only where nothing does, what comes near."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter

from tui.search.answer import OTHER_PERIOD, Asked, asked_for, choose_answer
from tui.search.candidates import with_all, with_figure, with_some
from tui.search.query import Query, parse_query, sounded
from tui.search.score import Fit, Reason, by_all, by_parts
from tui.store import Entry, Fact, Searched, Store
from tui.tuples import NamedTuple

_SURE = 0.65
"""A score from which on nothing looser is looked for."""

_WHOLE = 0.95
"""A score from which on the query is a title or name, and nothing is weighed against it."""

_BONUS = 0.15
"""What a hit may score above its record."""
_PIECEMEAL = ("words", "scattered", "parts")
"""Where a record fits by pieces of the query, the fact that has the rest of them is meant."""

_AHEAD = 20
"""Records beyond those wanted whose facts are read with them: some come first in the end."""

_WORTH = {
    "brief": 0.97,
    "source": 0.97,
    "statement": 0.93,
    "term": 0.92,
    "gap": 0.85,
    "disagreement": 0.8,
}
"""Among records that fit alike, those that state facts come before those that talk of them."""


class Hit(NamedTuple):
    """A record that fits, the fact in it that was asked for, how well it fits (0 to 1), and on
    what that rests. ``timely``: unless it is of another period than was asked for."""

    entry: Entry
    score: float
    reason: Reason
    timely: bool

    @property
    def loose(self) -> bool:
        """Whether it merely comes near: some of the words, or a similar spelling."""
        return self.reason in ("parts", "similar") and self.score < _SURE


class Found(NamedTuple):
    """The same without the evidence: all that a list of many hits shows."""

    fact: Fact
    score: float
    reason: Reason
    timely: bool


class _Ranked(NamedTuple):
    negative: float
    position: int
    id: str
    reason: Reason
    timeless: bool = False
    """A year in the query was taken for a word: no answer need be of that year."""


def find(store: Store, text: str, limit: int = 20) -> list[Hit]:
    """What the briefing knows of ``text``, best first; nothing for an empty query."""
    found = find_facts(store, text, limit)
    entries = store.entries_of([each.fact for each in found])
    return [Hit(entry, *each[1:]) for entry, each in zip(entries, found, strict=True)]


def find_facts(store: Store, text: str, limit: int = 20) -> list[Found]:
    """The same without reading the evidence of every hit."""
    query = parse_query(text, store)
    if not query.whole:
        return []
    items = sorted((_foremost(item), item) for item in _best_of(_stages(store, query)))
    asked = {timeless: asked_for(each) for timeless, each in _readings(query)}
    store.read_facts(dict.fromkeys(item.id for _, item in items[: limit + _AHEAD]))
    hits: dict[str, tuple[tuple[float, int], Found]] = {}
    order: list[tuple[float, int]] = []  # what ``hits`` are sorted by
    for foremost, item in items:
        if bisect_left(order, foremost) >= limit:
            break  # neither this one nor any after it can come before those
        hit = _hit(store, item, asked[item.timeless])
        key = (-hit.score, item.position)
        known = hits.get(item.id)
        if known and known[0] <= key:
            continue
        if known:
            order.remove(known[0])
        insort(order, key)
        hits[item.id] = (key, hit)
    ranked = sorted(hits.values(), key=itemgetter(0))
    return [hit for _, hit in ranked[:limit]]


def _foremost(item: _Ranked) -> tuple[float, int]:
    """The best place that its hit may have among others: by score, then by position."""
    bonus = _BONUS if item.reason in _PIECEMEAL else 0.0
    return (-round(bonus - item.negative, 2), item.position)


def _stages(store: Store, query: Query) -> Iterator[list[_Ranked]]:
    """Ever looser ways of looking; the caller stops at the first that is sure."""
    if query.figure:
        figures = with_figure(store, query.figure, query.power)
        yield [_Ranked(-0.97, position, name, "number") for position, name in figures]
    spelt = query.whole.isascii() and len(query.words) > 1
    exact = _scored(with_all(store, query), query)
    if query.months:
        typed = query.without_period()
        exact += [item._replace(timeless=True) for item in _scored(with_all(store, typed), typed)]
    yield [*exact, *_spoken(store, query)] if spelt else exact
    if not spelt:
        yield _spoken(store, query)
    yield _scored(with_some(store, query), query, by_parts)
    if query.words:
        from tui.search.similar import similar

        likes = similar(store, query)
        yield [_Ranked(-value, place, name, "similar") for value, place, name in likes]


def _best_of(stages: Iterable[list[_Ranked]]) -> list[_Ranked]:
    best: dict[tuple[str, bool], _Ranked] = {}
    for stage in stages:
        for item in stage:
            key = (item.id, item.timeless)
            if key not in best or item < best[key]:
                best[key] = item
        if best and min(best.values()).negative <= -_SURE:
            break
    return list(best.values())


def _scored(
    candidates: Iterable[Searched], query: Query, way: Callable[[Query], Fit] = by_all
) -> list[_Ranked]:
    fit = way(query)
    ranked = []
    for item in candidates:
        value, reason = fit(item)
        if value:
            ranked.append(_Ranked(-value, item.position, item.id, reason, False))
    return ranked


def _spoken(store: Store, query: Query) -> list[_Ranked]:
    """By sound: a wrong character (京东建康), syllables apart (ping an), half and half (jd健康)."""
    ranked = []
    for way in sounded(query, store):
        heard = query._replace(words=(way,), whole=way)
        for item in _scored(with_all(store, heard), heard):
            reason: Reason = "sound" if query.whole.isascii() else "homophone"
            ranked.append(item._replace(negative=item.negative * 0.95, reason=reason))
    return ranked


def _readings(query: Query) -> list[tuple[bool, Query]]:
    """The query as it is, and with its year taken for a word."""
    return [(False, query), (True, query.without_period() if query.months else query)]


def _hit(store: Store, item: _Ranked, asked: Asked) -> Found:
    query = asked.query
    (record,) = store.searched((item.position,))
    answer, fits, named = choose_answer(store.facts(item.id), record, asked)
    value = -item.negative * fits
    if value < _WHOLE:
        value *= _WORTH.get(answer.kind, 1.0)
    if item.reason in _PIECEMEAL and answer.fact and named:
        value = min(0.95, value + _BONUS)  # a name, and the very figure of it that was asked for
    if (query.amount and not answer.value) or (query.ahead and answer.status != "forecast"):
        value *= 0.8
    timely = query.months is None or not answer.first_month or fits > OTHER_PERIOD
    return Found(answer, round(value, 2), item.reason, timely)


def suggest(store: Store, text: str, limit: int = 3) -> list[str]:
    """Titles that come nearest to a query that found nothing."""
    from tui.search.similar import nearest_titles

    return nearest_titles(store, parse_query(text, store), limit)
