"""Ranking: which records a query means and how well each matches.

Retrieval starts with the strictest strategy and goes on to looser ones until a match is certain,
or until a looser strategy can no longer find a better one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.search.query_parser import Query, is_pinyin_syllables, pinyin_readings
from tui.search.retrieval import figure_candidates, full_match_candidates
from tui.search.scoring import Reason, Scorer, full_match_scorer, partial_match_scorer
from tui.store import IndexedRecord, Store

if TYPE_CHECKING:
    from typing import TypeAlias

CONFIDENT = 0.65
"""From this score on no looser strategy is tried."""
_BY_FIGURE, _BY_PINYIN, _BY_PARTS, _BY_SPELLING = 0.97, 0.95, 0.96, 0.6
"""Maximum scores of the strategies: by the value of a figure, by pinyin, by parts of the query, by
similar spelling."""


class RankedRecord(NamedTuple):
    """A record that matches. ``negative_score``: negative so that the best sorts first.
    ``period_ignored``: a year in the query was matched as a word, so that an answer of any period
    fits."""

    negative_score: float
    position: int
    reason: Reason
    period_ignored: bool
    record: IndexedRecord


_Strategy: TypeAlias = "Callable[[], list[RankedRecord]]"


def rank_records(store: Store, query: Query, limit: int) -> list[RankedRecord]:
    """Return the records that match, unsorted, once for each reading of the query. The ``limit``
    best are among them."""
    best: dict[tuple[int, bool], RankedRecord] = {}
    for maximum, strategy in _strategies(store, query, limit):
        if best:
            scores = sorted([item.negative_score for item in best.values()])
            enough = limit * (2 if query.months else 1)
            if scores[0] <= -CONFIDENT or (
                len(scores) >= enough and scores[enough - 1] <= -maximum
            ):
                break
        for item in strategy():
            key = (item.position, item.period_ignored)
            if key not in best or item < best[key]:
                best[key] = item
    return list(best.values())


def _strategies(store: Store, query: Query, limit: int) -> list[tuple[float, _Strategy]]:
    """Return the strategies from strict to loose, each with the maximum score of its results."""
    partial: list[IndexedRecord] = []
    partial_scores: list[float] = []

    def by_figure() -> list[RankedRecord]:
        found = figure_candidates(store, query.figure, query.power)
        return [
            RankedRecord(-_BY_FIGURE, record.position, "number", False, record) for record in found
        ]

    def by_all_words() -> list[RankedRecord]:
        records, complete = full_match_candidates(store, query, limit)
        found = _scored(records, full_match_scorer(query))
        if query.months:
            with_year = query.without_period()
            if not (query.words and complete):  # else those with the year are among them
                records = full_match_candidates(store, with_year, limit).records
            found += _scored(records, full_match_scorer(with_year), period_ignored=True)
        return found

    def by_pinyin() -> list[RankedRecord]:
        return _by_pinyin(store, query, limit)

    def by_parts() -> list[RankedRecord]:
        from tui.search.partial_match import partial_candidates  # rarely needed

        partial.extend(partial_candidates(store, query))
        found = _scored(partial, partial_match_scorer(query))
        partial_scores.extend([-item.negative_score for item in found])
        return found

    def by_spelling() -> list[RankedRecord]:
        # Last, because importing rapidfuzz takes as long as a whole lookup.
        from tui.search.spelling import PARTIAL_WEIGHT, similar_names

        # Parts of longer names are compared only where they could rank first.
        compare_parts = max(partial_scores, default=0.0) < _BY_SPELLING * PARTIAL_WEIGHT
        found = similar_names(store, query, partial, compare_parts)
        return [
            RankedRecord(-_BY_SPELLING * similarity, record.position, "similar", False, record)
            for similarity, record in found
        ]

    strategies: list[tuple[float, _Strategy]] = [(_BY_FIGURE, by_figure)] if query.figure else []
    if is_pinyin_syllables(query, store):
        return [*strategies, (_BY_PINYIN, by_pinyin), (_BY_SPELLING, by_spelling)]
    if query.text.isascii() and len(query.words) > 1:
        # Words or separate syllables: both are equally likely.
        strategies += [(1.0, lambda: by_all_words() + by_pinyin())]
    else:
        strategies += [(1.0, by_all_words), (_BY_PINYIN, by_pinyin)]
    return [
        *strategies,
        (_BY_PARTS, by_parts),
        *([(_BY_SPELLING, by_spelling)] if query.words else []),
    ]


def _scored(
    records: Iterable[IndexedRecord], scorer: Scorer, period_ignored: bool = False
) -> list[RankedRecord]:
    found = []
    for record in records:
        value, reason = scorer(record)
        if value:
            found.append(RankedRecord(-value, record.position, reason, period_ignored, record))
    return found


def _by_pinyin(store: Store, query: Query, limit: int) -> list[RankedRecord]:
    """Match by pinyin: a homophone (京东建康), separate syllables (ping an), mixed scripts
    (jd健康)."""
    reason: Reason = "sound" if query.text.isascii() else "homophone"
    found = []
    for reading in pinyin_readings(query, store):
        spelled = query._replace(words=(reading,), text=reading)
        records = full_match_candidates(store, spelled, limit).records
        for item in _scored(records, full_match_scorer(spelled)):
            score = item.negative_score * _BY_PINYIN
            found.append(item._replace(negative_score=score, reason=reason))
    return found
