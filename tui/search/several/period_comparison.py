"""Questions that compare a measure at two times: market size 2020 vs 2022, 2021年和2023年融资额."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.search.candidate_records import find_candidates
from tui.search.computed_change import (
    change_of_range,
    change_words,
    is_between,
    missing_years,
    stated,
    stated_changes,
    trends_of,
    with_fact,
)
from tui.search.fact_choice import SAME, WITHIN, is_share
from tui.search.group_company import asked_of_company
from tui.search.known_matches import known_matches
from tui.search.period_remarks import fact_period_words, period_words
from tui.search.ranking import Ranked, rank
from tui.search.several.amount_apart import amount_apart
from tui.search.several.answers_at_time import (
    TimeAnswers,
    asked_at,
    exact_figures,
    is_figure,
    measure_of,
)
from tui.search.several.incomparable_figures import (
    NO_CHANGE,
    notes_on_change,
    part_exceeds_whole,
    why_no_change,
)
from tui.search.several.multiple_question import asks_for_multiple, multiple_of
from tui.search.several.two_times import asks_yearly_growth, main_statistic, two_times
from tui.search.several_answers import SeveralAnswers
from tui.search.source_remark import source_remark
from tui.search.verdict import Verdict, judge
from tui.text.language import Wording, one_a_line
from tui.text.period_change import DatedValue, change_between, change_of_share
from tui.text.units import UNITS, base_unit

if TYPE_CHECKING:
    from tui.question.period_parser import MonthRange
    from tui.question.reader import Question
    from tui.store import AnswerRow, Store

_YEAR = 11
"""Months between the first and the last of a year."""
_NEXT_YEAR = 100
"""Difference between a month and the same one of the next year, as yyyymm."""
_DROPPED = frozenset(("rate", "meaning", "list", "what", "person"))
"""Kinds of question that belong to the comparison."""
_SHARE = re.compile(r"\b(?:share|percentage|proportion|penetration)\b|占比|比例|比重|渗透率")
_ONE = Wording("没有{missing}的数据\n{shown}", "no figure for {missing}\n{shown}")

_NEITHER = Wording("没有{first}和{second}的数据", "no figures for {first} and {second}")


def compared_periods(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the figures of one measure at two times, the later first; the remark of the first one
    has both and the change, computed. None where the question does not ask for two times, or where
    one figure is about the whole time between them (growth from 2016 to 2020)."""
    is_yearly = asks_yearly_growth(question.query.text)
    if is_yearly:
        question = question._replace(asks=question.asks | {"rate"})
    split = two_times(question.query.text, asks_rate="rate" in question.asks)
    if split is None:
        return None
    *times, rest, compares, is_change = split
    read = read_edited_question(store, rest)
    if (is_change and not rest) or (read.only_asks and read.asks == {"rate"}):
        read = read_edited_question(store, f"{main_statistic(store)}{rest}")
    if is_change:
        read = read._replace(asks=read.asks | {"rate"})
    # "per year", of which the year was taken for a word about time.
    read = read._replace(qualifiers=tuple(each for each in read.qualifiers if each != "per"))
    if read.only_asks or not read.parts:
        return None
    asks_rate = "rate" in read.asks
    if not (compares or asks_rate or _asks_for_ends(store, question)):
        return None
    rates = (
        _rates_between(store, read, times) if asks_rate and (is_yearly or not compares) else None
    )
    read = read._replace(asks=read.asks - _DROPPED, qualifiers=())
    if _SHARE.search(rest):  # which asks for no share beside the word for growth
        read = read._replace(asks=read.asks | {"share"})
    read, of_company = asked_of_company(store, read)
    earlier, later = (asked_at(store, read, months) for months in times)
    pair, lone = _figures_of_both(earlier, later)
    if rates and (pair is None or _has_measure(rates, pair[1])):
        return rates
    if pair:
        return _led_by(of_company, figures_between(store, question, *pair))
    if asks_rate and not compares and not _asks_for_ends(store, question):
        return None
    if lone:
        return (
            None
            if is_between(lone[1].described.chosen.fact, *times)
            else _led_by(of_company, _one(*lone))
        )
    verdicts = [judge(later.question, later.weights, item.described) for item in later.ranked]
    if not verdicts or of_company:
        return None
    is_text = not later.ranked[0].described.chosen.fact.value
    if verdicts[0].match == "exact" or (is_text and verdicts[0].match == "other_period"):
        if found := _rates_between(store, read, times):
            return found
        remark = _NEITHER.format(
            first=period_words(earlier.months), second=period_words(later.months)
        )
        verdicts[0] = Verdict("other_period")
        answers = list(zip(later.ranked, verdicts, strict=True))
        named = {position for part in read.parts for position in part.names}
        answers.sort(
            key=lambda each: (
                (bool(named) and each[0].described.record.position not in named)
                or not each[0].described.chosen.fact.value
            )
        )
        answers[0] = answers[0][0], Verdict("other_period", (), remark)
        return SeveralAnswers(answers)
    return SeveralAnswers(list(zip(later.ranked, verdicts, strict=True)))


