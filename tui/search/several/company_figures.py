"""Questions for one measure of several companies that are not named one by one: 各公司营收,
哪家用户最多, revenue of each company, 三家龙头的收入."""

from __future__ import annotations

import re

from tui.document.gloss import quoted_title
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import positions_of_token
from tui.question.reader import make_part, read_edited_question
from tui.search.briefing_subject import is_about_briefing
from tui.search.candidate_records import find_candidates
from tui.search.features import BROADER, IN_NAME, in_fact, in_record, in_title
from tui.search.ranking import rank
from tui.search.several.company_list import GROUP, OTHER_ROLES, roles_of
from tui.search.several.comparison_question import compares, comparison_of
from tui.search.several.list_question import described_records
from tui.search.several.rank_claims import claims_of_first, remark_on_claims
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import ASK_NUMBER, Verdict, quoted
from tui.text.fold import fold
from tui.text.language import Wording, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.store import AnswerRow, IndexedRecord, Store

_COMPANY = "(?:公司|企业|平台|厂商|机构)"
_EACH = re.compile(
    rf"各家{_COMPANY}?|各个?{_COMPANY}|每一?家{_COMPANY}?|每个{_COMPANY}|哪一?家{_COMPANY}?|哪个{_COMPANY}"
    rf"|哪些{_COMPANY}|[几两]家{_COMPANY}?|谁家?的?"
    rf"|的{_COMPANY}(?:有?哪些|有谁|有哪几家)?$"
    r"|\bwho\b|\b(?:companies|firms|platforms)(?: (?:that|which|who)\b|$)"
    r"|\b(?:each|every|which|what|by|per|all)(?: of the)? (?:compan(?:y|ies)|firms?|platforms?)\b"
)
_THAT_HAVE = re.compile(
    rf"哪些{_COMPANY}|哪一?[家个]{_COMPANY}|[的有](?:{_COMPANY})|谁"
    r"|\b(?:which|what|who)\b|\b(?:companies|firms|platforms)(?: (?:that|which|who|with)\b|$)"
)
"""Which companies have something: which are profitable, 盈利的公司."""
_ONE = re.compile(
    r"\b(?:largest|biggest|leading|top)? ?(?:compan(?:y|ies)|firms?|platforms?)"
    r"(?: (?:by|with|that has|having))?(?: the)?\b"
    r"|的(?:公司|企业|平台|厂商)"
)
"""The company of a superlative: largest company by users, 利润最高的公司."""
_NOUNS = frozenset(("company", "companies", "企业", "公司", "平台", "platform", "platforms"))
_THREE = "three"
_MOST = (
    *("最多", "最高", "最大", "最少", "最低"),
    *("the most", "most", "highest", "largest", "biggest"),
)
_LEAST = frozenset(("最少", "最低"))
_RANKING = re.compile(
    r"\b(?:rank(?:ings?|ed|s)?|league tables?)\b(?: (?:of|by))?(?: the)?"
    r"|的?(?:排名|排行榜?|榜单|名次)"
)
_MOST_OF_VERB = re.compile(
    rf"^\W*最(?![多高大少低新近早晚后先初终])(.+?)(?:的(?:{_COMPANY})?)?(?:是谁|是)?$"
)
"""A verb that means a measure: 最赚钱, 最赚钱的公司."""
_ASKS = frozenset(("person", "list", "what", "meaning", "latest", "now")) | ASK_NUMBER
_CANDIDATES = 12
_OF_COMPANIES = Wording(
    "有{words}数字的企业{count}家，按数值排列；名称、口径或时期可能不同，不宜直接比较",
    "{count} companies have a figure for {words}, largest first; names, definitions or periods may "
    "differ, so they do not make a ranking",
)
_OF_ONE = Wording(
    "只有{company}有{words}数字，无从比较",
    "only {company} has a figure for {words}: nothing to compare",
)
_ONLY_OF_ONE = Wording("只有{company}有{words}数字", "only {company} has a figure for {words}")
_BROADER = Wording(
    "资料没有{words}的数字，最接近的是{company}的{measure}",
    "no figure for {words} in the documents; nearest: {measure} of {company}",
)
_OF_GROUP = Wording("{remark}\n企业据{title}", "{remark}\ncompanies as named in {title}")


