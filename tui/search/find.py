"""From a query to hits, best first: of each matching record the fact that the query asks for."""

from __future__ import annotations

from operator import itemgetter

from tui.fast_namedtuple import NamedTuple
from tui.search.answer_choice import (
    OTHER_PERIOD_WEIGHT,
    AnswerQuery,
    answer_query,
    choose_answer,
    tokens_outside_name,
)
from tui.search.query_parser import parse_query
from tui.search.ranking import CONFIDENT, RankedRecord, rank_records
from tui.search.scoring import Reason
from tui.store import AnswerRow, AnswerWithEvidence, Store

_FULL_NAME = 0.95
"""From this score on the query is a title or name, and the kind of the record does not count."""
_FACT_BONUS = 0.15
"""Added where the query names a record by some of its words and one of its facts by the rest."""
_WORD_BY_WORD = ("words", "scattered")
"""Reasons of matches for which that bonus is given."""
_FACTS_BATCH = 6
"""Records whose facts are loaded with one query."""


class Hit(NamedTuple):
    """A matching record, the fact in it that is asked for, the score (0 to 1) and its reason.
    ``in_period``: false if the fact is of another period than the query asks for."""

    entry: AnswerWithEvidence
    score: float
    reason: Reason
    in_period: bool

    @property
    def approximate(self) -> bool:
        """Whether only some of the words match, or a similar spelling."""
        return self.reason in ("parts", "similar") and self.score < CONFIDENT


class SearchResult(NamedTuple):
    """A hit without its evidence: all that a list of many hits shows."""

    fact: AnswerRow
    score: float
    reason: Reason
    in_period: bool


def find(store: Store, text: str, limit: int = 20) -> list[Hit]:
    """Return the hits for ``text``, best first; none for an empty query."""
    results = find_facts(store, text, limit)
    entries = store.entries_for([result.fact for result in results])
    return [Hit(entry, *result[1:]) for entry, result in zip(entries, results, strict=True)]


def find_facts(store: Store, text: str, limit: int = 20) -> list[SearchResult]:
    """Return the hits for ``text`` without reading their evidence."""
    query = parse_query(text, store)
    if not query.text:
        return []
    weights = _kind_weights(store)
    asked = answer_query(query), answer_query(query.without_period() if query.months else query)
    # Facts are loaded in the order of the best rank that a record may reach, until no further
    # record can come before those that are found.
    ranked = sorted(
        [
            (_best_possible_rank(item, asked[item.period_ignored], weights), item)
            for item in rank_records(store, query, limit)
        ]
    )
    found: dict[int, tuple[tuple[float, int], SearchResult]] = {}
    order: list[tuple[float, int]] = []  # the ranks in ``found``, sorted
    for index, (best_possible, item) in enumerate(ranked):
        if len(order) >= limit and order[limit - 1] < best_possible:
            break
        if not index % _FACTS_BATCH:
            store.load_facts({each.record.id for _, each in ranked[index : index + _FACTS_BATCH]})
        result = _result(store, item, asked[item.period_ignored], weights)
        rank = (-result.score, item.position)
        known = found.get(item.position)
        if known and known[0] <= rank:
            continue
        if known:
            order.remove(known[0])
        order.append(rank)
        order.sort()
        found[item.position] = (rank, result)
    best = sorted(found.values(), key=itemgetter(0))
    return [result for _, result in best[:limit]]


def _kind_weights(store: Store) -> dict[str, float]:
    weights: dict[str, float] = store.memoize(
        "kind weights", lambda: {kind.id: kind.search_weight for kind in store.kinds()}
    )
    return weights


def _best_possible_rank(
    item: RankedRecord, asked: AnswerQuery, weights: dict[str, float]
) -> tuple[float, int]:
    """Return the best rank that a record's result may have: by score, then by position."""
    record, months = item.record, asked.query.months
    score = -item.negative_score
    if months and not (record.first_month <= months.last and months.first <= record.last_month):
        score *= OTHER_PERIOD_WEIGHT
    if score < _FULL_NAME:
        score *= weights[record.kind]
    if item.reason in _WORD_BY_WORD:
        tokens = tokens_outside_name(record, asked)
        if tokens and all(token in record.body or token in record.body_pinyin for token in tokens):
            score += _FACT_BONUS
    return (-round(score, 2), item.position)


def _result(
    store: Store, item: RankedRecord, asked: AnswerQuery, weights: dict[str, float]
) -> SearchResult:
    query = asked.query
    answer, period_weight, all_tokens = choose_answer(
        store.facts(item.record.id), item.record, asked
    )
    score = -item.negative_score * period_weight
    if score < _FULL_NAME:
        score *= weights[answer.kind]
    if item.reason in _WORD_BY_WORD and answer.fact and all_tokens:
        score = min(0.95, score + _FACT_BONUS)
    if (query.amount and not answer.value) or (query.forecast and answer.status != "forecast"):
        score *= 0.8
    in_period = (
        query.months is None or not answer.first_month or (period_weight > OTHER_PERIOD_WEIGHT)
    )
    return SearchResult(answer, round(score, 2), item.reason, in_period)


def suggest(store: Store, text: str, limit: int = 3) -> list[str]:
    """Return the titles that are most similar to a query that found nothing."""
    from tui.search.spelling import nearest_titles

    return nearest_titles(store, parse_query(text, store), limit)
