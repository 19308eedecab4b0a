"""Questions when a measure reached a value (when did the market pass 300 billion,
用户何时超过3.6亿) and for its earliest figure (最早的用户数): the first figure that has it, and
what is known before."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.search.candidate_records import find_candidates
from tui.search.computed_change import missing_years, with_fact
from tui.search.known_matches import known_matches
from tui.search.measure_name import NAMED, measure_name
from tui.search.period_remarks import fact_period_words
from tui.search.ranking import rank
from tui.search.several.two_times import main_statistic
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict, judge
from tui.text.language import Wording, one_a_line
from tui.text.units import UNITS, base_unit

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.store import AnswerRow, Store

_POWERS = {"": 0, "万": 4, "亿": 8, "万亿": 12, "million": 6, "billion": 9, "trillion": 12}
_POWERS |= {"m": 6, "mn": 6, "bn": 9, "b": 9, "tn": 12}
_VALUE = re.compile(
    r"(?:cny|rmb|yuan|¥)? ?(?P<number>\d+(?:\.\d+)?) ?"
    r"(?P<power>万亿|亿|万|(?:m|b|tr)illion|mn|bn|tn|[mb]\b)?"
    r" ?(?:元|人|家|起|yuan|rmb|cny|people)?"
)
_COUNTED = ("人", "家", "起", "people")
_CHINESE_NUMBER = re.compile(r"[一二两三四五六七八九十百千]+(?=[万亿])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WHEN = re.compile(
    r"是?在?(?:什么时候|啥时候|何时|几时|哪一?年份?|哪个年份|哪个月)"
    r"|\b(?:in )?(?:when|(?:what|which) (?:year|month))\b"
    r"(?: (?:did|will|was|were|has|had|have|is|does))?"
)
_REACHED = re.compile(
    r"(?:首次|第一次|首度|最早|才|就|能|会|将)*"
    r"(?:突破|超过|超出|达到|跨过|迈过|越过|站上|冲上|冲破|涨到|升到|增至|超|破|达|过|到)了?"
    r"|\b(?:first |ever )*(?:(?:pass|exceed|reach|surpass|cross|top)(?:ed|es|s)?|hits?|breaks?|"
    r"(?:go|goes|went|gone|get|got|rise|rose|climb|climbed|grow|grew) (?:over|above|past|to)|"
    r"broke|over|above)\b(?: (?:the|through))?"
)
_EARLIEST = re.compile(
    r"最早的?|最先的?|\b(?:earliest|oldest)(?: (?:known|available|recorded|reported|stated))?\b"
)
_FIGURES = re.compile(
    r"(?:的)?(?:数据|数字|数值|记录)(?=$|是)"
    r"|\b(?:figures?|data|numbers?|statistics?)\b(?: (?:for|of|on))?"
)
_SAYS_NOTHING = re.compile(
    r"是(?=$)|是多少$|有多少$|是什么$|[的在了]|\b(?:what|is|was|the|a|an|of|mark|in|china|how|many|were|there)\b"
)
_ENDS = ("数", "规模", "额", "量", "率", "占比", "比例", " size", " amount", " count", " share")
"""Ends of names of measures; a question for the earliest of something else is for an event."""
_SUBJECTS = ("", "行业", "市场", "产业", "industry", "market", "sector", "it")
_COMPARED = 3
"""Records among which the first figure is taken: a gap may be more like the question."""
_LEAST_VALUE = 1000
"""Numbers from which on one without a power of ten is a value."""
_BEFORE = 2
"""Figures before it that are shown."""
_FIRST = Wording(
    "有数据的时期中，最先达到{value}的是{period}",
    "of the periods with a figure, the first at or above {value} is {period}",
)
_NOT_REACHED = Wording(
    "没有达到{value}的实际数据，最新的是{period}的",
    "no actual figure is at or above {value}; the latest is that of {period}",
)
_FORECAST = Wording(
    "预测最先达到{value}的是{period}", "the first forecast at or above {value} is for {period}"
)
_MAY_BE_IN = Wording(
    "{missing}，可能那时已经达到", "{missing}, when it may have been reached already"
)
_NONE_BEFORE = Wording(
    "此前没有数据，可能更早已经达到", "no earlier figure, so it may have been reached before"
)
_FIRST_OF_ALL = Wording("最早的数据为{answer}", "the earliest figure is {answer}")


def first_figure(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the first figure of a measure, or the first that is at or above a value, with those
    before it; None for a question that asks for something else."""
    text = question.query.text.strip(" ?？")
    if question.query.months:
        return None
    if when := _WHEN.search(text):
        return _reached(store, text, when)
    if not _EARLIEST.search(text):
        return None
    rest = _EARLIEST.sub(" ", text)
    asked = _FIGURES.sub(" ", rest)
    item = _measure(store, _SAYS_NOTHING.sub(" ", asked))
    if item is None:
        return None
    if not (asked != rest or _SAYS_NOTHING.sub("", asked).strip().endswith(_ENDS)):
        return None
    facts = [each for each in _figures(store, item) if each.status != "forecast"]
    if not facts:
        return None
    first = facts[0]
    words = _FIRST_OF_ALL.format(answer=first.answer)
    return _answers(store, item, [first], [words])


