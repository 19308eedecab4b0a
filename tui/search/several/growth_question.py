"""Questions about the course of a figure over the years: in which year it grew fastest, whether it
still grows, or doubled."""

from __future__ import annotations

import re
from itertools import pairwise

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.period_parser import extract_period
from tui.question.reader import read_edited_question
from tui.search.candidate_records import find_candidates
from tui.search.computed_change import (
    change_of_range,
    change_words,
    stated_changes,
    with_fact,
)
from tui.search.known_matches import known_matches
from tui.search.period_remarks import fact_period_words
from tui.search.ranking import rank
from tui.search.several.period_comparison import figures_between
from tui.search.several.two_times import main_statistic
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.search.yes_no_form import names_companies
from tui.store.dated_values import dated_values
from tui.text.language import Wording, one_a_line
from tui.text.period_change import full_periods, newest_change

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.store import AnswerRow, Store
    from tui.text.period_change import DatedValue

_GROWTH = "增长率|增速|增长|增幅|涨幅|增加|上升|上涨|涨|扩大|下降|下滑|减少|跌"
_STILL = re.compile(
    f"(还|仍|仍然|还会|还是)?(在|继续|持续)(高速|快速)?({_GROWTH})(了)?(吗|么|嘛|没有|不)?$"
)
_STILL_ENGLISH = re.compile(
    r"^(?:is|are|does|do) (?:the )?(?P<rest>.+?) (?:still|keep|keeps|continuing to|continues? to) "
    r"(?:grow|ris|increas|expand|fall|declin|shrink)(?:e|ing)?$"
)
_MULTIPLE = re.compile(
    r"\b(?:(?:doubl|tripl|quadrupl|halv)(?:es?|ed|ing)|twofold|threefold|tenfold)\b"
    r"|成倍(?:增长)?了?|翻了?一?[倍番]了?|翻了?几[倍番]"
)
_YEAR = "(一年|年份|年度|哪年|哪一年|哪个年份)"
_FASTEST = re.compile(f"({_GROWTH})最(快|高|大|猛)|最(快|高|大)")
_SLOWEST = re.compile(f"({_GROWTH})最(慢|低|小)|最(慢|低|小)")
_SUBJECTS = (
    *("互联网医疗", "行业", "市场", "规模", "产业"),
    *("internet healthcare", "industry", "market", "sector"),
)
_COMPARED = 5
_FASTEST_YEAR = Wording(
    "有相邻年份可比的{count}年中，{which}是{year}年：{change}",
    "of the {count} years that can be compared with the year before, {which} is {year}: {change}",
)
_FAST, _SLOW = Wording("增长最快的", "the fastest"), Wording("增长最慢的", "the slowest")
_NOT_YEARLY = Wording(
    "没有逐年的增速，无法比较各年快慢", "no yearly growth is known, so years cannot be compared"
)
_NEWEST = Wording("最新的实际值是{period}的", "the newest figure is that of {period}")
_NO_LATER = Wording("此后没有实际数据", "no later figure is known")


