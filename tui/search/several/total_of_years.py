"""Questions for a total over several years, which no source states: total financing 2021–2023."""

from __future__ import annotations

from decimal import Decimal

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.search.computed_change import missing_years, with_fact
from tui.search.measure_name import NAMED, measure_name
from tui.search.period_remarks import period_words
from tui.search.several.period_comparison import compared_periods
from tui.search.several.two_times import two_times
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import LANGUAGES, Wording, one_a_line
from tui.text.number_format import format_quantity
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import AnswerRow, Store

_WORDS = words_of("total totals altogether cumulative combined sum")
_CHINESE_WORDS = ("一共", "总共", "合计", "累计", "总计", "共计", "总额", "加起来")
_COMPARING = words_of(
    "vs versus compare compared comparing comparison difference change changes changed growth than "
    "grow grew fall fell rise rose"
)
_CHINESE_COMPARING = ("比", "变化", "增", "降", "减少", "下滑", "分别", "各", "涨", "跌")
_NO_TOTAL = Wording("资料没有{first}至{last}的合计", "no total for {first} to {last} is given")
_SUM = Wording(
    "{first}至{last}各年之和：{sum}（编者计算）",
    "sum of the years {first} to {last}: {sum} (editor's calculation)",
)
_ADDED = ("元", "deal")
"""Ends of units of amounts and of numbers of deals, which are added up; not users of each year."""
_YEAR = 11
"""Months between the first and the last of a year."""


def asks_for_total(question: Question) -> bool:
    """Return whether a question asks for a total and compares nothing."""
    query = question.query
    if "rate" in question.asks or "share" in question.asks:
        return False
    if query.text.isascii():
        return not _WORDS.isdisjoint(query.words) and _COMPARING.isdisjoint(query.words)
    is_total = any(map(query.text.__contains__, _CHINESE_WORDS))
    return is_total and not any(map(query.text.__contains__, _CHINESE_COMPARING))


def total_of_years(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the figures of a measure in the years from one to another, newest first, with the
    remark that no total is given, and their sum if they are amounts or numbers of deals of every
    year; None where a question has no such years or there is no such figure."""
    times = two_times(question.query.text, asks_rate=False)
    asked = read_edited_question(store, _without_total(question.query.text))
    found = compared_periods(store, asked) if times else None
    if times is None or found is None:
        return None
    item = found.ranked[0][0]
    first = item.described.chosen.fact
    if first.is_rate or not first.value:
        return None
    facts = _facts_between(store, first, times.earlier.first, times.later.last)
    names = {"first": period_words(times.earlier), "last": period_words(times.later)}
    years = range(times.earlier.first // 100, times.later.last // 100 + 1)
    name = measure_name(store, first)
    answers = [NAMED.format(name=name, words=_NO_TOTAL.format(**names))]
    if (total := _sum_of(facts, years)) is not None:
        words = Wording(*(format_quantity(total, first.unit, each) for each in LANGUAGES))
        answers.append(_SUM.format(**names, sum=words))
    answers += [each.answer for each in facts] + missing_years(facts, years)
    shown = [(with_fact(item, each), Verdict("exact")) for each in reversed(facts)]
    shown[0] = shown[0][0], Verdict("other_measure", (), one_a_line(answers))
    return SeveralAnswers(shown, found.command)


def _without_total(text: str) -> str:
    """Return a text without the words that ask for a total."""
    if text.isascii():
        return " ".join(word for word in text.split() if word not in _WORDS).removesuffix(" in")
    for word in _CHINESE_WORDS:
        text = text.replace(word, "")
    return text


def _facts_between(store: Store, figure: AnswerRow, start: int, end: int) -> list[AnswerRow]:
    """Return the figures of the measure and status of a figure between two months, oldest first,
    without those of a part of another's period."""
    measure = figure.fact.partition("@")[0]
    facts = {
        (each.first_month, each.last_month): each
        for each in reversed(store.facts(figure.id))
        if each.fact.partition("@")[0] == measure
        and each.value
        and not each.is_rate
        and each.status == figure.status
        and each.rank != "deprecated"
        and start <= each.first_month <= each.last_month <= end
    }
    return [
        fact
        for span, fact in sorted(facts.items())
        if not any(each[0] <= span[0] and span[1] <= each[1] for each in facts if each != span)
    ]


def _sum_of(facts: list[AnswerRow], years: range) -> Decimal | None:
    """Return the sum of the figures of the years; None if a full year is missing or such figures
    are not added up."""
    covered = [each.first_month // 100 for each in facts]
    are_whole = all(each.last_month - each.first_month == _YEAR for each in facts)
    units = {each.unit for each in facts}
    if covered != list(years) or not are_whole or len(units) > 1:
        return None
    if not facts[0].unit.endswith(_ADDED):
        return None
    return sum((Decimal(each.value) for each in facts), Decimal(0))