def company_figures(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> SeveralAnswers | None:
    """Return the companies that have a figure for the measure that a question asks of each, or the
    members of the group that it names; None where it asks for something else."""
    if question.asks - _ASKS or question.corrected:
        return None
    text = question.query.plain
    group = GROUP.search(text)
    words = _EACH.sub(" ", text) if group is None else GROUP.sub(" ", text)
    if group is None and words == text and question.qualifiers:
        words = _ONE.sub(" ", text)
    is_ranking = group is None and words != (words := _RANKING.sub(" ", words))
    if is_ranking:
        words = _ONE.sub(" ", words)
    verb = _MOST_OF_VERB.search(words.strip(" ?？")) if group is None else None
    if verb:
        words = verb[1]
    elif group is None and words == text:
        return None
    if set(question.qualifiers) - set(_MOST) - {"每家"}:
        return None
    is_most = group is None and any(word in question.qualifiers for word in _MOST)
    is_most |= verb is not None or is_ranking
    if not (is_most or group or any(part.measure for part in question.parts)):
        return None
    rest = read_edited_question(store, " ".join(words.split()))
    parts = [
        part
        for part in rest.parts
        if not compares(part.text) and not is_about_briefing(store, part)
    ]
    if is_ranking and all(each.text in _NOUNS for each in parts):
        from tui.search.several.largest_company import largest_company

        return largest_company(store, question)
    if rest.only_asks or not parts:
        return None
    if not is_most and (len(parts) != 1 or not (parts[0].measure or group)):
        return None
    if is_ranking and any(_is_company(store, part) for part in parts):
        return None
    unnamed = tuple(part._replace(names=()) for part in parts)
    asked = question._replace(parts=unnamed, qualifiers=())
    if group:
        return _of_group(store, asked, next(filter(None, group.groups())))
    records = _with_parts(store, asked)
    is_measure = all(part.measure for part in parts) or not is_ranking
    has_measure = not is_most and bool(_THAT_HAVE.search(text))
    least = 1 if (is_most and is_measure) or has_measure else 2
    found = _of_all(store, asked, known, records, least, compares_them=is_most)
    if found is None or not _LEAST.isdisjoint(question.qualifiers):
        return found
    if has_measure and len(found.ranked) == 1:
        gaps = [each for each in records if each.kind == "gap" and in_title(parts[0], each)]
        of_gaps = described_records(store, asked, known, gaps)
        found = _with_claims(store, asked, found, records)
        ranked = [*found.ranked, *((item, Verdict("near")) for item in of_gaps)]
        return found._replace(ranked=ranked)
    return _with_claims(store, asked, found, records) if is_most else found


def _with_parts(store: Store, question: Question) -> list[IndexedRecord]:
    """Return the records that have all parts of a question."""
    positions = set.intersection(
        *(
            {
                at
                for token in (*part.concepts, *part.broader) or part.tokens
                for at in positions_of_token(store, token)
            }
            for part in question.parts
        )
    )
    return store.indexed_records(sorted(positions))


def _of_all(
    store: Store,
    question: Question,
    known: dict[int, KnownMatch],
    records: list[IndexedRecord],
    least: int,
    *,
    compares_them: bool,
) -> SeveralAnswers | None:
    """Return all companies with a figure for a measure, the greatest first; None where fewer than
    ``least`` have one. ``compares_them``: the question asks which is the first."""
    companies = [each for each in records if each.kind == "player"]
    found = [
        item
        for item in described_records(store, question, known, companies)
        if (fact := item.described.chosen.fact).value
        and not fact.is_rate
        and not fact.unit.endswith("%")
        and all(in_fact(part, fact) and _is_measure(part, fact) for part in question.parts)
    ]
    if len(found) < least:
        return None
    sizes = _sizes(store, [item.described.chosen.fact.number for item in found])
    found.sort(key=lambda item: -sizes.get(item.described.chosen.fact.number, 0.0))
    words = quoted((" ".join(part.text for part in question.parts),))
    remark = _OF_COMPANIES.format(words=words, count=str(len(found)))
    first = found[0].described.chosen.fact
    if any(in_fact(part, first) == BROADER for part in question.parts):
        sql = "SELECT measure_zh, measure_en FROM answers WHERE number = ?"
        measure = next(Wording(zh, en) for zh, en in store.query(sql, (first.number,)))
        measure = quoted_title(measure)
        remark = _BROADER.format(words=words, measure=measure, company=first.title)
    elif len(found) == 1:
        remark = (_OF_ONE if compares_them else _ONLY_OF_ONE).format(
            words=words, company=first.title
        )
    answers = [(found[0], Verdict("near", (), remark))]
    return SeveralAnswers(answers + [(item, Verdict("near")) for item in found[1:]])


def _with_claims(
    store: Store, measure: Question, found: SeveralAnswers, records: list[IndexedRecord]
) -> SeveralAnswers:
    """Return companies by a measure, then the claims of sources that one of them is the first, of
    which the remark has the titles."""
    if not (claims := claims_of_first(store, measure, records)):
        return found
    (first, verdict), *others = found.ranked
    remark = one_a_line([verdict.remark, remark_on_claims(store, claims)])
    lead = first, verdict._replace(remark=remark)
    return found._replace(ranked=[lead, *others, *claims])


def _is_company(store: Store, part: Part) -> bool:
    return any(record.kind == "player" for record in store.indexed_records(part.names))


def _is_measure(part: Part, fact: AnswerRow) -> bool:
    """Return whether a part names a measure, or is a word of the name of a figure."""
    return part.measure or part.text in fact.words.partition("\n")[2]


def _sizes(store: Store, numbers: list[int]) -> dict[int, float]:
    places = ",".join("?" * len(numbers))
    sql = f"SELECT number, base_value FROM answers WHERE number IN ({places})"
    return {number: size or 0.0 for number, size in store.query(sql, numbers)}


def _of_group(store: Store, question: Question, words: str) -> SeveralAnswers | None:
    """Return the companies that the title of the best record on a group names, compared."""
    if words.isascii() and words.split()[-1] == _THREE:
        words = f"{words} leaders"  # revenue of the three companies
    group = read_edited_question(store, words)
    candidates = find_candidates(store, group, {})
    for item in rank(store, group, candidates, _CANDIDATES):
        record = item.described.record
        if all(in_record(part, record) >= IN_NAME for part in group.parts):
            members = _members(store, record)
            if len(members) > 1 and _has_figure(store, question, members):
                named = [(make_part(fold(title), (it.position,)), it) for title, it in members]
                found = comparison_of(store, question, named, question.parts)
                (first, verdict), *others = found.ranked
                source = _statement_on(store, [it for _, it in members]) or record.id
                title = quoted_title(store.facts(source)[0].title)
                remark = _OF_GROUP.format(title=title, remark=verdict.remark)
                near = [(each, Verdict("near", it.missing, it.remark)) for each, it in others]
                lead = Verdict("near", verdict.missing, remark)
                return found._replace(ranked=[(first, lead), *near])
    return None


def _has_figure(store: Store, question: Question, members: list[tuple[str, IndexedRecord]]) -> bool:
    """Return whether a member of a group has a figure for what is asked of it."""
    ids = {record.id for _, record in members}
    store.load_facts(ids)
    facts = (fact for each in ids for fact in store.facts(each) if fact.form == "observation")
    return any(all(in_fact(part, fact) for part in question.parts) for fact in facts)


def _statement_on(store: Store, members: list[IndexedRecord]) -> str:
    """Return the id of the statement that names all members in its title: it says whose group it
    is, which a gap asks; empty for none."""
    names = [[fold(text) for text in store.facts(each.id)[0].title] for each in members]
    for id_, titles in store.query("SELECT id, titles FROM folded WHERE kind = 'statement'"):
        if all(any(name in titles for name in each) for each in names):
            return str(id_)
    return ""


def _members(store: Store, group: IndexedRecord) -> list[tuple[str, IndexedRecord]]:
    """Return the companies whose names the title of a record has, with these names."""
    rows = store.query(
        "SELECT f.position, p.title_zh FROM records g JOIN records p ON p.kind = 'player' "
        "JOIN folded f ON f.id = p.id "
        "WHERE g.id = ? AND g.kind <> 'player' AND instr(g.title_zh, p.title_zh)",
        (group.id,),
    )
    titles: dict[int, str] = dict(rows)
    longest = {
        at: title
        for at, title in titles.items()
        if not any(title != other and title in other for other in titles.values())
    }
    roles = roles_of(store, {each.id for each in store.indexed_records(longest)})
    return [
        (longest[each.position], each)
        for each in store.indexed_records(longest)
        if roles[each.id] not in OTHER_ROLES
    ]
