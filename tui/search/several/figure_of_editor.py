"""A number that no source states but that an editor's calculation gives (3130万, 98.2%), or that a
figure has in another unit (0.219 of CNY 219 million)."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.computed_change import change_words
from tui.search.several.figure_of_each import figure_of_each
from tui.search.verdict import quoted
from tui.store.dated_values import dated_values
from tui.text.language import Wording, enumeration
from tui.text.period_change import change_between, full_periods

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.search.verdict import Verdict
    from tui.store import Store
    from tui.text.period_change import Change

    Answers = list[tuple[Ranked, Verdict]]

_IN_NOTE = Wording(
    "没有来源写明“{words}”；编者注：{note}", "no source states “{words}”; editor's note: {note}"
)
_COMPUTED = Wording("没有来源写明{words}；{change}", "no source states {words}; {change}")
_OTHER_UNIT = Wording(
    "{words}没有写明单位；换算单位后相同的数值：{amounts}",
    "{words} has no unit; the same value in another unit: {amounts}",
)
_POWERS = (4, 6, 8, 9, 12)
"""Powers of ten of 万, million, 亿, billion and trillion."""
_MOST_MEASURES, _MOST = 200, 4


def figure_of_editor(store: Store, question: Question, typed: str) -> Answers:
    """Return the figures from which an editor calculates a number, with the calculation in the
    remark, or those that are it in another unit; none where there is no such figure."""
    query, words = question.query, quoted((typed.strip(),))
    if not query.power and (found := _in_other_unit(store, question, words)):
        return found
    may_be_in_note = query.power or "." in query.figure
    if may_be_in_note and (found := _in_note(store, question, typed.strip())):
        return found
    return _as_change(store, question, words) if query.power == "%" else []


def _in_note(store: Store, question: Question, typed: str) -> Answers:
    number = question.query.figure + question.query.power
    rows = store.query(
        "SELECT r.position, a.fact, a.note_zh, a.note_en, a.reason_zh, a.reason_en "
        "FROM answers a JOIN records r ON r.id = a.id "
        "WHERE instr(replace(a.note_zh || a.reason_zh, ',', ''), ?) "
        "OR instr(a.note_en || a.reason_en, ?) ORDER BY r.position",
        (number, number),
    )
    printed = re.compile(rf"(?<![\d.]){re.escape(number)}(?!\d)")
    for position, fact, *texts in rows:
        for zh, en in (texts[:2], texts[2:]):
            if note := _sentence(Wording(zh, en), printed):
                remark = _IN_NOTE.format(words=typed, note=note)
                return figure_of_each(store, question, {position: fact}, remark, "near")
    return []


def _sentence(text: Wording, printed: re.Pattern[str]) -> Wording | None:
    """Return the sentence of a note that has a number, in both languages; the line where their
    sentences do not correspond; None without the number."""
    for chinese, english in zip(text.zh.split("\n"), text.en.split("\n"), strict=False):
        parts = re.split(r"(?<=。)", chinese.strip())
        translated = re.split(r"(?<=\.) ", english.strip())
        parts = [part for part in parts if part]
        for at, part in enumerate(parts):
            is_same = len(parts) == len(translated)
            if printed.search(part.replace(",", "")) or (
                is_same and printed.search(translated[at])
            ):
                found = (part, translated[at]) if is_same else (chinese, english)
                return Wording(*(sentence.rstrip("。.") for sentence in found))
    return None


def _as_change(store: Store, question: Question, words: Wording) -> Answers:
    """Return the two figures between which a measure changes by a percentage."""
    rows = store.query(
        "SELECT r.position, a.id, a.measure FROM answers a JOIN records r ON r.id = a.id "
        "WHERE a.form = 'observation' AND a.first_month > 0 "
        "GROUP BY a.measure HAVING count(*) > 1 ORDER BY r.position LIMIT ?",
        (_MOST_MEASURES,),
    )
    figure = Decimal(question.query.figure)
    for position, record, measure in list(rows):
        for start, end in combinations(full_periods(dated_values(store, measure)), 2):
            change = change_between(start, end)
            if change is None or (clause := _with_percent(change, figure)) is None:
                continue
            facts = {each.fact: each for each in store.facts(record)}
            said = change_words(facts[start.key], facts[end.key], clause)
            remark = _COMPUTED.format(words=words, change=said)
            return figure_of_each(store, question, {position: end.key}, remark, "near")
    return []


def _with_percent(change: Change, figure: Decimal) -> Wording | None:
    """Return a change in words, in all or a year, that has a percentage when rounded like it."""
    if _rounds_to(change.percent, figure):
        return change.words
    yearly = change.yearly_percent
    return change.yearly if yearly is not None and _rounds_to(yearly, figure) else None


def _rounds_to(percent: Decimal, figure: Decimal) -> bool:
    return bool(figure) and abs(percent).quantize(Decimal(1).scaleb(_exponent(figure))) == figure


def _exponent(figure: Decimal) -> int:
    return int(figure.as_tuple().exponent)


def _in_other_unit(store: Store, question: Question, words: Wording) -> Answers:
    """Return the figures that are a number of ten thousand, million, 亿, billion or trillion, or
    that are it as a percentage."""
    number = Decimal(question.query.figure)
    if not number:
        return []
    values = [float(number.scaleb(power)) for power in _POWERS]
    rows = store.query(
        f"SELECT r.position, a.fact, a.amount_zh, a.amount_en "
        "FROM answers a JOIN records r ON r.id = a.id WHERE a.value <> '' "
        f"AND (a.base_value IN ({', '.join('?' * len(values))}) AND a.base_unit <> '%' "
        "OR a.base_value = ? AND a.base_unit = '%') "
        "AND a.rank <> 'deprecated' ORDER BY r.position DESC, a.number DESC",
        (*values, float(number.scaleb(2))),
    )
    found = {position: (fact, Wording(*amount)) for position, fact, *amount in rows}
    shown = dict(list(reversed(found.items()))[:_MOST])
    if not shown:
        return []
    amounts = enumeration(list(dict.fromkeys(amount for _, amount in shown.values())))
    remark = _OTHER_UNIT.format(words=words, amounts=amounts)
    facts = {position: fact for position, (fact, _) in shown.items()}
    return figure_of_each(store, question, facts, remark, "near")
