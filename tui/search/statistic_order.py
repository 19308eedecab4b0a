"""The order of a statistic and what answers beside it: a topic before the figure of a part of it,
the general figure before those of groups of people."""

from __future__ import annotations

from tui.database.vocabulary import WHOLE_TITLE
from tui.document.gloss import quoted_title
from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.fact_choice import OUTSIDE, SUPERLATIVES, is_share
from tui.search.features import IN_NAME
from tui.search.near_tie import uncertain
from tui.search.verdict import LIKENESS, SAME, Verdict
from tui.text.language import Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.search.record_features import DescribedRecord

_COMPARED = 5
_TEXTS, _RATES = ("term", "brief", "policy", "statement"), ("growth", "cagr")
_GENERAL_LACKS_PERIOD = Wording(
    "{general}没有{asked}的数据，以下是{title}",
    "no figure for {asked} of {general}; showing {title}",
)
_LITTLE = 0.1
"""Difference in score of a text that may be first."""


def by_what_is_asked(question: Question, ranked: list[Ranked]) -> list[Ranked] | None:
    """Return answers to a question for an origin, a definition, the time of an extreme, a rate of
    something, nothing that is named, a measure alone, or to another name of the first one, in their
    order; None for another question."""
    if "origin" in question.asks:
        return _with_text_first(ranked)
    if "definition" in question.asks:
        return _with_definition_first(ranked)
    if question.only_asks:
        return _with_statistic_first(ranked)
    if "date" in question.asks and not SUPERLATIVES.isdisjoint(question.qualifiers):
        return _with_extreme_first(ranked)
    first, is_of_something = ranked[0].described, any(part.measure for part in question.parts)
    alone = question.parts[0] if len(question.parts) == 1 and not question.asks else None
    if alone and alone.measure and first.record.kind == ("term" if alone.related else "statement"):
        return _with_figure_first(ranked)
    if first.record.kind == "term" and (is_of_something or question.query.months):
        return ranked if "meaning" in question.asks else _with_rate_first(ranked)
    if "nothing but the name" in first.features and "is title" not in first.features:
        return _with_title_first(ranked)
    if question.query.months:
        return None
    from tui.search.known_question_order import (
        question_before_definition,
        same_question_first,
        whole_question_first,
    )

    if first.record.kind == "term" and question.fillers and not question.asks:
        return question_before_definition(ranked)
    return same_question_first(ranked) if question.asks else whole_question_first(ranked)


def with_topic_first(question: Question, ranked: list[Ranked]) -> list[Ranked]:
    """Put the term, text or policy that a bare topic names before the figure of a part of it
    (payment by insurance before the share of hospitals that are connected to it)."""
    first = ranked[0].described
    query = question.query
    if first.record.kind != "statistic" or question.asks or query.months or query.figure:
        return ranked
    is_known = first.features.get(LIKENESS, 0.0) >= SAME
    if is_known or question.qualifiers or any(part.measure for part in question.parts):
        return ranked
    others = _further_concepts(question, first)
    for item in ranked[1:_COMPARED]:
        described = item.described
        is_text = described.record.kind in _TEXTS and item.score >= ranked[0].score - _LITTLE
        has_all = is_text and "everything" in described.features
        if has_all and _further_concepts(question, described) < others:
            return moved_first(ranked, item)
    return ranked


def _with_title_first(ranked: list[Ranked]) -> list[Ranked] | None:
    """Put the record whose title is the whole query before one of which it is another name; None
    where there is no such record."""
    wanted = {"is title", "nothing but the name"}
    found = _with_first(ranked, lambda it: wanted <= it.features.keys())
    return None if found is ranked else found


def _with_text_first(ranked: list[Ranked]) -> list[Ranked]:
    """Put a text that readers ask for an origin before a figure, which gives none."""
    if not ranked[0].described.chosen.fact.value:
        return ranked

    def gives_origin(it: DescribedRecord) -> bool:
        is_asked = it.record.kind in _TEXTS and "?origin" in it.known_keys
        return is_asked and "everything" in it.features

    return _with_first(ranked, gives_origin)