def _reached(store: Store, text: str, when: re.Match[str]) -> SeveralAnswers | None:
    rest = f"{text[: when.start()]} {text[when.end() :]}"
    if (number := _CHINESE_NUMBER.search(rest)) and not any(map(str.isdigit, rest)):
        from tui.text.number_parser import parse_chinese_number

        digits = parse_chinese_number(number.group())
        rest = f"{rest[: number.start()]}{digits}{rest[number.end() :]}"
    found = next((each for each in _VALUE.finditer(rest) if _may_be_value(each)), None)
    if found is None:
        return None
    rest = f"{rest[: found.start()]} {rest[found.end() :]}"
    if not _REACHED.search(rest):
        return None
    rest = _SAYS_NOTHING.sub(" ", _REACHED.sub(" ", rest)).strip()
    is_main = rest in _SUBJECTS and not found.group().rstrip().endswith(_COUNTED)
    item = _measure(store, main_statistic(store) if is_main else rest)
    if item is None:
        return None
    wanted = Decimal(found["number"]).scaleb(_POWERS[found["power"] or ""])
    facts = _figures(store, item)
    actual = [each for each in facts if each.status != "forecast"]
    typed = found.group().strip()
    value = Wording(typed, typed)
    at = next((at for at, each in enumerate(actual) if _value(each) >= wanted), None)
    if at is not None:
        shown = actual[max(0, at - _BEFORE) : at + 1]
        answers = [_FIRST.format(value=value, period=fact_period_words(shown[-1]))]
        answers += [each.answer for each in shown]
        missing = missing_years(shown[-2:]) if at else []
        answers += [_MAY_BE_IN.format(missing=each) for each in missing]
        answers += [] if at else [_NONE_BEFORE]
        return _answers(store, item, shown[::-1], answers)
    answers = [
        _NOT_REACHED.format(value=value, period=fact_period_words(each)) for each in actual[-1:]
    ]
    forecasts = [each for each in facts if each.status == "forecast" and _value(each) >= wanted]
    if forecasts:
        answers.append(_FORECAST.format(value=value, period=fact_period_words(forecasts[0])))
    shown = [*forecasts[:1], *actual[:-4:-1]]
    answers += [each.answer for each in shown]
    return _answers(store, item, shown, answers) if shown else None


def _may_be_value(value: re.Match[str]) -> bool:
    """Return whether a number may be a value of a measure: not a year, an age or a day."""
    if value["power"]:
        return True
    is_year = _YEAR.fullmatch(value.group().strip())
    return not is_year and Decimal(value["number"]) >= _LEAST_VALUE


def _answers(
    store: Store, item: Ranked, shown: list[AnswerRow], answers: list[Wording]
) -> SeveralAnswers:
    answers[0] = NAMED.format(name=measure_name(store, shown[0]), words=answers[0])
    found = [(with_fact(item, each), Verdict("exact")) for each in shown]
    found[0] = found[0][0], Verdict("exact", (), one_a_line(answers))
    return SeveralAnswers(found, ("show", item.described.record.id))


def _measure(store: Store, rest: str) -> Ranked | None:
    """Return the record with a figure that the rest of a question names; None where there is
    none that is exactly that."""
    read = read_edited_question(store, " ".join(rest.split()))
    if not read.parts or read.only_asks:
        return None
    read = read._replace(asks=frozenset(), qualifiers=())
    known = known_matches(store, read)
    candidates = find_candidates(store, read, known)
    for item in rank(store, read, candidates, _COMPARED, known=known):
        fact = item.described.chosen.fact
        is_exact = judge(read, candidates.weights, item.described).match == "exact"
        kind = item.described.record.kind
        is_measure = kind == "statistic" or (kind == "player" and len(read.parts) > 1)
        if is_exact and fact.value and is_measure:
            return item
    return None


def _figures(store: Store, item: Ranked) -> list[AnswerRow]:
    """Return the figures of the measure of an answer, oldest first; of several of one period the
    one that is preferred."""
    chosen = item.described.chosen.fact
    measure = chosen.fact.partition("@")[0].partition("#")[0]
    facts = [
        each
        for each in store.facts(chosen.id)
        if each.fact.partition("@")[0] == measure
        and each.form == "observation"
        and each.value
        and each.first_month
        and each.rank != "deprecated"
    ]
    if facts and base_unit(facts[0].unit) == "%":
        return []
    by_period = {(each.last_month, each.status == "forecast"): each for each in reversed(facts)}
    return [each for _, each in sorted(by_period.items(), key=lambda pair: pair[0])]


def _value(fact: AnswerRow) -> Decimal:
    return Decimal(fact.value).scaleb(UNITS[fact.unit].scale)
