"""Questions whether forecasts were right or agree: are the forecasts accurate, did it come true,
预测准吗. Answered by the disagreements about forecasts."""

from __future__ import annotations

import re

from tui.database.vocabulary import CONCEPT_MARK
from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.features import in_record
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import IndexedRecord, Store

_FORECASTS = r"(?:forecasts?|projections?|predictions?)"
_WAS_RIGHT = re.compile(
    rf"\b{_FORECASTS}\b.*\b(?:right|correct|accurate|reliable|wrong|met|fulfilled|come true"
    r"|came true|valid|outdated|borne out|hold up|held up|overshoot|too high|too low|realistic)\b"
    rf"|^(?:how|the|which|are|were|most) .*\b(?:accurate|reliable|realistic)\b.*{_FORECASTS}\b"
    rf"|^(?:did|has|have) .*\b(?:reach|meet|met|hit|beat|miss|exceed)(?:ed)? .*{_FORECASTS}\b"
    r"|(?:预测|预期).*(?:准|对不对|对吗|对了|应验|实现了|兑现|成真|说中|靠谱|有效|过时|达到了?(?:吗|没))"
    r"|(?:达到|实现|兑现|应验)了?(?:预测|预期)"
    rf"|^(?:are|do|how) .*\b{_FORECASTS}\b.*\b(?:consistent|agree|in line|match|conflict|differ)\b"
    r"|(?:预测|预期).*(?:一致|矛盾|打架|对得上|相符|冲突)|预测.{0,3}[比和与跟].{0,3}实际|实际.{0,3}[比和与跟].{0,3}预测"
    r"|forecasts? (?:vs|versus|against|and) actuals?\b|\bforecast errors?\b"
)
_OTHER_WORDS = words_of(
    "valid outdated agree line consistent conflict differ match forecast actual error errors right "
    "come true 准 有效 之间 矛盾 一致 实际"
)
"""Words of such a question that name no subject."""
_FORECAST = f"{CONCEPT_MARK}forecast"
"""The mark of a text about a forecast, if the thesaurus has the concept."""
_REMARK = Wording("关于预测的分歧{count}条", "disputes about forecasts: {count}")


def outcome_of_forecasts(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the disagreements about forecasts, those first whose titles are about one, of the year
    that a question names if it names one; None where a question asks for something else, such as
    one forecast, or there are none."""
    others = [part for part in question.parts if part.text not in _OTHER_WORDS]
    months = question.query.months
    names_more = question.query.figure or len(others) > 1
    if names_more or not _WAS_RIGHT.search(question.query.plain):
        return None
    rows = store.query(
        "SELECT f.position, max(d.status = 'forecast'), group_concat(d.fact) FROM disagreements d "
        "JOIN folded f ON f.id = d.id GROUP BY f.position ORDER BY f.position"
    )
    of_forecast, facts = {}, {}
    for position, has_forecast, of_sides in rows:
        of_forecast[position], facts[position] = has_forecast, of_sides or ""
    records = [
        record
        for record in store.indexed_records(of_forecast)
        if of_forecast[record.position] or _FORECAST in _marks(record)
    ]
    if months:
        year = str(months.last)[:4]
        records = [it for it in records if year in it.titles or f"@{year}" in facts[it.position]]
    measures = [part for part in others if months or part.measure]
    if not records or not all(any(in_record(it, each) for each in records) for it in measures):
        return None
    records.sort(key=lambda it: _FORECAST not in it.concepts.split())
    ranked = described_records(store, question._replace(parts=()), {}, records)
    remark = _REMARK.format(count=str(len(ranked)))
    answers = [(item._replace(score=1.0), Verdict("near")) for item in ranked]
    answers[0] = answers[0][0], Verdict("near", (), remark)
    return SeveralAnswers(answers, ("disagreements",))


def _marks(record: IndexedRecord) -> list[str]:
    return f"{record.concepts} {record.name_concepts} {record.body_concepts}".split()
