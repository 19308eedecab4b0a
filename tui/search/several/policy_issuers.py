"""Questions for all who issued policies: 哪些部门发过文, which ministries issued policies."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.tables import in_list
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.store.short_titles import short_titles
from tui.text.language import Wording, enumeration

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import Store

_BODY = "(?:国家|政府|中央|监管|发文|发布|主管)?(?:部门|部委|机构|机关)"
_POLICIES = "(?:互联网医疗|行业|相关|的)*(?:政策|文件|规定|文)"
_ISSUED = "(?:发布|出台|印发|制定|颁布|下发|发)(?:过|了)?"
_ASKS = re.compile(
    rf"(?:都|一共|总共)?有?(?:哪些|哪几个|什么){_BODY}(?:都|曾|已经|参与|联合)*{_ISSUED}(?:{_POLICIES})?"
    rf"|(?:{_POLICIES})(?:都|分别)?(?:是|由)?(?:哪些|哪几个|什么){_BODY}{_ISSUED}(?:的|出来的)?"
    r"|(?:政策的?)?(?:发文|发布|监管|主管)(?:部门|部委|机构|机关)(?:都?有哪些|是哪些|名单|列表|一览)"
    r"|有?哪些(?:发文|监管|主管)(?:部门|部委|机构|机关)"
    r"|(?:which|what) (?:government )?"
    r"(?:ministries|agencies|departments|bodies|authorities|regulators)"
    r" (?:have |has )?(?:issued|published|released|made|wrote)(?: the| these| any)?"
    r"(?: internet healthcare)? (?:policies|documents|rules|regulations)"
    r"|(?:which|what) (?:government )?"
    r"(?:ministries|agencies|departments|bodies|authorities|regulators)"
    r" (?:are|were) (?:involved|active|named|covered|mentioned)"
    r"(?: in (?:this|it|policy|the policies))?"
    rf"|(?:涉及|参与|牵涉)(?:的|了)?(?:有)?(?:哪些|哪几个|什么){_BODY}"
    rf"|(?:有)?(?:哪些|哪几个|什么){_BODY}(?:参与|涉及)(?:了|其中|制定|{_POLICIES})*"
    r"|(?:list of |all )?(?:policy issuers|issuers of (?:the )?policies|issuing bodies)"
)
_ISSUERS = Wording(
    "资料写明的政策发布机构{count}家，另有{unnamed}项政策未写明",
    "the documents name {count} issuers of policies; policies without a named issuer: {unnamed}",
)


def policy_issuers(store: Store, question: Question) -> SeveralAnswers | None:
    """Return those who issued policies, those of most policies first; None for another question."""
    if question.query.months or not _ASKS.fullmatch(question.query.text.strip(" ?？")):
        return None
    return all_issuers(store, question)


def all_issuers(store: Store, question: Question) -> SeveralAnswers | None:
    """Return those who issued policies, those of most policies first; None without any."""
    sql = (
        "SELECT r.position, count(*) FROM links l JOIN records r ON r.id = l.to_id "
        "WHERE l.type = 'issuer' GROUP BY l.to_id ORDER BY count(*) DESC, r.position"
    )
    rows = list(store.query(sql))
    if not rows:
        return None
    records = {it.position: it for it in store.indexed_records([row[0] for row in rows])}
    asked = question._replace(parts=(), asks=frozenset())
    ranked = described_records(store, asked, {}, [records[position] for position, _ in rows])
    sql = "SELECT count(*) FROM policies WHERE issuers_zh IS NULL"
    [(unnamed,)] = store.query(sql)
    remark = _ISSUERS.format(count=len(ranked), unnamed=unnamed)
    verdicts = [Verdict("exact", (), remark), *[Verdict("exact")] * (len(ranked) - 1)]
    return SeveralAnswers(list(zip(ranked, verdicts, strict=True)))


def short_issuer_names(store: Store) -> Wording:
    """Return the short names of all who issued policies, those of most policies first."""
    sql = (
        "SELECT to_id FROM links WHERE type = 'issuer' GROUP BY to_id ORDER BY count(*) DESC, to_id"
    )
    ids = [identity for (identity,) in store.query(sql)]
    titles = short_titles(store, ids)
    return enumeration([titles[identity] for identity in ids])


def issuer_names(store: Store, ids: list[str]) -> Wording:
    """Return the names of the bodies that issued some policies, national ones first."""
    places, wanted = in_list(ids)
    rows = list(
        store.query(
            "SELECT DISTINCT issuers_zh, issuers_en FROM policies "
            f"WHERE issuers_zh IS NOT NULL AND id IN ({places}) ORDER BY level, issued DESC",
            wanted,
        )
    )
    zh = dict.fromkeys(name for names, _ in rows for name in names.split("、"))
    en = dict.fromkeys(name for _, names in rows for name in names.split(", "))
    return Wording("、".join(zh), ", ".join(en))