def growth_over_years(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the figures that show in which year a measure grew fastest or slowest, or whether it
    still grows or has doubled, with its change in the remark; None for other questions."""
    if names_companies(question):
        from tui.search.several.company_growth import growth_of_companies

        if found := growth_of_companies(store, question):
            return found
    text = question.query.text.rstrip("?？ ")
    slow, fast = _SLOWEST.search(text), _FASTEST.search(text)
    is_year = re.search(_YEAR, text) and re.search(_GROWTH, text) and (slow or fast)
    english = _STILL_ENGLISH.search(text)
    still = english or _STILL.search(text)
    multiple = not (is_year or still) and _MULTIPLE.search(text)
    months = question.query.months
    if not (is_year or still or multiple) or (months and not (multiple and months.is_open)):
        return None
    rest = _STILL.sub("", text) if still else re.sub(_YEAR, " ", text)
    for pattern in (
        _SLOWEST,
        _FASTEST,
        _MULTIPLE,
        re.compile(_GROWTH),
        re.compile("[的是在了]|还|仍"),
    ):
        rest = pattern.sub(" ", rest)
    if multiple and not any(map(str.isalnum, rest)):
        return None
    rest = extract_period(rest)[1] if months else rest
    item = _statistic(store, english["rest"] if english else rest)
    if item is None:
        return None
    facts = _figures(store, item)
    if months:
        facts = [
            it for it in facts if months.first <= it.first_month <= it.last_month <= months.last
        ]
    if len(facts) < 2:
        return None
    if multiple and len(full := _full_periods(store, facts)) > 1:
        return figures_between(store, question, *(with_fact(item, it) for it in full))
    if multiple:
        clauses, shown = _stated(store, facts)
    elif still:
        clauses, shown = _trend(store, facts)
    else:
        clauses, shown = _extreme(store, facts, slowest=bool(slow))
    verdicts = [Verdict("near", (), one_a_line(clauses)), *[Verdict("near")] * (len(shown) - 1)]
    ranked = [with_fact(item, each) for each in shown]
    return SeveralAnswers(
        list(zip(ranked, verdicts, strict=True)), ("show", item.described.record.id)
    )


def _statistic(store: Store, rest: str) -> Ranked | None:
    """Return the statistic that the rest of a question names; where it names only what the briefing
    is about, the most important one."""
    words = rest
    for subject in _SUBJECTS:
        words = words.replace(subject, " ")
    if words.strip():
        read = read_edited_question(store, rest)
    else:
        read = read_edited_question(store, main_statistic(store))
    known = known_matches(store, read)
    candidates = find_candidates(store, read, known)
    for item in rank(store, read, candidates, _COMPARED, known=known)[:1]:
        if item.described.record.kind == "statistic" and all(item.described.found):
            return item
    return None


def _figures(store: Store, item: Ranked) -> list[AnswerRow]:
    fact = item.described.chosen.fact
    measure = fact.fact.partition("@")[0].partition("#")[0]
    facts = [each for each in store.facts(fact.id) if each.fact.partition("@")[0] == measure]
    facts = [each for each in facts if each.period and not each.is_rate]
    facts = [each for each in facts if each.rank != "deprecated" and each.status != "forecast"]
    return sorted(facts, key=lambda each: each.last_month)


def _full_periods(store: Store, facts: list[AnswerRow]) -> list[AnswerRow]:
    """Return the first and the last figure of periods of one length."""
    by_fact = {each.fact: each for each in facts}
    full = _dated(store, by_fact)
    return [by_fact[each.key] for each in (full[0], full[-1])] if len(full) > 1 else []


def _dated(store: Store, by_fact: dict[str, AnswerRow]) -> list[DatedValue]:
    """Return the values of periods of one length among figures of one measure."""
    measure = next(iter(by_fact)).partition("@")[0]
    return full_periods([each for each in dated_values(store, measure) if each.key in by_fact])


def _trend(store: Store, facts: list[AnswerRow]) -> tuple[list[Wording], list[AnswerRow]]:
    found = change_of_range(store, facts, whole=False)
    clauses, shown = found or _stated(store, facts)
    return [*clauses, _NO_LATER], shown


def _stated(store: Store, facts: list[AnswerRow]) -> tuple[list[Wording], list[AnswerRow]]:
    """Return the changes that sources state, with the newest figures, where none is computed."""
    clauses, _ = stated_changes(store, facts[0], facts[-1])
    newest = _NEWEST.format(period=fact_period_words(facts[-1]))
    return [newest, *clauses], facts[::-1]


def _extreme(
    store: Store, facts: list[AnswerRow], *, slowest: bool
) -> tuple[list[Wording], list[AnswerRow]]:
    """Return the year with the greatest or least change from the year before, or that years cannot
    be compared, with the change over the whole time."""
    by_fact = {each.fact: each for each in facts}
    yearly = []
    for start, end in pairwise(_dated(store, by_fact)):
        first, last = by_fact[start.key], by_fact[end.key]
        change = newest_change([start, end], whole=True)
        if change and last.last_month - first.last_month == 100 and start.value:
            yearly.append((end.value / start.value, first, last, change.words))
    if len(yearly) > 1:
        _, first, last, words = (min if slowest else max)(yearly, key=lambda each: each[0])
        remark = _FASTEST_YEAR.format(
            count=str(len(yearly)),
            which=_SLOW if slowest else _FAST,
            year=str(last.last_month // 100),
            change=change_words(first, last, words),
        )
        return [remark], [last, first]
    clauses, shown = change_of_range(store, facts) or _stated(store, facts)
    return [_NOT_YEARLY, *clauses], shown
