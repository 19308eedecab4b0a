"""Questions for the owner of a company, or for what it owns: who owns JD Health, 京东的子公司."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording, enumeration

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.store import IndexedRecord, Store

_OWNER = re.compile(
    r"^(?:who|which (?:company|group)) (?:owns|controls|is behind) (?P<of>.+)$"
    r"|^(?:who (?:is|are) the )?(?:owners?|parent(?: company)?|shareholders?) of (?P<noun>.+)$"
    r"|^(?P<possessor>.+?)(?:'s)? (?:parent(?: company)?|owners?|shareholders?)$"
    r"|^(?:谁|哪家(?:公司|集团|企业)?)(?:是|拥有|控股|控制)了?(?P<whom>.+?)"
    r"(?:的(?:母公司|控股股东|大?股东|老板|上级))?$"
    r"|^(?P<company>.+?)(?:的?(?:母公司|控股股东|大?股东|实际控制人|实控人)(?:是谁|是哪家|是什么|有哪些)?"
    r"|(?:是|属于|归|隶属于?)(?:谁|哪家(?:公司|集团|企业)?|哪个集团)"
    r"(?:的|家的|旗下的?|所有|控股的?|的公司|的子公司)?)$"
)
_SUBSIDIARY = re.compile(
    r"^(?:the )?(?:subsidiar(?:y|ies)|subsidiary companies) of (?P<of>.+)$"
    r"|^(?P<possessor>.+?)(?:'s)? (?:subsidiar(?:y|ies)|subsidiary companies)$"
    r"|^(?:which|what)(?: companies| subsidiaries)? does (?P<whom>.+) (?:own|have|control)$"
    r"|^(?P<company>.+?)(?:的|有)?(?:哪些|什么)?(?:子公司|下属公司|控股公司)(?:有哪些|是什么|是哪家)?$"
    r"|^(?P<group>.+?)旗下的?(?:有哪些|有什么)?(?:公司|企业|子公司)?(?:有哪些)?$"
)
_BELONGS = Wording(
    "资料写明的上级企业：{parent}；股权比例未见记录",
    "the documents name {parent} as its parent; no record gives shareholdings",
)
_NOT_SAID = Wording(
    "没有记录写明{company}归谁所有，以下是该企业", "no record says who owns {company}; showing it"
)
_HAS = Wording(
    "资料写明属于{company}的企业：{names}", "the documents name as part of {company}: {names}"
)
_HAS_NONE = Wording(
    "没有记录写明{company}的子公司，以下是该企业",
    "no record names a subsidiary of {company}; showing it",
)


def owner_of(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the parent of the company of which a question asks the owner, and the company; where
    no record names a parent, the company with a remark that says so. None for another question."""
    plain = question.query.plain.rstrip("?？ ")
    if of_group := _named_company(store, question, _SUBSIDIARY.search(plain)):
        return _subsidiaries_of(store, question, of_group[1])
    named = _named_company(store, question, _OWNER.search(plain))
    if named is None:
        return None
    part, company = named
    rows = store.query(
        "SELECT r.position FROM companies c JOIN records r ON r.id = c.parent WHERE c.id = ?",
        (company.id,),
    )
    parents = store.indexed_records([position for (position,) in rows])
    asked = question._replace(parts=(part,), asks=frozenset())
    ranked = described_records(store, asked, {}, [*parents, company])
    titles = [item.described.chosen.fact.title for item in ranked]
    if parents:
        verdict = Verdict("exact", (), _BELONGS.format(parent=titles[0]))
    else:
        verdict = Verdict("other_measure", (), _NOT_SAID.format(company=titles[0]))
    rest = [(item, Verdict("near")) for item in ranked[1:]]
    return SeveralAnswers([(ranked[0], verdict), *rest])


def _named_company(
    store: Store, question: Question, found: re.Match[str] | None
) -> tuple[Part, IndexedRecord] | None:
    """Return the company in a question that has a pattern, with its part; None for none, and where
    the name in the pattern has more than this company."""
    if found is None:
        return None
    name = next(filter(None, found.groupdict().values())).strip()
    part = next((each for each in question.parts if each.names and each.text in name), None)
    records = store.indexed_records(part.names) if part else ()
    company = next((it for it in records if it.kind == "player"), None)
    return (part, company) if part and company else None


def _subsidiaries_of(store: Store, question: Question, company: IndexedRecord) -> SeveralAnswers:
    """Return the companies of which a record names a company as the parent, and that company."""
    rows = store.query(
        "SELECT r.position FROM companies c JOIN records r USING (id) WHERE c.parent = ? "
        "ORDER BY r.position",
        (company.id,),
    )
    found = store.indexed_records([position for (position,) in rows])
    asked = question._replace(parts=(), asks=frozenset())
    ranked = described_records(store, asked, {}, [*found, company])
    titles = [item.described.chosen.fact.title for item in ranked]
    verdict = Verdict("other_measure", (), _HAS_NONE.format(company=titles[-1]))
    if found:
        names = enumeration(titles[:-1])
        verdict = Verdict("exact", (), _HAS.format(company=titles[-1], names=names))
    rest = [(item, Verdict("near")) for item in ranked[1:]]
    return SeveralAnswers([(ranked[0], verdict), *rest])
