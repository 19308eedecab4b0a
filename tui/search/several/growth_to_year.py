"""The growth in a year of which no source states a rate (market growth 2022, 2022年市场增长多少):
the change from the previous year with a figure; over some years, that from the first of them with a
figure to the last."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.computed_change import with_fact
from tui.search.period_remarks import period_words
from tui.search.question_kind import IN_PART
from tui.search.rate_wording import asks_for_average
from tui.search.several.period_comparison import figures_between
from tui.text.language import Wording, one_a_line

if TYPE_CHECKING:
    from tui.question.period_parser import MonthRange
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.search.several_answers import SeveralAnswers
    from tui.search.verdict import Match
    from tui.store import AnswerRow, Store

_YEAR = 11
"""Months between the first and the last of a year."""
_NEXT_YEAR = 100
"""Difference between a month and the same one of the next year, as yyyymm."""
_NO_YEAR_BEFORE = Wording(
    "没有{year}年的数据，无法得出同比增速",
    "no figure for {year}, so no year-on-year growth",
)


def growth_to_year(store: Store, question: Question, best: Ranked) -> SeveralAnswers | None:
    """Return the figures of the measure of an answer in the year asked for and in the latest
    year with a figure before it, with the change; for several years, those of the first and the
    last of them with a figure. None if there are no two figures."""
    fact, months = best.described.chosen.fact, question.query.months
    if best.described.record.kind != "statistic" or not months:
        return None
    if months.first // 100 != months.last // 100:
        return _growth_over_years(store, question, best, months)
    if asks_for_average(question.query.text):
        return None
    years = _figures_of_years(store, fact)
    end = years.get(months.first)
    if end is None or end.last_month != months.last:
        return None
    earlier = [month for month in years if month < months.first]
    if not earlier:
        return None
    start = years[max(earlier)]
    found = figures_between(store, question, with_fact(best, start), with_fact(best, end))
    year = end.first_month // 100
    if start.first_month // 100 == year - 1:
        return found
    return _with_remark(found, _NO_YEAR_BEFORE.format(year=str(year - 1)))


def _growth_over_years(
    store: Store, question: Question, best: Ranked, months: MonthRange
) -> SeveralAnswers | None:
    """Return the change between the first and the last year with an exact figure among some; None
    where there is none, or where the answer is a rate of as long a time."""
    fact = best.described.chosen.fact
    years = _figures_of_years(store, fact)
    numbers = ", ".join(str(each.number) for each in years.values()) or "0"
    sql = f"SELECT number FROM answers WHERE number IN ({numbers}) AND qualifier IS NULL"
    exact = {number for (number,) in store.query(sql)}
    first = months.first
    if months.is_open and str(first // 100 - 1) in question.query.text:  # growth after 2016
        first -= _NEXT_YEAR
    inside = sorted(
        month
        for month, each in years.items()
        if first <= month and each.last_month <= months.last and each.number in exact
    )
    if len(inside) < 2:
        return None
    start, end = years[inside[0]], years[inside[-1]]
    is_inside = first <= fact.first_month and fact.last_month <= months.last
    if fact.is_rate and is_inside and _years(fact, fact) >= _years(start, end):
        return None
    found = figures_between(store, question, with_fact(best, start), with_fact(best, end))
    if months.is_open or (start.first_month, end.last_month) == (months.first, months.last):
        return found
    shown = months._replace(first=start.first_month, last=end.last_month)
    remark = IN_PART.format(asked=period_words(months), shown=period_words(shown))
    return _with_remark(found, remark, "other_period")


def _years(first: AnswerRow, last: AnswerRow) -> int:
    return last.last_month // 100 - first.first_month // 100


def _with_remark(found: SeveralAnswers, remark: Wording, match: Match = "exact") -> SeveralAnswers:
    """Return some answers with a remark before that of the first one."""
    (first, verdict), *others = found.ranked
    verdict = verdict._replace(match=match, remark=one_a_line([remark, verdict.remark]))
    return found._replace(ranked=[(first, verdict), *others])


def _figures_of_years(store: Store, fact: AnswerRow) -> dict[int, AnswerRow]:
    """Return the reported figures of years of the measure of a fact, by their first month."""
    measure = fact.fact.partition("@")[0].partition("#")[0]
    return {
        each.first_month: each
        for each in store.facts(fact.id)
        if _is_of_year(each) and each.fact.partition("@")[0] == measure
    }


def _is_of_year(fact: AnswerRow) -> bool:
    is_year = fact.last_month - fact.first_month == _YEAR
    is_figure = bool(fact.value) and not fact.is_rate and fact.status == "reported"
    return is_year and is_figure and fact.rank != "deprecated"
