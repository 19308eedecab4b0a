"""A figure of a company where a question names one of the things that it offers."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.features import IN_TITLE, in_fact, in_text
from tui.search.verdict import Verdict, quoted
from tui.text.fold import fold
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.record_features import DescribedRecord
    from tui.store import AnswerRow, Store

_OF_COMPANY = Wording(
    "以下是{company}的数字，不是{words}单独的",
    "this figure is of {company}, not of {words} alone",
)


def judge_offering(store: Store, question: Question, described: DescribedRecord) -> Verdict | None:
    """Return the verdict on the figure of a company that does not say that it is of the offering
    that the question names (users of AI Doctor), or an amount of money that is not of what an
    offering is about (revenue from consultations); None for others."""
    record, fact = described.record, described.chosen.fact
    is_amount = fact.form == "observation" and fact.unit.endswith("元")
    for part in question.parts:
        is_part = is_amount and part.concepts and not part.measure
        if not (part.names or is_part) or in_text(part, record) == IN_TITLE or in_fact(part, fact):
            continue
        offerings = [
            each
            for each in store.facts(record.id)
            if each.form == "offering" and _is_about(part, each)
        ]
        if offerings and not any(_is_of(each, fact) for each in offerings):
            remark = _OF_COMPANY.format(words=quoted((part.text,)), company=fact.title)
            return Verdict("near", (part.text,), remark)
    return None


def _is_about(part: Part, offering: AnswerRow) -> bool:
    """Return whether the names of an offering have a part, or it is one of its concepts."""
    if part.names:
        return part.text in offering.words.partition("\n")[0]
    return in_fact(part, offering) > 0


def _is_of(offering: AnswerRow, fact: AnswerRow) -> bool:
    """Return whether the names of a figure have that of an offering (SKUs of the pharmacy)."""
    names = (offering.answer.zh.partition("：")[0], offering.answer.en.partition(": ")[0])
    return any(fold(name) in fact.words for name in names)
