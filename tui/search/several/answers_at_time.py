"""The answers to a question about one time, of several at which it asks for a measure."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.search.candidate_records import find_candidates
from tui.search.computed_change import with_fact
from tui.search.fact_choice import SAME, WITHIN
from tui.search.known_matches import known_matches
from tui.search.ranking import Ranked, rank
from tui.search.statistic_order import with_amount_or_count_first
from tui.search.verdict import judge

if TYPE_CHECKING:
    from tui.question.period_parser import MonthRange
    from tui.question.reader import Question
    from tui.store import Store

_COMPARED = 5
"""Answers for each time among which the same measure is looked for."""
_LITTLE = 0.02
"""Difference in score between figures of which either may be meant."""


class TimeAnswers(NamedTuple):
    """One of the times, the question about it alone, and its answers, best first."""

    months: MonthRange
    question: Question
    weights: list[float]
    ranked: list[Ranked]


def asked_at(store: Store, question: Question, months: MonthRange) -> TimeAnswers:
    """Return the answers to a question about a time."""
    asked = question._replace(query=question.query._replace(months=months))
    known = known_matches(store, asked)
    candidates = find_candidates(store, asked, known)
    ranked = rank(store, asked, candidates, _COMPARED, known=known)
    if ranked and ranked[0].described.record.kind == "statistic":
        ranked = with_amount_or_count_first(asked, ranked)
    ranked = [_as_observation(store, item) for item in ranked]
    return TimeAnswers(months, asked, candidates.weights, ranked)


def _as_observation(store: Store, item: Ranked) -> Ranked:
    """Return an answer of which the fact is a stated share with the figure of the measure that has
    the same value and period, if there is one: these can be compared with each other."""
    share = item.described.chosen.fact
    if share.form != "share":
        return item
    key = (share.fact.partition("#")[0], share.first_month, share.last_month, share.value)
    for fact in store.facts(share.id):
        if key == (fact.fact.partition("@")[0], fact.first_month, fact.last_month, fact.value):
            return with_fact(item, fact)
    return item


def is_figure(item: Ranked) -> bool:
    """Return whether an answer is a figure of the time asked for, or of a part of it."""
    chosen = item.described.chosen
    is_rate = chosen.fact.is_rate and chosen.fact.form != "share"
    is_value = chosen.fact.value and not is_rate and chosen.fact.rank != "deprecated"
    return bool(is_value) and chosen.period in (SAME, WITHIN)


def exact_figures(time: TimeAnswers) -> list[Ranked]:
    """Return the figures of a time that answer the question about as well as the best of them, if
    that one does."""
    figures = [item for item in time.ranked if is_figure(item)]
    return [
        item
        for item in figures
        if item.score >= figures[0].score - _LITTLE
        and judge(time.question, time.weights, item.described).match == "exact"
    ]


def measure_of(item: Ranked) -> str:
    """Return the id of the measure of an answer, without its period."""
    return item.described.chosen.fact.fact.partition("@")[0]
