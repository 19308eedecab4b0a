"""Questions that no record answers, and for which policies stand in: is telemedicine legal, who
regulates internet hospitals, which policies are still in force."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.search.briefing_subject import is_about_briefing
from tui.search.list_topics import topics_of
from tui.search.several.force_counts import with_counts
from tui.search.several.list_question import list_of
from tui.search.several.policy_issuers import issuer_names
from tui.search.verdict import Verdict
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.search.several_answers import SeveralAnswers
    from tui.store import Store

_LEGAL = re.compile(
    r"^(?:is|are) (?P<en>.+?) (?:legal|lawful|illegal|legally allowed|against the law)\b"
    r"|^(?:is|are) (?P<allowed>.+?) (?:allowed|permitted)$"
    r"|^is it (?:legal|lawful|illegal) to (?P<to>.+)$"
    r"|^(?P<zh>.+?)(?:到底|究竟|是否|是不是|算不算|算)?(?:合法|违法|犯法)(?:吗|么|不|的吗|还是违法)?$"
)
_IN_FORCE = re.compile(
    r"\b(?:is|are|was|were|has been|have been)? ?(?:still |currently |now |no longer )?"
    r"(?:in (?:force|effect)|valid|repealed|abolished|expired|superseded|rescinded|revoked)\b"
    r"|(?:现在|目前|如今)?(?:是否|是不是|还|仍|仍然|已经|已)*(?:在)?(?:有效|失效|废止|作废)"
    r"(?:了|吗|么|没有|的)*$"
)
_DOCUMENT = re.compile(
    r"\b(?:polic(?:y|ies)|rules?|regulations?|laws?|measures|documents?|opinions|provisions?)\b"
    r"|政策|规定|文件|办法|措施|意见"
)
_NO_SUBJECT = re.compile(
    r"\b(?:which|what|are|is|the|these|those|that|any|all|of|on|about|for|from|still)\b|哪些|哪项|的"
)
_BODY = r"(?:谁|哪(?:个|些|几个)?(?:部门|机构|部委)|什么部门)"
_REGULATOR = re.compile(
    r"^(?:who|which (?:body|bodies|ministry|ministries|agency|agencies|authority|regulators?)) "
    r"(?:(?:is|are) (?:responsible for|in charge of) )?"
    r"(?:regulat(?:es?|ing)|supervis(?:es?|ing)|overse(?:es?|eing)|controls?) (?P<en>.+)$"
    r"|^(?:(?:who|what) (?:is|are) )?(?:the )?regulators? (?:of|for) (?P<of>.+)$"
    rf"|^{_BODY}(?:在)?(?:负责)?(?:监管|主管)(?P<zh>.+?)$"
    rf"|^(?P<zh2>.+?)的?(?:监管|主管)(?:工作|责任)?(?:归|由|是|在)?{_BODY}"
    r"(?:来)?(?:负责|牵头|主管|监管|管)?的?$"
    r"|^(?P<zh3>.+?)的?(?:监管|主管)(?:部门|机构|机关)(?:是|有)?(?:谁|哪(?:些|个|几个)|什么)?$"
    rf"|^(?P<zh4>.+?)(?:归|由)?{_BODY}(?:来)?(?:负责)?(?:监管|管理?|主管)的?$"
)
_REGULATOR_OF_ALL = re.compile(
    r"^(?:(?:who|what|which (?:body|bodies|ministry|ministries|agency|agencies|authority)) )?"
    r"(?:(?:is|are) )?(?:the )?(?:main )?regulat(?:ors?|es?)(?: (?:it|this))?$"
    r"|^(?:(?:who|what) (?:is|are) )?(?:the )?(?:chinese |china['’]?s? |main )?"
    r"(?:health|health ?care|medical|industry|sector|government)(?: (?:sector|industry))? "
    r"(?:regulators?|regulatory (?:body|bodies|agency|agencies|authority|authorities))$"
    r"|^(?:中国的?|国家)?(?:医疗|卫生|卫生健康|健康|行业|政府)(?:行业)?的?(?:监管|主管)(?:部门|机构|机关|者|方)$"
    r"|^(?:监管|主管)(?:部门|机构|机关|者|方)(?:是|有|都有)?(?:谁|哪(?:些|个|几个|家)|什么)?$"
    rf"|^(?:归|由)?{_BODY}(?:来|负责)*(?:监管|主管)的?$"
)
"""The same without a subject: of what the briefing is about."""
_NOT_SAID = Wording("没有记录写明是否合法\n{found}", "no record says whether it is legal\n{found}")
_FORCE_NOT_SAID = Wording(
    "没有记录写明哪些仍然有效\n{found}", "no record says what is still in force\n{found}"
)
_NO_REGULATOR = Wording(
    "没有记录写明由谁监管\n{found}，发文机关：{issuers}",
    "no record says who regulates it\n{found}, issued by: {issuers}",
)


def policies_for(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> SeveralAnswers | None:
    """Return the policies on the subject of a question whether it is legal, who regulates it, or
    whether they are still in force, with a remark that no record says so; None for another question
    or without policies."""
    text = question.query.plain
    found, message = _LEGAL.search(text), _NOT_SAID
    is_of_all = bool(_REGULATOR_OF_ALL.search(text))
    if found is None:
        found, message = _REGULATOR.search(text), _NO_REGULATOR
    if is_of_all:
        subject = ""
    elif found:
        subject = next(filter(None, found.groupdict().values()))
    elif _IN_FORCE.search(text) and _DOCUMENT.search(text):
        message = _FORCE_NOT_SAID
        subject = _NO_SUBJECT.sub(" ", _DOCUMENT.sub(" ", _IN_FORCE.sub(" ", text)))
    else:
        return None
    kind = next(each for each in store.kinds() if each.id == "policy")
    parts = read_edited_question(store, subject).parts
    of_force = message is _FORCE_NOT_SAID
    is_of_company = any(_is_company(store, part.names) for part in parts)
    if not (of_force or is_of_all) and (not parts or is_of_company):
        return None
    rest = [part for part in parts if not is_about_briefing(store, part)]
    topics = [topic for part in rest for topic in topics_of(store, kind, part)]
    if not all(it.facet or (of_force and (it.part.names or it.part.concepts)) for it in topics):
        return None
    listed = list_of(store, question._replace(parts=()), known, kind, topics)
    if listed is None:
        return None
    (first, verdict), *others = listed.ranked
    ids = [item.described.record.id for item, _ in listed.ranked]
    counted = (
        with_counts(store, verdict.remark, ids, topics)[0]
        if message is _NOT_SAID
        else verdict.remark
    )
    remark = message.format(found=counted, issuers=issuer_names(store, ids))
    near = [(item, Verdict("near")) for item, _ in others]
    return listed._replace(ranked=[(first, Verdict("near", (), remark)), *near])


def _is_company(store: Store, names: tuple[int, ...]) -> bool:
    return any(record.kind == "player" for record in store.indexed_records(names))
