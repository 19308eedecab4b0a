"""What changed between two years: the statistics with a comparable figure of both."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.several.incomparable_figures import NO_CHANGE
from tui.search.several.period_comparison import change_between_figures
from tui.search.source_remark import source_remark
from tui.store.short_titles import short_title
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.question.period_parser import MonthRange
    from tui.question.reader import Question
    from tui.store import AnswerRow, Store

_YEAR = 11
"""Months between the first and the last of a year."""
_MOST = 5
_CHANGE = Wording("{title}{change}", "{title} {change}")
_OF_SOURCES = Wording("{change}，{remark}", "{change}, {remark}")


def changed_figures(store: Store, question: Question, months: MonthRange) -> list[Wording]:
    """Return the change of each statistic with a reported figure of the first and of the last year
    of a period, the most important first."""
    ids = [
        identity
        for (identity,) in store.query(
            "SELECT id FROM records WHERE kind = 'statistic' ORDER BY position"
        )
    ]
    store.load_facts(set(ids))
    changes = []
    for identity in ids:
        facts = [each for each in store.facts(identity) if _is_reported(each)]
        first = next((each for each in facts if _is_year(each, months.first // 100)), None)
        last = next((each for each in facts if _is_year(each, months.last // 100)), None)
        if first is None or last is None or first is last:
            continue
        change = change_between_figures(store, question, first, last)[0]
        if change is not NO_CHANGE:
            title = short_title(store, identity)
            words = _CHANGE.format(title=title, change=change)
            for remark in source_remark(store, first, last):
                words = _OF_SOURCES.format(change=words, remark=remark)
            changes.append(words)
    return changes[:_MOST]


def _is_reported(fact: AnswerRow) -> bool:
    return bool(fact.value) and not fact.is_rate and fact.status == "reported"


def _is_year(fact: AnswerRow, year: int) -> bool:
    is_year = fact.last_month - fact.first_month == _YEAR and fact.first_month // 100 == year
    return is_year and fact.rank != "deprecated"
