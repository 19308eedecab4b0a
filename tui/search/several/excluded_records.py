"""Questions for the companies or policies that lack something: companies not listed, policies not
about insurance, 没有营收数据的企业."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import positions_of_ids
from tui.question.reader import read_edited_question
from tui.search.features import in_fact
from tui.search.list_topics import records_about, topics_of
from tui.search.several.company_list import OTHER_ROLES
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers, kinds_by_word
from tui.search.verdict import Verdict, quoted
from tui.text.language import Wording, enumeration, within_sentence

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.store import IndexedRecord, KindInfo, Store

_ENGLISH = re.compile(
    r"^(?:(?:which|what|list|show|me|all|the|any|are|there) )*"
    r"(?P<kind>companies|firms|platforms|policies) "
    r"(?:(?:that|which|who) )?(?:(?:are|is|do|does|have|has) )?"
    r"(?:not|without|with no|no|excluding|except|other than|don't|doesn't|haven't|aren't)"
    r"(?: (?:have|mention|concern|cover|about|on|related|to|any|an?|the|in|for|publicly))*"
    r" (?P<lacking>[^?]+?)(?: (?:are there|exist))?\??$"
)
_UNLISTED = re.compile(
    r"^(?:(?:which|what|list|all|the) )*(?:unlisted|non[- ]listed|not listed) "
    r"(?P<kind>companies|firms)$"
)
_KIND = "公司|企业|平台|机构|政策|文件"
_CHINESE = re.compile(
    r"^(?:有?哪些|所有|全部)?(?:没有?|尚未|还没有?|未|不是|不|无|非|除了?)"
    r"(?:涉及|关于|提到|包括|有|给出|公布|披露|针对|属于|做|在)?(?:关于)?(?P<lacking>[^的?？]{2,}?)"
    rf"(?:以外的|之外的|的)(?:其他)?(?P<kind>{_KIND})(?:有哪些|都有哪些|名单)?[?？]?$"
)
_CHINESE_AFTER = re.compile(
    rf"^有?哪些(?P<kind>{_KIND})(?:没有?|未|尚未|还没有?|不)"
    r"(?:涉及|关于|提到|包括|给出|公布|披露)?(?P<lacking>[^的?？]{2,}?)[?？]?$"
)
_LISTED = re.compile(r"^(?:listed|traded|quoted|上市了?|挂牌|股票代码|tickers?|ipo)$")
_DATA = re.compile(
    r"(?:的?(?:数据|数字|统计))$|\b(?:data|figures?|numbers?|statistics)\b(?: (?:for|on|of))?"
)
_NO_TICKER = Wording(
    "未上市，或资料没有给出股票代码的企业{count}家",
    "companies not listed, or without a ticker in the documents: {count}",
)
_NO_FIGURES = Wording(
    "资料没有给出任何数字的企业{count}家", "companies without any figure in the documents: {count}"
)
_NO_MEASURE = Wording(
    "资料没有给出{words}数字的企业{count}家",
    "companies without a figure for {words} in the documents: {count}",
)
_NOT_ON = Wording("主题不包括{words}的{kind}{count}{unit}", "{kind} not marked {words}: {count}")
_NOT_MENTIONING = Wording(
    "没有提到{words}的{kind}{count}{unit}", "{kind} that do not mention {words}: {count}"
)


def records_without(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> SeveralAnswers | None:
    """Return the companies or policies without what a question excludes, by importance, with their
    number in the remark; None for another question, or where all or none have it."""
    text = question.query.text
    match = next(
        (
            it
            for each in (_ENGLISH, _UNLISTED, _CHINESE, _CHINESE_AFTER)
            if (it := each.search(text))
        ),
        None,
    )
    if match is None:
        return None
    kind = kinds_by_word(store).get(match["kind"])
    if kind is None:
        is_policy = match["kind"] in ("policies", "政策", "文件")
        wanted = "policy" if is_policy else "player"
        kind = next((each for each in store.kinds() if each.id == wanted), None)
    lacking = "listed" if match.re is _UNLISTED else match["lacking"].strip()
    if kind is None or kind.id not in ("policy", "player"):
        return None
    if "除" in text and "外" not in text:
        return None
    all_ids = _all_of(store, kind)
    if kind.id == "player" and _LISTED.search(lacking):
        rows = store.query("SELECT id FROM companies WHERE ticker <> ''")
        return _shown(store, question, known, all_ids - {each for (each,) in rows}, _NO_TICKER)
    rest = _DATA.sub(" ", lacking).strip() if kind.id == "player" else lacking
    if not rest:
        rows = store.query("SELECT id FROM answers WHERE value <> ''")
        return _shown(store, question, known, all_ids - {each for (each,) in rows}, _NO_FIGURES)
    read = read_edited_question(store, rest)
    parts = list(read.parts)
    if read.only_asks or not parts or read.query.months:
        return None
    words = quoted((rest,))
    if kind.id == "player" and all(part.measure for part in parts):
        ids = {each for each in all_ids if _has_figure(store, each, parts)}
        return _shown(store, question, known, all_ids - ids, _NO_MEASURE, words=words)
    topics = [topic for part in parts for topic in topics_of(store, kind, part)]
    is_marked = all(topic.facet for topic in topics)
    if not is_marked and not all(part.concepts or part.names for part in parts):
        return None
    having = {each.id for each in records_about(store, kind, topics, len(all_ids))}
    if not having:
        return None
    if is_marked:
        words = enumeration([within_sentence(topic.label) for topic in topics])
    unit = "项" if kind.id == "policy" else "家"
    noun = Wording(kind.label.zh if kind.id == "policy" else "企业", kind.words[0])
    form = _NOT_ON if is_marked else _NOT_MENTIONING
    ids = all_ids - having
    return _shown(store, question, known, ids, form, words=words, kind=noun, unit=unit)


def _all_of(store: Store, kind: KindInfo) -> set[str]:
    """Return the ids of all policies, or of all companies with a business."""
    if kind.id == "policy":
        return {each for (each,) in store.query("SELECT id FROM records WHERE kind = 'policy'")}
    sql = "SELECT id, value FROM facets JOIN records USING (id) WHERE kind = ? AND facet = 'role'"
    return {each for each, role in store.query(sql, (kind.id,)) if role not in OTHER_ROLES}


def _has_figure(store: Store, identity: str, parts: list[Part]) -> bool:
    store.load_facts({identity})
    facts = (each for each in store.facts(identity) if each.value)
    return any(all(in_fact(part, fact) for part in parts) for fact in facts)


def _shown(
    store: Store,
    question: Question,
    known: dict[int, KnownMatch],
    ids: set[str],
    form: Wording,
    **words: Wording | str,
) -> SeveralAnswers | None:
    """Return records by importance; the remark of the first has their number."""
    if not ids:
        return None
    records: list[IndexedRecord] = store.indexed_records(positions_of_ids(store, sorted(ids)))
    records.sort(key=lambda each: each.position)
    ranked = described_records(store, question._replace(parts=()), known, records)
    answers = [(item, Verdict("near")) for item in ranked]
    answers[0] = ranked[0], Verdict("near", (), form.format(count=len(ranked), **words))
    return SeveralAnswers(answers)
