"""Questions for a growth rate of a time that do not say of what: growth rate 2016-2020."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.period_parser import extract_one
from tui.search.computed_change import joined, with_fact
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import Store

_RATES = Wording("这一时段的增长率：{rates}", "growth rates stated for this period: {rates}")
_RATE = Wording("{title}：{answer}", "{title}: {answer}")
_MOST = 5


def rates_of_period(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the rates of growth of exactly the time that a question names, those of the industry
    before those of companies; None where no source states one."""
    first, rest, _ = extract_one(question.query.text)
    last, _, _ = extract_one(rest)
    if first is None:
        return None
    months = min(first, last or first).first, max(first, last or first).last
    rows = store.query(
        "SELECT r.position, a.fact FROM answers a JOIN records r ON r.id = a.id "
        "WHERE a.form IN ('cagr', 'growth') AND a.first_month = ? AND a.last_month = ? "
        "ORDER BY r.kind <> 'statistic', r.position LIMIT ?",
        (*months, _MOST),
    )
    facts = dict(rows)
    if not facts:
        return None
    by_position = {each.position: each for each in store.indexed_records(facts)}
    records = [by_position[position] for position in facts]
    ranked = []
    for item in described_records(store, question, {}, records):
        of_record = store.facts(item.described.record.id)
        wanted = facts[item.described.record.position]
        ranked.append(with_fact(item, next(each for each in of_record if each.fact == wanted)))
    said = [item.described.chosen.fact for item in ranked]
    texts = [_RATE.format(title=fact.title, answer=fact.answer) for fact in said]
    if len(ranked) == 1:
        return SeveralAnswers([(ranked[0], Verdict("exact"))])
    first_verdict = Verdict("near", (), _RATES.format(rates=joined(texts)))
    verdicts = [first_verdict, *[Verdict("near")] * (len(ranked) - 1)]
    return SeveralAnswers(list(zip(ranked, verdicts, strict=True)))
