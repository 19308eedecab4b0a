"""Questions for the number of policies of each year or level (每年出台多少政策, how many national
and provincial policies), or for those who issued the most."""

from __future__ import annotations

import re
from collections import Counter

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.several.list_question import list_of
from tui.search.several.policy_issuers import all_issuers
from tui.search.several_answers import kinds_by_word
from tui.search.verdict import Verdict
from tui.text.language import Wording, enumeration, one_a_line, within_sentence

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.several_answers import SeveralAnswers
    from tui.store import Store

_POLICIES = r"(?:policies|documents|rules|regulations)"
_ISSUED = r"(?: (?:were |are |have been )?(?:issued|published|released))?"
_BODY = r"(?:ministry|agency|department|body|regulator|authority|ministries|agencies|departments)"
_BY_YEAR = re.compile(
    rf"(?:number of |how many |count of )?{_POLICIES}{_ISSUED} "
    r"(?:by|per|each|every|in each|in every|for each) year"
    r"|(?:每年|历年|各年|逐年)(?:都|分别)?(?:出台|发布|印发|有)?了?(?:的)?(?:多少|几)?"
    r"[项个条份部]?(?:的)?(?:新)?(?:政策|文件)(?:数量|数|有多少|多少|的数量)?"
)
_BY_LEVEL = re.compile(
    rf"how many (?:are )?(?:national|central) (?:{_POLICIES} )?(?:and|vs|versus|or) "
    rf"(?:how many )?(?:provincial|local|regional)(?: {_POLICIES})?(?: are there)?"
    rf"|(?:number of )?national (?:and|vs|versus) (?:provincial|local) {_POLICIES}"
    "|(?:国家级?|中央|全国)(?:的)?(?:政策|文件)?(?:和|与|、)(?:省级?|地方)(?:的)?(?:政策|文件)"
    "(?:各|分别)?(?:有)?(?:多少|几)[项个条份]?"
)
_MOST = re.compile(
    rf"(?:which|what) (?:government )?{_BODY} (?:has |have )?(?:issued|published|released) "
    rf"(?:the )?most {_POLICIES}"
    rf"|who (?:has )?(?:issued|published|released) (?:the )?most {_POLICIES}"
    "|(?:哪个|哪家|什么)(?:部门|部委|机构|机关)(?:发文|(?:发布|出台|印发|发)的?(?:政策|文件))(?:数量)?最多"
    "|谁(?:发文|(?:发布|出台|印发|发)的?(?:政策|文件))最多"
)
_ENTRY = Wording("{label}{count}项", "{label}: {count}")
_COUNTED = Wording(
    "{counts}\n以上按本简报收录计数，资料没有总数",
    "{counts}\ncounted in this briefing; no total is given",
)
_MOST_HERE = Wording("本简报收录最多的：{names}", "the most in this briefing: {names}")
_UNDATED = Wording("{counts}；未注明日期{count}项", "{counts}; undated: {count}")


def policy_counts(store: Store, question: Question) -> SeveralAnswers | None:
    """Return all policies with their number in each year or at each level, or those who issued
    policies with the number of each; None for another question."""
    text = question.query.plain.strip(" ?？")
    if question.query.months:
        return None
    if _MOST.fullmatch(text):
        return _by_issuer(store, question)
    by_year = bool(_BY_YEAR.fullmatch(text))
    if not (by_year or _BY_LEVEL.fullmatch(text)):
        return None
    asked = question._replace(parts=(), asks=frozenset())
    found = list_of(store, asked, {}, kinds_by_word(store)["policy"], [])
    if found is None:
        return None
    (first, verdict), *rest = found.ranked
    counts = _by_year(store) if by_year else _by_level(store)
    remark = _COUNTED.format(counts=counts)
    return found._replace(ranked=[(first, verdict._replace(remark=remark)), *rest])


def _by_issuer(store: Store, question: Question) -> SeveralAnswers | None:
    found = all_issuers(store, question)
    if found is None:
        return None
    sql = "SELECT to_id, count(*) FROM links WHERE type = 'issuer' GROUP BY to_id"
    counts = dict(store.query(sql))
    ranked = found.ranked
    facts = [item.described.chosen.fact for item, _ in ranked]
    most = counts[facts[0].id]
    entries = [
        _ENTRY.format(label=fact.title, count=most) for fact in facts if counts[fact.id] == most
    ]
    named = _MOST_HERE.format(names=enumeration(entries))
    remark = one_a_line([named, ranked[0][1].remark])
    return found._replace(ranked=[(ranked[0][0], Verdict("exact", (), remark)), *ranked[1:]])


def _by_year(store: Store) -> Wording:
    rows = list(store.query("SELECT substr(issued, 1, 4) FROM policies ORDER BY issued"))
    years = Counter(year for (year,) in rows if year)
    entries = [
        _ENTRY.format(label=Wording(f"{year}年", year), count=n) for year, n in years.items()
    ]
    undated = len(rows) - sum(years.values())
    counts = enumeration(entries)
    return _UNDATED.format(counts=counts, count=undated) if undated else counts


def _by_level(store: Store) -> Wording:
    sql = (
        "SELECT f.label_zh, f.label_en, count(*) FROM policies JOIN facets f USING (id) "
        "WHERE facet = 'level' GROUP BY value ORDER BY count(*) DESC"
    )
    return enumeration(
        [
            _ENTRY.format(label=within_sentence(Wording(zh, en)), count=n)
            for zh, en, n in store.query(sql)
        ]
    )