def _led_by(remark: Wording | None, found: SeveralAnswers) -> SeveralAnswers:
    """Return answers with a remark before the one that they have; as they are without it."""
    if remark is None:
        return found
    (first, verdict), *others = found.ranked
    verdict = Verdict("near", (), one_a_line([remark, verdict.remark]))
    return found._replace(ranked=[(first, verdict), *others])


def _figures_of_both(
    earlier: TimeAnswers, later: TimeAnswers
) -> tuple[tuple[Ranked, Ranked] | None, tuple[TimeAnswers, Ranked] | None]:
    """Return the figures of one measure at both times; where there are none, the time without a
    figure and the figure of the other one."""
    for one, other in ((later, earlier), (earlier, later)):
        figures = exact_figures(one)
        for shown in figures:
            same = (item for item in other.ranked if is_figure(item))
            if second := next((it for it in same if measure_of(it) == measure_of(shown)), None):
                return (second, shown) if one is later else (shown, second), None
        if figures:
            return None, (other, figures[0])
    return None, None


def _has_measure(rates: SeveralAnswers, figure: Ranked) -> bool:
    """Return whether the first of some rates is of the measure of a figure."""
    rate = rates.ranked[0][0].described.chosen.fact
    return rate.fact.partition("#")[0] == measure_of(figure)


def _rates_between(
    store: Store, question: Question, times: list[MonthRange]
) -> SeveralAnswers | None:
    """Return the rates of exactly the time between two times that answer a question, else the
    changes from one of them to the other; None where there is none."""
    whole = asked_at(store, question, times[0]._replace(last=times[1].last))
    rates, changes = [], []
    for item in whole.ranked:
        chosen = item.described.chosen
        verdict = judge(whole.question, whole.weights, item.described)
        if not chosen.fact.is_rate or verdict.match != "exact":
            continue
        if chosen.period == SAME:
            rates.append((item, verdict))
        elif chosen.period == WITHIN and is_between(chosen.fact, *times):
            changes.append((item, verdict._replace(remark=stated(chosen.fact))))
    return SeveralAnswers(rates or changes[:1]) if rates or changes else None