def _with_definition_first(ranked: list[Ranked]) -> list[Ranked]:
    """Put a term or gap with all of the question in its names before a figure, which defines
    nothing."""
    if not ranked[0].described.chosen.fact.value:
        return ranked

    def defines(it: DescribedRecord) -> bool:
        return it.record.kind in ("term", "gap") and min(it.found, default=0.0) >= IN_NAME

    return _with_first(ranked, defines)


def _with_statistic_first(ranked: list[Ranked]) -> list[Ranked]:
    """Put the most important statistic before the figure of a company where a question names
    nothing that is measured (growth 2020)."""
    if ranked[0].described.record.kind != "player":
        return ranked
    others = [item for item in ranked[1:_COMPARED] if item.described.record.kind == "statistic"]
    if not others:
        return ranked
    return moved_first(ranked, min(others, key=lambda item: item.described.record.position))


def _with_extreme_first(ranked: list[Ranked]) -> list[Ranked]:
    """Put the statistic of which a figure is the greatest or least before a statement without a
    figure (the year with most users)."""
    if ranked[0].described.chosen.fact.value:
        return ranked
    return _with_first(ranked, lambda it: it.record.kind == "statistic" and bool(it.chosen.extreme))


def _with_figure_first(ranked: list[Ranked]) -> list[Ranked]:
    """Put a figure of the measure that a question names before a statement on it, and one of a
    related measure before its definition."""
    near = [item for item in ranked if item.score >= ranked[0].score - _LITTLE]
    near = _with_first(near, lambda it: it.chosen.fact.value != "" and min(it.found) >= IN_NAME)
    return near + ranked[len(near) :]


def _with_rate_first(ranked: list[Ranked]) -> list[Ranked]:
    """Put the growth rate of a statistic before the definition of such rates."""

    def is_rate(it: DescribedRecord) -> bool:
        is_of_form = it.record.kind == "statistic" and it.chosen.fact.form in _RATES
        return is_of_form and "everything" in it.features

    return _with_first(ranked, is_rate)


def _with_first(ranked: list[Ranked], fits: Callable[[DescribedRecord], bool]) -> list[Ranked]:
    """Put the first of the other answers that fits before all others."""
    found = next((it for it in ranked[1:_COMPARED] if fits(it.described)), None)
    return moved_first(ranked, found) if found else ranked


def _further_concepts(question: Question, described: DescribedRecord) -> int:
    """Return how many concepts the title of a record has beyond those of the question."""
    asked = {mark for part in question.parts for mark in part.concepts}
    marks = set(described.record.concepts.split()) - asked
    return len([mark for mark in marks if not mark.startswith(WHOLE_TITLE)])


def with_general_first(question: Question, ranked: list[Ranked]) -> list[Ranked]:
    """Put the most important of the statistics of one measure first that are each of another group
    of people, where the question names none of them."""
    first = ranked[0].described
    if first.features.get(LIKENESS, 0.0) >= SAME or question.query.figure:
        return ranked
    same = [item for item in ranked[1:_COMPARED] if is_sibling(first, item.described)]
    same = [item for item in same if _has_as_much(item.described, first)]
    general = min([ranked[0], *same], key=lambda item: item.described.record.position)
    as_typed = "in title as typed"  # of equal concepts, only one title has the number of the query
    names_group = as_typed in first.features and as_typed not in general.described.features
    return ranked if general is ranked[0] or names_group else moved_first(ranked, general)


def with_amount_or_count_first(question: Question, ranked: list[Ranked]) -> list[Ranked]:
    """Put the number before the amount of money of one subject where a number is asked for (how
    many rounds of financing), and the amount before the number where nothing is (financing
    2024)."""
    first = ranked[0].described
    is_amount = "元" in first.chosen.fact.unit
    if "is title" in first.features or first.features.get(LIKENESS, 0.0) >= 1:
        return ranked
    if is_amount != ("count" in question.asks) or (question.asks and not is_amount):
        return ranked
    fitting = []
    for item in ranked[1:_COMPARED]:
        other = item.described
        fact = other.chosen.fact
        if other.record.kind != "statistic" or not fact.value or fact.is_rate:
            continue
        is_other_form = ("元" in fact.unit) != is_amount and not is_share(fact)
        if is_other_form and min(other.found, default=0.0) >= IN_NAME:
            fitting.append(item)
    period = first.chosen.fact.period
    same = [item for item in fitting if item.described.chosen.fact.period == period]
    best = same or (fitting if is_amount else [])  # money counts nothing, whatever its period
    return moved_first(ranked, best[0]) if best else ranked


