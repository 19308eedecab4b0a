"""Questions for the number of policies of each year or level (每年出台多少政策, how many national
and provincial policies), of provinces or of a force, or for those who issued the most."""

from __future__ import annotations

import re
from collections import Counter

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import make_part, read_question
from tui.search.briefing_subject import is_about_briefing
from tui.search.list_topics import Topic, facet_label
from tui.search.several.list_question import list_of, listed_records
from tui.search.several.policies_by_region import counted_policies
from tui.search.several.policies_with_force import policies_with_force
from tui.search.several.policy_issuers import all_issuers
from tui.search.several_answers import kinds_by_word
from tui.search.value_words import FORCES
from tui.search.verdict import Verdict
from tui.text.language import Wording, enumeration, one_a_line, within_sentence

if TYPE_CHECKING:
    from tui.question.period_parser import MonthRange
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
    r"|(?:(?:the )?(?:total )?number of |how many |count of |count |total )"
    rf"{_POLICIES}(?: are there)? (?:by|per|at each|of each|at every|for each|on each) level"
    rf"|{_POLICIES} (?:count|counts|total|totals) (?:by|per) level"
    "|(?:各级别?|各个?层级)(?:的)?(?:政策|文件)(?:各|分别)?(?:有|共有)?(?:多少|几|数量)[项个条份]?"
    "|(?:政策|文件)?按(?:层级|级别)(?:的)?(?:统计|分|划分|计数)?(?:政策|文件)?(?:有)?(?:数量|多少项?|几项|各多少项?)?"
    "|(?:国家级?|中央|全国)(?:的)?(?:政策|文件)?(?:和|与|、)(?:省级?|地方)(?:的)?(?:政策|文件)"
    "(?:各|分别)?(?:有)?(?:多少|几)[项个条份]?"
)
_OF_PROVINCES = re.compile(
    rf"(?:how many|(?:the )?(?:total )?number of|count of|count|total) "
    rf"(?:provincial|local|regional|province-level|provincial-level) {_POLICIES}"
    r"(?: are there| in total| are listed)?"
    "|(?:一共|总共)?(?:有)?(?:多少|几)[项个条份部]?(?:省级?|地方性?)(?:的)?(?:政策|文件)"
    "|(?:省级?|地方性?)(?:的)?(?:政策|文件)(?:一共|总共|共)?(?:有)?"
    "(?:(?:多少|几)[项个条份部]?|(?:的)?(?:总数|数量|数目|数))"
)
_CHINESE_COUNT = re.compile("(?:一共|总共|共)?(?:有)?(?:多少|几)[项个条份部]?(?:的)?")
_OF_FORCE = re.compile(
    rf"(?:how many|number of) (?P<rest>(?:\w+ )*{_POLICIES}(?: (?:that|which))? \w+(?: \w+)*)"
)
_ON_SUBJECT = re.compile(
    rf"(?:how many|(?:what is )?(?:the )?(?:total )?number of|count of|count) "
    rf"(?P<rest>(?:[\w-]+ )*{_POLICIES}\b.*?)(?: are there| in total| do you have)?"
)
_OF_YEARS = re.compile(r"\byears?\b|年")
_MOST = re.compile(
    rf"(?:which|what) (?:government )?{_BODY} (?:has |have )?(?:issued|published|released) "
    rf"(?:the )?most {_POLICIES}"
    rf"|who (?:has )?(?:issued|published|released) (?:the )?most {_POLICIES}"
    "|(?:哪个|哪家|什么)(?:部门|部委|机构|机关)(?:发文|(?:发布|出台|印发|发)的?(?:政策|文件))(?:数量)?最多"
    "|谁(?:发文|(?:发布|出台|印发|发)的?(?:政策|文件))最多"
)
_OF_REGIONS = Wording("{found}：{regions}", "{found}: {regions}")
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
        return _on_subject(store, text, question.query.months)
    if _MOST.fullmatch(text):
        return _by_issuer(store, question)
    if _OF_PROVINCES.fullmatch(text):
        return _of_provinces(store, question)
    if FORCES.word_in(text, question.query.words):
        return _of_force(store, text) or _on_subject(store, text)
    by_year = bool(_BY_YEAR.fullmatch(text))
    if not (by_year or _BY_LEVEL.fullmatch(text)):
        return _on_subject(store, text)
    asked = question._replace(parts=(), asks=frozenset())
    found = list_of(store, asked, {}, kinds_by_word(store)["policy"], [])
    if found is None:
        return None
    (first, verdict), *rest = found.ranked
    counts = _by_year(store) if by_year else _by_level(store)
    remark = _COUNTED.format(counts=counts)
    return found._replace(ranked=[(first, verdict._replace(remark=remark)), *rest])


def _of_provinces(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the provincial policies with how many each province has; a close match, because no
    source gives their total."""
    kind = kinds_by_word(store)["policy"]
    label = facet_label(store, kind, "level", "provincial")
    if label is None:
        return None
    asked = question._replace(parts=(), asks=frozenset())
    level = Topic(make_part("provincial"), label, "level", "provincial")
    found = list_of(store, asked, {}, kind, [level])
    if found is None:
        return None
    (first, verdict), *rest = found.ranked
    regions = counted_policies(store, [item.described.record.id for item, _ in found.ranked])
    counts = _OF_REGIONS.format(found=verdict.remark, regions=regions)
    remark = _COUNTED.format(counts=counts if regions.en else verdict.remark)
    near = [(item, Verdict("near")) for item, _ in rest]
    return found._replace(ranked=[(first, Verdict("near", (), remark)), *near])


def _of_force(store: Store, text: str) -> SeveralAnswers | None:
    """Return the policies of the force whose number is asked for; None where no number is."""
    asked = _without_count(text, _OF_FORCE)
    if not asked:
        return None
    return policies_with_force(store, read_question(store, asked), {}, is_known=False)


def _on_subject(store: Store, text: str, months: MonthRange | None = None) -> SeveralAnswers | None:
    """Return the policies on the subject, or of the region or issuer, of which the number is asked
    for; None where no number is, or only of a level, which a figure counts."""
    asked = _without_count(text, _ON_SUBJECT)
    if not asked or _OF_YEARS.search(asked):
        return None
    question = read_question(store, asked)
    question = question._replace(query=question.query._replace(months=months))
    found = listed_records(store, question, {})
    if found is None or found.ranked[0][0].described.record.kind != "policy":
        return None
    (first, verdict), *rest = found.ranked
    if verdict.missing:  # there are none
        return found
    if all(it.facet == "level" or is_about_briefing(store, it.part) for it in found.topics):
        return None
    near = [(item, Verdict("near")) for item, _ in rest]
    counted = Verdict("near", (), _COUNTED.format(counts=verdict.remark))
    return found._replace(ranked=[(first, counted), *near])


def _without_count(text: str, form: re.Pattern[str]) -> str:
    """Return the question for the list of the policies whose number a text asks for; empty where it
    asks for none. ``form``: of the text in English."""
    if text.isascii():
        found = form.fullmatch(text)
        return f"which {found['rest']}" if found else ""
    rest = _CHINESE_COUNT.sub("", text, count=1)
    return f"哪些{rest.removeprefix('哪些')}" if rest != text else ""


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
