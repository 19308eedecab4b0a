"""From a query to hits, best first: of each record that fits, the fact that was asked for."""

from __future__ import annotations

from operator import itemgetter

from tui.fast_namedtuple import NamedTuple
from tui.search.answer_choice import OTHER_PERIOD, Asked, asked_for, choose_answer, not_naming
from tui.search.query_parser import parse_query
from tui.search.ranking import SURE, Ranked, ranked
from tui.search.scoring import Reason
from tui.store import Entry, Fact, Store

_WHOLE = 0.95
"""A score from which on the query is a title or name, and nothing is weighed against it."""

_BONUS = 0.15
"""What a hit may score above its record."""
_PIECEMEAL = ("words", "scattered")
"""Where a record fits by pieces of the query, the fact that has the rest of them is meant."""

_TOGETHER = 6
"""Records whose facts are read in one go."""

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
        return self.reason in ("parts", "similar") and self.score < SURE


class SearchResult(NamedTuple):
    """The same without the evidence: all that a list of many hits shows."""

    fact: Fact
    score: float
    reason: Reason
    timely: bool


def find(store: Store, text: str, limit: int = 20) -> list[Hit]:
    """What the briefing knows of ``text``, best first; nothing for an empty query."""
    found = find_facts(store, text, limit)
    entries = store.entries_of([each.fact for each in found])
    return [Hit(entry, *each[1:]) for entry, each in zip(entries, found, strict=True)]


def find_facts(store: Store, text: str, limit: int = 20) -> list[SearchResult]:
    """The same without reading the evidence of every hit."""
    query = parse_query(text, store)
    if not query.whole:
        return []
    asked = asked_for(query), asked_for(query.without_period() if query.months else query)
    items = sorted(
        [(_foremost(item, asked[item.timeless]), item) for item in ranked(store, query, limit)]
    )
    hits: dict[int, tuple[tuple[float, int], SearchResult]] = {}
    order: list[tuple[float, int]] = []  # what ``hits`` are sorted by
    for at, (foremost, item) in enumerate(items):
        if len(order) >= limit and order[limit - 1] < foremost:
            break  # neither this one nor any after it can come before those
        if not at % _TOGETHER:
            store.read_facts({each.record.id for _, each in items[at : at + _TOGETHER]})
        hit = _hit(store, item, asked[item.timeless])
        key = (-hit.score, item.position)
        known = hits.get(item.position)
        if known and known[0] <= key:
            continue
        if known:
            order.remove(known[0])
        order.append(key)
        order.sort()
        hits[item.position] = (key, hit)
    best = sorted(hits.values(), key=itemgetter(0))
    return [hit for _, hit in best[:limit]]


def _foremost(item: Ranked, asked: Asked) -> tuple[float, int]:
    """The best place that its hit may have among others: by score, then by position."""
    record, months = item.record, asked.query.months
    value = -item.negative
    if months and not (record.first_month <= months.last and months.first <= record.last_month):
        value *= OTHER_PERIOD
    if value < _WHOLE:
        value *= _WORTH.get(record.kind, 1.0)
    if item.reason in _PIECEMEAL:
        words = not_naming(record, asked)
        if words and all(word in record.body or word in record.spoken for word in words):
            value += _BONUS
    return (-round(value, 2), item.position)


def _hit(store: Store, item: Ranked, asked: Asked) -> SearchResult:
    query = asked.query
    answer, fits, named = choose_answer(store.facts(item.record.id), item.record, asked)
    value = -item.negative * fits
    if value < _WHOLE:
        value *= _WORTH.get(answer.kind, 1.0)
    if item.reason in _PIECEMEAL and answer.fact and named:
        value = min(0.95, value + _BONUS)  # a name, and the very figure of it that was asked for
    if (query.amount and not answer.value) or (query.ahead and answer.status != "forecast"):
        value *= 0.8
    timely = query.months is None or not answer.first_month or fits > OTHER_PERIOD
    return SearchResult(answer, round(value, 2), item.reason, timely)


def suggest(store: Store, text: str, limit: int = 3) -> list[str]:
    """Titles that come nearest to a query that found nothing."""
    from tui.search.spelling import nearest_titles

    return nearest_titles(store, parse_query(text, store), limit)