def with_period_first(
    ranked: list[Ranked], verdicts: list[Verdict]
) -> tuple[list[Ranked], list[Verdict]]:
    """Put the first exact figure of the period before a text without one: nothing is said to be
    missing that stands below; without such a figure, before a gap on something else one of another
    period that has as much of the question and the form that is asked for."""
    first = ranked[0].described
    if first.chosen.fact.period:
        return ranked, verdicts
    figures = [
        (number, item.described)
        for number, item in enumerate(ranked[:_COMPARED])
        if item.described.chosen.fact.value and item.described.chosen.fact.period
    ]
    of_period = (at for at, _ in figures if verdicts[at].match == "exact")
    others = (
        at
        for at, described in figures
        if first.record.kind == "gap"
        and verdicts[at].match == "other_period"
        and "form asked for" in described.features
        and _has_as_much(described, first)
    )
    at = next(of_period, None) or next(others, None)
    if at is None:
        return ranked, verdicts
    return moved_first(ranked, ranked[at]), [verdicts[at], *verdicts[:at], *verdicts[at + 1 :]]


def moved_first(ranked: list[Ranked], item: Ranked) -> list[Ranked]:
    """Return answers with one of them first, which gets the score of the first one."""
    rest = (other for other in ranked if other is not item)
    return [item._replace(score=ranked[0].score), *rest]


def _has_as_much(described: DescribedRecord, other: DescribedRecord) -> bool:
    return all(a >= b for a, b in zip(described.found, other.found, strict=True))


def is_sibling(first: DescribedRecord, other: DescribedRecord) -> bool:
    """Return whether two statistics, of no amount of money, have the same unit and period, and the
    second one has all of the question, too."""
    fact, fact_of_other = first.chosen.fact, other.chosen.fact
    if not first.record.kind == other.record.kind == "statistic" or "元" in fact.unit:
        return False
    if fact.unit != fact_of_other.unit or fact.period != fact_of_other.period:
        return False
    lists_more = fact_of_other.title.zh.count("、") > fact.title.zh.count("、")
    return min(other.found, default=0.0) >= IN_NAME and not lists_more


def _siblings(ranked: list[Ranked]) -> list[DescribedRecord]:
    """Return the statistics beside the first one that have as much of the question."""
    described = [item.described for item in ranked[:_COMPARED]]
    return [other for other in described[1:] if is_sibling(described[0], other)]


def judge_others(question: Question, ranked: list[Ranked]) -> Verdict | None:
    """Return the verdict on a first, exact statistic beside others that the question does not tell
    apart from it: a more important one without a figure of that period, other groups of people."""
    described = ranked[0].described
    if found := _judge_more_important(question, ranked):
        return found
    like = described.features.get(LIKENESS, 0.0)
    others = [
        it for it in _siblings(ranked) if like < SAME or it.features.get(LIKENESS, 0.0) >= like
    ]
    return uncertain([it.chosen.fact for it in others]) if others else None


def _judge_more_important(question: Question, ranked: list[Ranked]) -> Verdict | None:
    """Return the verdict on the exact figure of one statistic if the question also fits a
    more important one without a figure for that period (market 2030: only chronic care has one)."""
    first, months = ranked[0].described, question.query.months
    if not months or first.record.kind != "statistic" or first.features.get(LIKENESS, 0.0) >= SAME:
        return None
    for item in ranked[1:_COMPARED]:
        other = item.described
        is_general = other.record.kind == "statistic" and _has_as_much(other, first)
        is_general &= other.record.position < first.record.position
        if is_general and other.chosen.period == OUTSIDE:
            from tui.search.period_remarks import period_words

            general, title = (quoted_title(it.chosen.fact.title) for it in (other, first))
            names = {"general": general, "title": title, "asked": period_words(months)}
            remark = _GENERAL_LACKS_PERIOD.format(**names)
            return Verdict("near", (), remark)
    return None
