"""Questions which company grows fastest, and for the growth of each: the growth rates that sources
state of companies (fastest growing company, 哪家增长快, 各公司营收增速)."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.search.computed_change import joined, with_fact
from tui.search.fact_choice import OUTSIDE, period_relation
from tui.search.features import in_fact
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import Store

_ASKS = frozenset(("rate", "person", "list", "what", "meaning", "latest", "now"))
_SAY_NOTHING = words_of(
    "company companies firm firms platform platforms player players which what who whose s the a "
    "is are has have had been was were of in by with for each every all that list growth grow "
    "grows grew grown growing rate rates fast faster fastest rapid rapidly most more highest "
    "higher biggest largest best high quickest quickly increase increased rise rose and compare "
    "comparison slowest slower yoy"
)
_CHINESE_NOTHING = re.compile(
    "公司|企业|平台|厂商|哪一?[家个]|哪些|哪几家|各家?|每一?家|谁家?|年?复合增长率?|增长率?|增速|增幅|涨幅|"
    "增加|同比|最|快|慢|高|低|大|小|更|比较|对比|有|的|是|了|得|在"
)
_RATES = Wording(
    "资料写明增长率的企业{count}家，由高到低；指标或时期可能不同，不宜直接比较：{rates}",
    "companies with a stated growth rate: {count}, highest first; measures or periods may differ, "
    "so they do not make a ranking: {rates}",
)
_ONE = Wording(
    "只有{company}有增长率，无从比较",
    "only {company} has a stated growth rate: nothing to compare",
)
_RATE = Wording("{title}：{answer}", "{title}: {answer}")


def growth_of_companies(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the growth rates that are stated of companies, the highest first, of a measure and a
    time if the question names them; None where it asks for something else, or there is none."""
    months = question.query.months
    if question.asks - _ASKS or any(part.names and not part.measure for part in question.parts):
        return None
    text = question.query.plain
    if text.isascii():
        rest = " ".join(word for word in re.findall(r"\w+", text) if word not in _SAY_NOTHING)
    else:
        rest = _CHINESE_NOTHING.sub(" ", text)
    parts = read_edited_question(store, rest).parts if rest.strip() else ()
    if not all(part.measure for part in parts):
        return None
    rows = store.query(
        "SELECT f.position, a.number, a.base_value FROM answers a JOIN folded f USING (id) "
        "WHERE f.kind = 'player' AND a.form IN ('growth', 'cagr')"
    )
    found = {number: (position, size) for position, number, size in rows}
    records = store.indexed_records(sorted({position for position, _ in found.values()}))
    described = described_records(store, question._replace(parts=parts), {}, records)
    items = {item.described.record.id: item for item in described}
    facts = [
        fact
        for record in records
        for fact in store.facts(record.id)
        if fact.number in found
        and all(in_fact(part, fact) for part in parts)
        and not (months and period_relation(fact, months) == OUTSIDE)
    ]
    if not facts:
        return None
    facts.sort(key=lambda fact: -(found[fact.number][1] or 0.0))
    companies = {fact.id for fact in facts}
    if len(companies) == 1:
        remark = _ONE.format(company=facts[0].title)
    else:
        texts = [_RATE.format(title=fact.title, answer=fact.answer) for fact in facts]
        remark = _RATES.format(count=str(len(companies)), rates=joined(texts))
    ranked = [(with_fact(items[fact.id], fact), Verdict("near")) for fact in facts]
    ranked[0] = ranked[0][0], Verdict("near", (), remark)
    return SeveralAnswers(ranked)
