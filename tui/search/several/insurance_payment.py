"""Whether a region pays for online care by insurance, and since when insurance does: 上海能报销吗,
does Shanghai reimburse online visits, when did insurance payment start."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import make_part, read_question
from tui.search.briefing_subject import is_about_briefing
from tui.search.list_topics import topics_of
from tui.search.several.list_question import list_of
from tui.search.several.list_remark import records_words
from tui.search.several.policy_wording import with_wording
from tui.search.several.uncovered_province import province_of
from tui.search.several_answers import kinds_by_word
from tui.search.verdict import Verdict
from tui.text.language import Wording, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.search.list_topics import Topic
    from tui.search.several_answers import SeveralAnswers
    from tui.store import KindInfo, Store

_PAYS = re.compile(
    r"\b(?:pay|pays|paying|paid|reimburse[sd]?|reimbursing|reimbursement|reimbursable|cover|covers"
    r"|covered|covering|coverage|insurance|insured)\b|报销|支付|能报|可报|给报|医保"
)
_CARE = re.compile(
    r"online|internet|remote|visit|consult|care\b|telemed|prescription|drugs?\b|medicine|follow"
    r"|treatment|线上|网上|互联网|在线|看病|就诊|问诊|复诊|诊疗|首诊|远程|药|挂号|医疗"
)
"""What insurance pays for; another thing (doctors, wages) is another question."""
_STARTS = re.compile(
    r"\b(?:start(?:s|ed)?|begin|begins|began|begun|first|since when|from when)\b"
    r"|开始|哪年起|何时起|起始|首次|第一次|最早"
)
_TAG, _REGION = "tag", "region"
_NAMES = ("reimbursement", "insurance payment", "报销", "医保支付")
_NONE = Wording("没有{asked}", "no {asked}")
_NOT_OF = Wording("没有{province}的政策", "no policies of {province}")
_NO_START = Wording("没有写明开始支付的日期\n{found}", "no date of the start is given\n{found}")


def payment_topic(store: Store, kind: KindInfo) -> Topic | None:
    """Return payment by insurance as a subject of policies; None where none has it."""
    topics = (topics_of(store, kind, make_part(word))[0] for word in _NAMES)
    return next((topic for topic in topics if topic.facet == _TAG), None)


def payment_in_region(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> SeveralAnswers | None:
    """Return what the policies of a region say on payment by insurance, where a question asks
    whether it pays for care; where they say nothing, that first; None for another question."""
    if not _PAYS.search(question.query.text):
        return None
    kind = kinds_by_word(store)["policy"]
    places = [part for part in question.parts if _place(store, kind, part)]
    payment = payment_topic(store, kind)
    if payment is None or len(places) != 1 or not _all_on_payment(store, question, places):
        return None
    asked, place = question._replace(parts=()), places[0]
    regions = [it for it in topics_of(store, kind, place) if it.facet == _REGION]
    if found := regions and list_of(store, asked, known, kind, [*regions, payment]):
        return with_wording(store, found, [payment], found.ranked[0][1].remark)
    if regions:
        none = _NONE.format(asked=records_words(kind, [*regions, payment], None))
        found = list_of(store, asked, known, kind, regions)
    else:
        none = _NOT_OF.format(province=province_of(place))
        found = list_of(store, asked, known, kind, [payment])
    if not found:
        return None
    (first, verdict), *rest = found.ranked
    answers = [(first, Verdict("near", (place.text,), one_a_line([none, verdict.remark])))]
    return found._replace(ranked=answers + [(item, Verdict("near")) for item, _ in rest])


def start_of_payment(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> SeveralAnswers | None:
    """Return the policies on payment by insurance, the oldest first, where a question asks when it
    began, which no record says; None for another question."""
    text = question.query.text
    if not (_PAYS.search(text) and _STARTS.search(text)) or question.query.months:
        return None
    kind = kinds_by_word(store)["policy"]
    payment = payment_topic(store, kind)
    if payment is None or not _all_on_payment(store, question, []):
        return None
    asked = read_question(store, "最早的政策")._replace(parts=())
    found = list_of(store, asked, known, kind, [payment])
    if found is None:
        return None
    (first, verdict), *rest = found.ranked
    near = Verdict("near", (), _NO_START.format(found=verdict.remark))
    return found._replace(ranked=[(first, near), *[(item, Verdict("near")) for item, _ in rest]])


def _place(store: Store, kind: KindInfo, part: Part) -> bool:
    return any(it.facet == _REGION for it in topics_of(store, kind, part)) or bool(
        province_of(part)
    )


def _all_on_payment(store: Store, question: Question, places: list[Part]) -> bool:
    """Return whether all parts of a question are payment, care or the briefing's subject."""
    return all(
        part in places
        or _PAYS.search(part.text)
        or _CARE.search(part.text)
        or _STARTS.search(part.text)
        or is_about_briefing(store, part)
        for part in question.parts
    )
