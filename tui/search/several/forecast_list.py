"""Questions for all forecasts, of no measure: list of forecasts, forecasts for 2025."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.computed_change import with_fact
from tui.search.several.list_question import described_records
from tui.search.several_answers import FORECASTS, SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import Store

_BESIDE = words_of(
    "what which list of all the a are is there any key main in for this documents document sources "
    "source briefing made given show me do give figures numbers industry and"
)
_REMARK = Wording(
    "{count}项数据有预测，每项为最远一期", "forecasts of {count} measures, the furthest of each"
)
_ALL_TIME = (0, 999912)


def listed_forecasts(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the furthest forecast of each statistic, the most important first, of the period that
    a question names if it names one; None where it asks for those of something."""
    words = set(question.query.words)
    if words.isdisjoint(FORECASTS) or words - FORECASTS - _BESIDE:
        return None
    months = question.query.months
    rows = store.query(
        "SELECT r.position, a.fact FROM answers a JOIN records r ON r.id = a.id "
        "WHERE a.form = 'observation' AND a.status = 'forecast' AND r.kind = 'statistic' "
        "AND coalesce(a.first_month, 0) >= ? AND coalesce(a.last_month, 0) <= ? "
        "ORDER BY r.position, a.last_month",
        (months.first, months.last) if months else _ALL_TIME,
    )
    facts = dict(rows)
    by_position = {each.position: each for each in store.indexed_records(facts)}
    records = [by_position[position] for position in facts]
    ranked = []
    for item in described_records(store, question, {}, records):
        wanted = facts[item.described.record.position]
        of_record = store.facts(item.described.record.id)
        ranked.append(with_fact(item, next(each for each in of_record if each.fact == wanted)))
    if not ranked:
        return None
    first = Verdict("exact", (), _REMARK.format(count=str(len(ranked))))
    verdicts = [first, *[Verdict("exact")] * (len(ranked) - 1)]
    command = ("list", "--status", "forecast")
    return SeveralAnswers(list(zip(ranked, verdicts, strict=True)), command)
