"""What a company does: its main businesses where its profile names several, else the company as a
whole instead of one thing that it offers."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.search.briefing_subject import is_about_briefing
from tui.search.company_attribute import as_whole, means
from tui.search.computed_change import with_fact
from tui.search.features import in_fact
from tui.search.verdict import Verdict
from tui.text.language import Wording, enumeration

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.store import AnswerRow, Store

_WORDS = ("主营业务", "main business")
_ASKS = frozenset(("activity", "what", "list", "meaning"))
_LIST = Wording("主营业务{count}项：{names}", "{count} main businesses: {names}")
_NOT_STATED = Wording(
    "资料没有列明主营业务，以下是企业概况",
    "the main businesses are not stated as such; showing the company",
)


def with_businesses(
    store: Store, question: Question, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers of which the first is a company, for a question what it does in the industry
    with the company as a whole first, for its main businesses with these before it. As they are
    where a question asks for something else."""
    if not question.asks <= _ASKS or question.qualifiers or question.query.months:
        return best
    item = best[0][0]
    record = item.described.record
    others = [each for each in question.parts if record.position not in each.names]
    if not others or len(others) == len(question.parts):
        return best
    rest = [each for each in others if not is_about_briefing(store, each)]
    whole = as_whole(store, item)
    if not rest and "activity" in question.asks:
        return [(whole, Verdict("exact")), *best[1:]]
    if not rest or not all(means(store, each, _WORDS) for each in rest):
        return best
    businesses = _businesses(store, record.id)
    if len(businesses) < 2:
        return [(whole, Verdict("other_measure", (), _NOT_STATED)), *best[1:]]
    names = enumeration([_name(each) for each in businesses])
    remark = _LIST.format(count=str(len(businesses)), names=names)
    shown = [(with_fact(item, each), Verdict("exact")) for each in businesses]
    shown[0] = shown[0][0], Verdict("exact", (), remark)
    return [*shown, (whole, Verdict("exact")), *best[1:]]


def _businesses(store: Store, company: str) -> list[AnswerRow]:
    """Return what a company offers of which a document says that it is one of its main
    businesses."""
    parts = [part for word in _WORDS for part in read_edited_question(store, word).parts]
    offerings = [each for each in store.facts(company) if each.form == "offering"]
    return [each for each in offerings if any(in_fact(part, each) for part in parts)]


def _name(offering: AnswerRow) -> Wording:
    answer = offering.answer
    return Wording(answer.zh.partition("：")[0], answer.en.partition(": ")[0])
