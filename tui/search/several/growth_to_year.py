"""The growth in a year of which no source states a rate (market growth 2022, 2022年市场增长多少):
the change from the previous year with a figure."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.computed_change import with_fact
from tui.search.several.period_comparison import figures_between
from tui.text.language import Wording, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.search.several_answers import SeveralAnswers
    from tui.store import AnswerRow, Store

_OF_SEVERAL_YEARS = ("compound", "cagr", "average", "复合", "年均", "平均")
"""Words for a rate of several years, which the change to one is not."""
_YEAR = 11
"""Months between the first and the last of a year."""
_NO_YEAR_BEFORE = Wording(
    "没有{year}年的数据，无法得出同比增速",
    "no figure for {year}, so no year-on-year growth",
)


def growth_to_year(store: Store, question: Question, best: Ranked) -> SeveralAnswers | None:
    """Return the figures of the measure of an answer in the year asked for and in the latest
    year with a figure before it, with the change; None if there is no figure for either."""
    fact, months = best.described.chosen.fact, question.query.months
    if best.described.record.kind != "statistic" or not months:
        return None
    if any(map(question.query.text.__contains__, _OF_SEVERAL_YEARS)):
        return None
    measure = fact.fact.partition("@")[0].partition("#")[0]
    years = {
        each.first_month: each
        for each in store.facts(fact.id)
        if _is_of_year(each) and each.fact.partition("@")[0] == measure
    }
    end = years.get(months.first)
    if end is None or end.last_month != months.last:
        return None
    earlier = [month for month, each in years.items() if month < months.first]
    if not earlier:
        return None
    start = years[max(earlier)]
    found = figures_between(store, question, with_fact(best, start), with_fact(best, end))
    year = end.first_month // 100
    if start.first_month // 100 == year - 1:
        return found
    (first, verdict), *others = found.ranked
    missing = _NO_YEAR_BEFORE.format(year=str(year - 1))
    remark = one_a_line([missing, verdict.remark])
    return found._replace(ranked=[(first, verdict._replace(remark=remark)), *others])


def _is_of_year(fact: AnswerRow) -> bool:
    is_year = fact.last_month - fact.first_month == _YEAR
    is_figure = bool(fact.value) and not fact.is_rate and fact.status == "reported"
    return is_year and is_figure and fact.rank != "deprecated"
