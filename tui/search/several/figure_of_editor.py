"""A number that no source states but that an editor's calculation gives (3130万, 98.2%), or that a
figure has in another unit (0.219 of CNY 219 million)."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.search.computed_change import change_words
from tui.search.several.figure_of_each import figure_of_each
from tui.search.verdict import quoted
from tui.text.language import Wording, enumeration
from tui.text.period_change import DatedValue, change_between, full_periods

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
_UNIT_POWERS = (0, 4, 8, 12)
"""Powers of ten of the units of figures."""
_SECTIONS = ("statistics", "players")
_MOST_RECORDS, _MOST = 300, 4


class _Figure(NamedTuple):
    """A figure with the editor's notes on it. ``value``: the exact one in its base unit where a
    change can be computed from it, else empty."""

    position: int
    record: str
    fact: str
    first: int
    last: int
    value: str
    unit: str
    note: Wording
    reason: Wording


def figure_of_editor(store: Store, question: Question, typed: str) -> Answers:
    """Return the figures from which an editor calculates a number, with the calculation in the
    remark, or those that are it in another unit; none where there is no such figure."""
    query, words = question.query, quoted((typed.strip(),))
    if not query.power and (found := _in_other_unit(store, question, words)):
        return found
    if not query.power and "." not in query.figure:
        return []
    figures: list[_Figure] = store.memoize("figures of editors", lambda: _figures(store))
    if found := _in_note(store, question, typed.strip(), figures):
        return found
    return _as_change(store, question, words, figures) if query.power == "%" else []


def _figures(store: Store) -> list[_Figure]:
    """Return the figures of the first statistics and companies."""
    found = []
    for section in _SECTIONS:
        records = store.query(
            "SELECT id, position FROM records WHERE section = ? ORDER BY position LIMIT ?",
            (section, _MOST_RECORDS),
        )
        positions = dict(records)
        rows = store.query(
            "SELECT id, fact, first_month, last_month, CASE WHEN form = 'observation' "
            "AND status = 'reported' AND rank <> 'deprecated' AND qualifier IS NULL "
            "AND base_unit <> '%' AND first_month > 0 THEN exact_base_value END, "
            "base_unit, note_zh, note_en, reason_zh, reason_en "
            "FROM answers INDEXED BY answers_by_id "
            f"WHERE id IN ({', '.join('?' * len(positions))}) ORDER BY number",
            tuple(positions),
        )
        found += [
            _Figure(
                *(positions[record], record, fact, first, last, value or "", unit),
                Wording(*texts[:2]),
                Wording(*texts[2:]),
            )
            for record, fact, first, last, value, unit, *texts in rows
        ]
    return sorted(found, key=lambda each: each.position)


def _in_note(store: Store, question: Question, typed: str, figures: list[_Figure]) -> Answers:
    """Return the figure with a note that has a number."""
    number = question.query.figure + question.query.power
    printed = re.compile(rf"(?<![\d.]){re.escape(number)}(?!\d)")
    for each in figures:
        for text in filter(any, (each.note, each.reason)):
            if sentence := _sentence(text, printed):
                remark = _IN_NOTE.format(words=typed, note=sentence)
                return figure_of_each(store, question, {each.position: each.fact}, remark, "near")
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


def _as_change(store: Store, question: Question, words: Wording, figures: list[_Figure]) -> Answers:
    """Return the later of two figures between which a measure changes by a percentage."""
    wanted = Decimal(question.query.figure)
    changes: list[tuple[_Figure, Change]] = store.memoize(
        "changes of figures", lambda: _changes(figures)
    )
    for figure, change in changes:
        if (clause := _with_percent(change, wanted)) is not None:
            facts = {each.fact: each for each in store.facts(figure.record)}
            said = change_words(facts[change.start.key], facts[change.end.key], clause)
            remark = _COMPUTED.format(words=words, change=said)
            return figure_of_each(store, question, {figure.position: figure.fact}, remark, "near")
    return []


def _changes(figures: list[_Figure]) -> list[tuple[_Figure, Change]]:
    """Return the changes between full periods of each measure, each with its later figure."""
    measures: dict[str, dict[str, _Figure]] = {}
    for each in figures:
        if each.value:
            measures.setdefault(each.fact.partition("@")[0], {})[each.fact] = each
    changes = []
    for of_measure in measures.values():
        values = [
            DatedValue(each.first, each.last, Decimal(each.value), each.unit, "", each.fact)
            for each in of_measure.values()
        ]
        for start, end in combinations(full_periods(values), 2):
            if change := change_between(start, end):
                changes.append((of_measure[end.key], change))
    return changes


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
    totals = {float(number.scaleb(power)) for power in _POWERS}
    printed = {number.scaleb(power - unit) for power in _POWERS for unit in _UNIT_POWERS}
    texts = {format(each.normalize(), "f") for each in (*printed, number.scaleb(2))}
    rows = store.query(
        "SELECT r.position, a.fact, a.amount_zh, a.amount_en, a.base_value, a.base_unit "
        "FROM answers a JOIN records r ON r.id = a.id WHERE a.value <> '' "
        f"AND a.value IN ({', '.join('?' * len(texts))}) AND a.rank <> 'deprecated' "
        "ORDER BY r.position, a.number",
        tuple(sorted(texts)),
    )
    facts: dict[int, str] = {}
    amounts: dict[Wording, None] = {}
    for position, fact, zh, en, value, unit in rows:
        is_same = value == float(number.scaleb(2)) if unit == "%" else value in totals
        if is_same and position not in facts and len(facts) < _MOST:
            facts[position] = fact
            amounts[Wording(zh, en)] = None
    if not facts:
        return []
    remark = _OTHER_UNIT.format(words=words, amounts=enumeration(list(amounts)))
    return figure_of_each(store, question, facts, remark, "near")
