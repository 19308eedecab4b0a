"""Questions for the partners, suppliers, investors or competitors of a company, who heads it and
where it is: the companies that its page relates to it, else that this is not known of it."""

from __future__ import annotations

import re

from tui.document.gloss import quoted_title
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.question.term_lookup import named_records
from tui.search.company_attribute import as_whole
from tui.search.features import IN_BODY, IN_NAME, in_fact, in_record
from tui.search.group_company import company_of_group
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict, quoted
from tui.text.language import Wording, enumeration, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.store import IndexedRecord, Store

_PARTNER, _COMPETITOR = "partner", "competitor"
_NOUNS = {
    _PARTNER: (
        r"(?:business |strategic |hospital )?(?:partners?(?:hips?)?)",
        r"(?:战略)?合作(?:伙伴|方|医院|机构|企业|公司|对象|单位|关系)?|伙伴",
    ),
    "supplier": (r"suppliers?", r"供应商|供货商"),
    "investor": (r"investors?|backers?", r"投资方|投资人|投资者"),
    _COMPETITOR: (
        r"(?:main |biggest |direct )?(?:competitors?|rivals?|peers)",
        r"(?:主要|最大的?)?(?:竞争)?对手|竞品|同行|竞争者",
    ),
    "": (
        r"ceo|chief executive(?: officer)?|chair(?:wo)?man|president|executives|management"
        r"(?: team)?|headquarters|hq|head office|(?:company )?address|(?:official )?website"
        r"|homepage|url|phone(?: number)?",
        r"ceo|首席执行官|董事长|总裁|总经理|高管|管理层|负责人|法人代?表?|总部|地址|官网|网址|电话|联系方式|老板",
    ),
}
"""Nouns of what is asked, by the type of a relation; of what no record has, without one."""
_ENGLISH = (
    r"^(?!who |what |which |where )(?P<a>.+?)(?: s)? (?P<noun>{noun})$"
    r"|^(?:who|what|which|where)?(?: companies)?(?: (?:is|are|was|were))? ?(?:the )?"
    r"(?P<noun2>{noun}) (?:of|for|at) (?P<b>.+)$"
    r"|^(?:who|what|which|where) (?:is|are) (?P<c>.+?)(?: s)? (?P<noun3>{noun})$"
)
_CHINESE = (
    r"^(?:谁是)?(?P<a>.+?)的?(?P<noun>{noun})(?:是谁|有哪些?|有谁|有哪几家|是什么|都有谁|是哪些|在哪里?|在哪儿"
    r"|在哪个城市|叫什么|是多少|名单|列表)?$"
)
_VERBS = {
    _PARTNER: re.compile(
        r"^who (?:does|do|did) (?P<a>.+?) (?:partner|work|cooperate|collaborate) with$"
        r"|^(?P<b>.+?)(?:和|跟|与)(?:谁|哪些.{0,4}|哪家.{0,4}|什么.{0,4})合作$"
    ),
    _COMPETITOR: re.compile(
        r"^who competes with (?P<a>.+)$|^who (?:does|do) (?P<b>.+?) compete with$"
        r"|^(?P<c>.+?)(?:和|跟|与)谁竞争$"
    ),
    "": re.compile(
        r"^where (?:is|are) (?P<a>.+?)(?: (?:based|located|headquartered))?$"
        r"|^(?P<b>.+?)在(?:哪里?|哪儿|什么地方|哪个(?:城市|省|地方))$"
    ),
}
_RELATED = {
    _PARTNER: Wording(
        "{company}企业页列出的合作方（依据见该页）：{names}",
        "partners on the page of {company}, each with its basis: {names}",
    ),
    "supplier": Wording(
        "{company}企业页列出的供应商（依据见该页）：{names}",
        "suppliers on the page of {company}, each with its basis: {names}",
    ),
}
_UNKNOWN = Wording(
    "资料没有{company}的{words}，以下是企业概况",
    "the documents give no {words} of {company}; showing the company",
)
_OF_VERB = {
    _PARTNER: Wording("合作方", "partners"),
    _COMPETITOR: Wording("竞争对手", "competitors"),
}
_NO_PLACE = Wording(
    "资料没有单列{company}的所在地，以下是企业概况",
    "no entry of its own gives the location of {company}; showing the company",
)
_OVERVIEW = re.compile(
    r"^(?:an? |the )?(?:overview|introduction|profile|summary|background|basics) (?:of|to|on) "
    r"(?P<a>.+)$"
    r"|^(?P<b>.+?)(?: s)? (?:overview|introduction|(?:company )?profile|summary|background|basics)$"
    r"|^请?(?:介绍|讲讲|说说|聊聊)一?下?(?P<c>.+)$"
    r"|^(?P<d>.+?)的?(?:企业|公司)?(?:介绍|简介|概况|概览|基本情况|基本信息|背景)$"
)
_BETWEEN = re.compile(
    r"\b(?:relations?|relationship|related|connection|connected|linked)\b|关系|什么关联"
)
_TYPES = {
    "parent": Wording("{other}是{one}的上级企业", "{other} is the parent of {one}"),
    "subsidiary": Wording("{other}是{one}旗下企业", "{other} is part of {one}"),
    "partner": Wording(
        "{one}的企业页把{other}列为合作方（依据见该页）",
        "the page of {one} lists {other} as a partner, with its basis",
    ),
    "investor": Wording("{other}是{one}的投资方", "{other} is an investor of {one}"),
    "supplier": Wording("{other}是{one}的供应商", "{other} is a supplier of {one}"),
    "customer": Wording("{other}是{one}的客户", "{other} is a customer of {one}"),
}
_NO_RELATION = Wording(
    "企业页没有写明{one}与{other}的关系", "no page states a relation between {one} and {other}"
)
_BESIDE = Wording(
    "与其他企业并提的说法：{titles}", "statements that name it beside others: {titles}"
)
_SHOWN = 3