def figures_between(
    store: Store, question: Question, earlier: Ranked, later: Ranked
) -> SeveralAnswers:
    """Return two figures and those of the years between them, the newest full period first, and
    the trend that rests on them."""
    first, second = (item.described.chosen.fact for item in (earlier, later))
    between = [
        fact
        for fact in store.facts(later.described.record.id)
        if fact.fact.partition("@")[0] == measure_of(later)
        and fact.value
        and not fact.is_rate
        and fact.status in (second.status, "reported")
        and fact.rank != "deprecated"
        and first.last_month < fact.first_month <= fact.last_month < second.first_month
    ]
    between.sort(key=lambda fact: (fact.last_month, fact.status != "reported"))
    facts = [first, *between, second]
    answers = [fact.answer for fact in facts]
    shown = facts[::-1]
    if first.last_month - first.first_month == second.last_month - second.first_month:
        if second.last_month - second.first_month == _YEAR:
            answers += missing_years(facts)
        answers[:0] = change_between_figures(store, question, first, second)
        if NO_CHANGE not in answers:
            answers[:0] = amount_apart(question.query.text, first, second)
    elif found := change_of_range(store, facts):
        clauses, shown = found
        answers = [*clauses[:1], *answers, *clauses[1:]]
    else:
        answers.append(NO_CHANGE)
    exceeds = NO_CHANGE in answers and part_exceeds_whole(store, first, second)
    if NO_CHANGE not in answers and asks_for_multiple(question.query.text):
        names = (fact_period_words(first), fact_period_words(second))
        answers.insert(0, multiple_of(store, question.query.text, first, second, names))
    if NO_CHANGE not in answers:
        answers[:0] = source_remark(store, first, second)
    if NO_CHANGE in answers:
        clauses, changes = stated_changes(store, first, second)
        answers.remove(NO_CHANGE)
        is_whole = any(_is_change_between(each, first, second) for each in changes)
        answers[:0] = (
            clauses
            if is_whole
            else [
                why_no_change(store, first, second),
                *notes_on_change(store, first, second),
                *clauses,
            ]
        )
        shown = changes + shown if is_whole else shown + changes
    if exceeds:
        answers = [exceeds, *(each for each in answers if each != NO_CHANGE)]
    trend: list[Ranked] = []
    if between or exceeds or "rate" in question.asks:
        trend = trends_of(store, question, {}, later.described.record.id)
    ranked = [(with_fact(later, fact), Verdict("exact")) for fact in shown]
    ranked[0] = ranked[0][0], Verdict("exact", (), one_a_line(answers))
    ranked += [(item, Verdict("exact")) for item in trend]
    return SeveralAnswers(ranked, ("show", later.described.record.id))


def _is_change_between(change: AnswerRow, first: AnswerRow, second: AnswerRow) -> bool:
    """Return whether a stated change is from one figure to the other, not over a part of the
    time; growth in a year is that from the year before."""
    if change.last_month != second.last_month:
        return False
    is_of_year = change.form == "growth" and change.first_month == second.first_month
    is_next_year = second.last_month - first.last_month == _NEXT_YEAR
    return (
        is_of_year and is_next_year
    ) or first.first_month <= change.first_month <= first.last_month


def _one(missing: TimeAnswers, shown: Ranked) -> SeveralAnswers:
    fact = shown.described.chosen.fact
    remark = _ONE.format(missing=period_words(missing.months), shown=fact.answer)
    ranked = [(shown, Verdict("other_period", (), remark))]
    ranked += [
        (item, Verdict("exact"))
        for item in missing.ranked[:1]
        if item.described.record.kind == "gap"
    ]
    return SeveralAnswers(ranked, ("show", fact.id))


def change_between_figures(
    store: Store, question: Question, first: AnswerRow, second: AnswerRow
) -> list[Wording]:
    """Return the change between two figures of periods of one length in words, for a question for a
    rate also that of a year; that there is none where they are not exact."""
    numbers = (first.number, second.number)
    rows = store.query("SELECT qualifier FROM answers WHERE number IN (?, ?)", numbers)
    start, end = _dated(first), _dated(second)
    if first.fact == second.fact or any(qualifier for (qualifier,) in rows):
        return [NO_CHANGE]
    change = change_between(start, end)
    if change is None:
        return [NO_CHANGE]
    if is_share(first):
        points = end.value - start.value
        return [change_words(first, second, change_of_share(points))]
    yearly = change.yearly if "rate" in question.asks else None
    return [change_words(first, second, change.words), *([yearly] if yearly else [])]


def _dated(fact: AnswerRow) -> DatedValue:
    value = Decimal(fact.value).scaleb(UNITS[fact.unit].scale)
    return DatedValue(fact.first_month, fact.last_month, value, base_unit(fact.unit), "", fact.fact)


def _asks_for_ends(store: Store, question: Question) -> bool:
    """Return whether the best answer to a question about a range is the figure of a part of it: not
    one about all of it, nor a text whose name has the years."""
    known = known_matches(store, question)
    ranked = rank(store, question, find_candidates(store, question, known), 1, known=known)
    return bool(ranked) and is_figure(ranked[0]) and ranked[0].described.chosen.period != SAME
