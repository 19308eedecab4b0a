"""Questions that set a forecast beside the actual value: is 309.9 billion a forecast or actual,
2022年预测比实际高多少. Answered by the status of the figure, or by their dispute and difference."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.computed_change import with_fact
from tui.search.features import in_record
from tui.search.several.figures_apart import (
    AnswerValue,
    difference_of,
    disagreement_with_remark,
    figures,
    numbers_in,
)
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.store import Store

_ACTUAL = re.compile(r"实际|真实|已公布|已发生|\b(?:actuals?|actually|reported|realized)\b")
_COMPARES = re.compile(
    r"[比和与跟差高低]|\b(?:vs|versus|against|than|and|differ\w*|compared?|exceed\w*|above|below)\b"
)
_UNIT = re.compile(r" ?(?:万亿|[亿万%]|[bmtr]+illion)")
_LEAST_DIGITS = 3
"""Digits of a number that is looked for without a unit."""
_STATUS = {
    "reported": Wording("是已公布的数值，不是预测", "reported, not a forecast"),
    "estimate": Wording("是估计或推算，不是预测", "an estimate, not a forecast"),
    "forecast": Wording("是预测，不是已公布的数值", "a forecast, not a reported value"),
}


def forecast_or_actual(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the figure whose status a question asks for, before the one of the other status for
    its period; for a question that names a period and no figure, the dispute of the forecast and
    the reported value with their difference. None for another question."""
    text = question.query.text
    if not _ACTUAL.search(text):
        return None
    numbers = numbers_in(text)
    if len(numbers) == 1:
        return _status_of(store, question, _with_unit(numbers[0], text.replace(",", "")))
    months = question.query.months
    if numbers or not months or not _COMPARES.search(text):
        return None
    for forecast, reported in _pairs(figures(store)):
        if not _is_of_measure(store, question, reported):
            continue
        rows = store.query(
            "SELECT d.id, f.position FROM disagreements d JOIN folded f ON f.id = d.id "
            "JOIN answers a ON a.fact = ?1 WHERE a.first_month >= ?3 AND a.last_month <= ?4 "
            "GROUP BY d.id HAVING max(d.fact = ?1) + "
            "max(d.fact = ?2 OR d.id IN (SELECT id FROM disputed_figures WHERE fact = ?2)) = 2 "
            "ORDER BY count(*), f.position LIMIT 1",
            (reported.fact, forecast.fact, months.first, months.last),
        )
        for record, _ in rows:
            remark = difference_of(store, forecast, reported)
            return disagreement_with_remark(store, question, record, remark)
    return None


def _with_unit(number: str, text: str) -> str:
    """Return a number with the unit after it in a text; nothing for a short one without a unit."""
    unit = _UNIT.match(text, text.index(number) + len(number))
    if unit is None:
        return number if len(number) >= _LEAST_DIGITS else ""
    return f"{number}{unit.group()}"


def _is_of_measure(store: Store, question: Question, figure: AnswerValue) -> bool:
    """Return whether the record of a figure has each measure and name of a question."""
    rows = store.query("SELECT position FROM folded WHERE id = ? LIMIT 1", (figure.record,))
    (record,) = store.indexed_records([position for (position,) in rows])
    named = [part for part in question.parts if part.measure or part.names]
    return all(in_record(part, record) for part in named)


def _status_of(store: Store, question: Question, number: str) -> SeveralAnswers | None:
    """Return the figure that a number is, with its status, and that of the other status."""
    if not number:
        return None
    known = figures(store)
    shown = next((each for each in known if each.has(number)), None)
    if shown is None:
        return None
    others = [
        other for pair in _pairs(known) if shown in pair for other in pair if other is not shown
    ]
    remark = one_a_line([_STATUS[shown.status], *(each.answer for each in others)])
    items = [_item(store, question, each) for each in (shown, *others)]
    answers = [(item, Verdict("exact")) for item in items]
    answers[0] = items[0], Verdict("exact", (), remark)
    return SeveralAnswers(answers, ("show", shown.record))


def _pairs(known: list[AnswerValue]) -> list[tuple[AnswerValue, AnswerValue]]:
    """Return the forecasts, each with the reported figure of its measure, period and unit."""
    return [
        (forecast, reported)
        for forecast in known
        if forecast.status == "forecast"
        for reported in known
        if reported.status == "reported"
        and (reported.record, reported.measure) == (forecast.record, forecast.measure)
        and (reported.period, reported.unit) == (forecast.period, forecast.unit)
    ]


def _item(store: Store, question: Question, figure: AnswerValue) -> Ranked:
    rows = store.query("SELECT position FROM folded WHERE id = ? LIMIT 1", (figure.record,))
    asked = question._replace(parts=(), asks=frozenset())
    records = store.indexed_records([position for (position,) in rows])
    (item,) = described_records(store, asked, {}, records)
    (fact,) = (each for each in store.facts(figure.record) if each.fact == figure.fact)
    return with_fact(item, fact)._replace(score=1.0)