def company_and_others(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the answer to a question of one of these kinds, or for an overview of a company; None
    for any other."""
    return (
        related_companies(store, question)
        or relation_of_two(store, question)
        or overview_of_company(store, question)
    )


def related_companies(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the companies to which a company is related as a question asks, and this company; it
    alone, with a remark, where its page names none. None for another question, and where a figure
    or text of the company answers."""
    plain = question.query.plain.rstrip("?？ ")
    for relation, (english, chinese) in _NOUNS.items():
        noun, form = (english, _ENGLISH) if plain.isascii() else (chinese, _CHINESE)
        verbs = _VERBS.get(relation)
        for found in (re.search(form.format(noun=noun), plain), verbs and verbs.search(plain)):
            if found and (company := _company(store, question, found)):
                groups = found.groupdict().items()
                typed = next((v for k, v in groups if v and k.startswith("noun")), "")
                return _related(store, question, company, relation, typed)
    return None


def overview_of_company(store: Store, question: Question) -> SeveralAnswers | None:
    """Return a company as a whole, to a question for an overview of it; None for another one."""
    found = _OVERVIEW.search(question.query.plain.rstrip("?？ "))
    company = _company(store, question, found) if found else None
    if company is None:
        return None
    asked = question._replace(parts=(), asks=frozenset(), qualifiers=(), fillers=())
    (company_found,) = described_records(store, asked, {}, [company])
    whole = as_whole(store, company_found)
    return SeveralAnswers([(whole, Verdict("exact"))], ("show", company.id))


def relation_of_two(store: Store, question: Question) -> SeveralAnswers | None:
    """Return two companies with the relation between them that a page states, or that none is
    stated; None for another question."""
    if not _BETWEEN.search(question.query.plain):
        return None
    positions = list(dict.fromkeys(part.names[0] for part in question.parts if part.names))
    records = [it for it in store.indexed_records(positions) if it.kind == "player"]
    records.sort(key=lambda each: positions.index(each.position))
    if len(records) != 2:
        return None
    first, second = records
    sql = "SELECT type FROM links WHERE from_id = ? AND to_id = ? ORDER BY type"
    types = [kind for (kind,) in store.query(sql, (first.id, second.id)) if kind in _TYPES]
    if not types:
        types = [kind for (kind,) in store.query(sql, (second.id, first.id)) if kind in _TYPES]
        records = records[::-1] if types else records
    asked = question._replace(parts=(), asks=frozenset(), qualifiers=(), fillers=())
    by_id = {it.described.record.id: it for it in described_records(store, asked, {}, records)}
    ranked = [by_id[record.id] for record in records]
    one, other = (item.described.chosen.fact.title for item in ranked)
    if types:
        remark = one_a_line([_TYPES[kind].format(one=one, other=other) for kind in types])
    else:
        remark = _NO_RELATION.format(one=one, other=other)
    verdict = Verdict("exact" if types else "other_measure", (), remark)
    return SeveralAnswers([(ranked[0], verdict), (ranked[1], Verdict("near"))])


def _company(store: Store, question: Question, found: re.Match[str]) -> IndexedRecord | None:
    """Return the company that a pattern has and nothing else in its place."""
    names = [v for k, v in found.groupdict().items() if v and not k.startswith("noun")]
    positions = [part.names[0] for part in question.parts if part.names and part.text in names]
    if not positions:
        positions = [at for each in named_records(store, names).values() for at in each[:1]]
    return next((it for it in store.indexed_records(positions) if it.kind == "player"), None)


def _has_answer(store: Store, record: IndexedRecord, parts: tuple[Part, ...]) -> bool:
    """Return whether the name of a figure or event of a company has what is asked, or its text."""
    if not parts:
        return False
    store.load_facts({record.id})
    for fact in store.facts(record.id)[1:]:
        if all(in_fact(part, fact) >= IN_NAME for part in parts):
            return True
    return all(in_record(part, record) > IN_BODY for part in parts)


def _related(
    store: Store, question: Question, company: IndexedRecord, relation: str, typed: str
) -> SeveralAnswers | None:
    parts = read_edited_question(store, typed).parts if typed else ()
    if not typed:
        parts = tuple(each for each in question.parts if company.position not in each.names)
    if _has_answer(store, company, parts):
        return None
    rows = store.query(
        "SELECT r.position FROM links l JOIN records r ON r.id = l.to_id "
        "WHERE l.from_id = ? AND l.type = ? ORDER BY r.position",
        (company.id, relation),
    )
    related = store.indexed_records([position for (position,) in rows]) if relation else []
    if related and relation not in _RELATED:
        return None  # the event says who took part
    of_group = None if related else company_of_group(store, company)
    if of_group and _has_answer(store, of_group[0], parts):
        return None
    statements = _statements(store, company) if relation == _COMPETITOR else []
    asked = question._replace(parts=(), asks=frozenset(), qualifiers=(), fillers=())
    ranked = described_records(store, asked, {}, [*related, company, *statements])
    titles = [item.described.chosen.fact.title for item in ranked]
    if related:
        names = enumeration(titles[: len(related)])
        remark = _RELATED[relation].format(company=titles[len(related)], names=names)
        verdict = Verdict("exact", (), remark)
    else:
        words = quoted((typed,)) if typed else _OF_VERB.get(relation)
        remark = _UNKNOWN.format(company=titles[0], words=words) if words else _NO_PLACE
        lines = [remark.format(company=titles[0])]
        if statements:
            lines.append(
                _BESIDE.format(titles=enumeration([quoted_title(title) for title in titles[1:]]))
            )
        verdict = Verdict("other_measure", (), one_a_line(lines))
    rest = [(item, Verdict("near")) for item in ranked[1:]]
    return SeveralAnswers([(ranked[0], verdict), *rest], ("show", company.id))


def _statements(store: Store, company: IndexedRecord) -> list[IndexedRecord]:
    """Return statements that several companies support, this one among them."""
    rows = store.query(
        "SELECT r.position FROM links l JOIN records r ON r.id = l.from_id "
        "WHERE l.to_id = ? AND l.type = 'supports' AND r.kind = 'statement' AND (SELECT count(*) "
        "FROM links o JOIN records p ON p.id = o.to_id WHERE o.from_id = l.from_id "
        "AND o.type = 'supports' AND p.kind = 'player') > 1 ORDER BY r.position LIMIT ?",
        (company.id, _SHOWN),
    )
    return store.indexed_records([position for (position,) in rows])
