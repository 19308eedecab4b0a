"""Companies by their business: who sells medicine online, which companies do AI, 做AI的公司."""

from __future__ import annotations

import re
from itertools import pairwise

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.index_lookup import positions_of_ids, positions_of_token
from tui.question.reader import read_edited_question
from tui.question.tables import in_list
from tui.search.briefing_subject import is_about_briefing
from tui.search.features import IN_BODY, IN_EVENT, in_fact, in_record
from tui.search.list_topics import Topic, topics_of
from tui.search.several.asked_kind import ASKS_OTHER
from tui.search.several.list_question import described_records, list_of
from tui.search.several.list_remark import found_words
from tui.search.several_answers import SeveralAnswers
from tui.search.several_form import COMPANY_WORDS
from tui.search.verdict import Verdict
from tui.text.language import Wording
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.search.ranking import Ranked
    from tui.store import IndexedRecord, KindInfo, Store

_DOING = words_of(
    "does do doing offer offers offering provide provides providing sell sells selling operate "
    "operates operating run runs running build builds building supply supplies deliver delivers "
    "develop develops developing make makes making"
)
_AFTER_COMPANIES = words_of("in for that with of which doing offering providing selling")
_ASKING = words_of(
    "who what which list are is the a any all there also have has active working me show"
)
_COMPANY = "(?:公司|企业|厂商|平台|机构)"
GROUP = re.compile(
    rf"([三四五几]大?(?:家|巨头)?(?:巨头|龙头)|[三四五]家|巨头|龙头|头部)(?:{_COMPANY})?"
    r"|\b(?:the |all )*((?:(?:big |top )?three|leading)(?: (?:giants|leaders))?|giants|leaders)"
    r"(?: (?:companies|firms|platforms))?\b(?! (?:years|months|quarters|times))"
)
"""Words for a group of companies, of which a title names the members."""
_CHINESE_WHICH = re.compile(
    r"^(?:哪些是|谁是|有哪些)|谁(?!家)|(?:有|是|都有|都是)?(?:哪些|哪几家|哪几个|什么|哪家)?"
    rf"{_COMPANY}(?:有哪些|都有谁|有谁|名单|有)?|哪家|哪几家"
)
_CHINESE_ASKING = re.compile(
    rf"哪些{_COMPANY}|{_COMPANY}(?:有哪些|都有谁|有谁|名单|列表|一览)|^有?哪些[^，。]+{_COMPANY}$"
    rf"|(?:做|提供|经营|从事|卖|搞)[^，。]+的{_COMPANY}"
    r"|(?:谁|哪家|哪几家)(?:公司|企业)?(?:在|都在|也)?"
    r"(?:做|提供|经营|从事|卖|搞|运营|布局|开展|有)"
)
_CHINESE_DOING = re.compile(
    r"(?:都|也|正)?在?(?:做|提供|经营|从事|搞|运营|布局|开展|有)|业务|服务|的|都"
)
_VERBS = ("做", "提供", "经营", "从事", "卖", "搞", "运营", "布局", "开展")
OTHER_ROLES = frozenset(("government", "media", "research-house"))
"""Roles of institutions that have no business of the industry."""
_NONE = Wording(
    "没有一家的业务包括{words}，以下{count}家提到它",
    "no company has {words} as its business; showing {count} that mention it",
)
_OF_INDUSTRY = Wording(
    "资料提及企业{count}家，并非全行业名单",
    "the documents name {count} companies; this is no list of the whole industry",
)


_LISTED_OR_COUNTED = (
    *("listed", "listing", "ipo", "traded", "ticker", "stock", "代码", "上市", "挂牌"),
    *("number", "many", "数", "多少"),
)


class _Topic(NamedTuple):
    """A topic with the ids of the companies that have it as their business."""

    topic: Topic
    ids: set[str]


def listed_companies(
    store: Store, question: Question, known: dict[int, KnownMatch], *, is_known: bool
) -> SeveralAnswers | None:
    """Return the companies whose business a question describes; None where it asks for something
    else."""
    if any(word in question.query.text for word in _LISTED_OR_COUNTED):
        from tui.search.several.listed_on_exchange import companies_with_ticker

        if found := companies_with_ticker(store, question, known):
            return found
    if len(question.parts) == 1 and not question.asks - {"list"}:
        kind = next(each for each in store.kinds() if each.id == "player")
        topics = topics_of(store, kind, question.parts[0])
        if question.parts[0].concepts and [topic.facet for topic in topics] == ["role"]:
            return list_of(store, question, known, kind, topics)
    if not _asks_for_companies(question):
        return None
    by_noun = not _opens(question)
    if by_noun and is_known:
        return None
    kind = next(each for each in store.kinds() if each.id == "player")
    first: list[Part] = []
    for with_verbs in (True, False):
        parts = _topic_parts(store, question, with_verbs)
        if not parts or any(part.measure or _is_company(store, part) for part in parts):
            return None
        if not _does(question) and all(is_about_briefing(store, part) for part in parts):
            return _all_companies(store, question, known)
        topics = [topic for part in parts for topic in topics_of(store, kind, part)]
        if all(topic.facet == "role" for topic in topics):
            return list_of(store, question, known, kind, topics)
        if _names_role(question):
            return None
        having = [_Topic(topic, _companies_with(store, kind, topic)) for topic in topics]
        ids = set.intersection(*(each.ids for each in having))
        if ids and (all(topic.facet for topic in topics) or not (is_known or by_noun)):
            asked = question._replace(parts=tuple(parts))
            ranked = described_records(store, asked, known, _records(store, ids))
            return _answers(store, kind, having, ranked)
        first = parts
    if by_noun or GROUP.search(question.query.plain):  # a group of companies is no business
        return None
    return _mentioning(store, question._replace(parts=tuple(first)), known)


def _all_companies(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> SeveralAnswers:
    """Return the companies that have a business, to a question for those of the whole industry."""
    rows = store.query(
        "SELECT id, value FROM facets JOIN records USING (id) "
        "WHERE kind = 'player' AND facet = 'role' ORDER BY position"
    )
    roles = {identity: role for identity, role in rows if role not in OTHER_ROLES}
    records = sorted(_records(store, set(roles)), key=lambda each: each.position)
    ranked = described_records(store, question._replace(parts=()), known, records)
    remark = _OF_INDUSTRY.format(count=len(ranked))
    verdicts = [Verdict("near", (), remark), *[Verdict("near")] * (len(ranked) - 1)]
    command = ("list", "companies", "--role", ",".join(sorted(set(roles.values()))))
    return SeveralAnswers(list(zip(ranked, verdicts, strict=True)), command)


def _answers(
    store: Store, kind: KindInfo, found: list[_Topic], ranked: list[Ranked]
) -> SeveralAnswers:
    ranked.sort(key=lambda item: -item.score)
    topics = [each.topic for each in found]
    remark = found_words(kind, topics, None, len(ranked))
    verdicts = [Verdict("exact", (), remark), *[Verdict("exact")] * (len(ranked) - 1)]
    command: tuple[str, ...] = ()
    ids = {item.described.record.id for item in ranked}
    roles = sorted({each for each in roles_of(store, ids).values() if each})
    tags = [topic for topic in topics if topic.facet]
    if len(tags) == len(topics) and ids == set.intersection(
        *(_with_value(store, kind, topic) for topic in tags)
    ):
        values = [word for topic in tags for word in (f"--{topic.facet}", topic.value)]
        command = (kind.words[0], *values, "--role", ",".join(roles))
    return SeveralAnswers(list(zip(ranked, verdicts, strict=True)), command)


def _mentioning(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> SeveralAnswers | None:
    """Return the companies that mention what a question asks for; they need not do it."""
    positions = set.intersection(*(_positions(store, part) for part in question.parts))
    records = [
        record
        for record in store.indexed_records(sorted(positions))
        if record.kind == "player"
        and all(in_record(part, record) >= IN_BODY for part in question.parts)
    ]
    roles = roles_of(store, {record.id for record in records})
    records = [record for record in records if roles[record.id] not in OTHER_ROLES]
    if not records:
        return None
    ranked = described_records(store, question, known, records)
    ranked.sort(key=lambda item: -item.score)
    words = " ".join(part.text for part in question.parts)
    remark = _NONE.format(words=Wording(f"“{words}”", f"“{words}”"), count=len(ranked))
    verdicts = [Verdict("near", (words,), remark), *[Verdict("near")] * (len(ranked) - 1)]
    return SeveralAnswers(list(zip(ranked, verdicts, strict=True)))


def _asks_for_companies(question: Question) -> bool:
    query = question.query
    if query.months or question.asks & ASKS_OTHER or set(question.qualifiers) - {"only"}:
        return False
    words = query.words
    if words[:1] == ("how",):  # how companies do something: not which ones do
        return False
    if _opens(question):
        return True
    at = next((at for at, word in enumerate(words) if word in COMPANY_WORDS), -1)
    follows = 0 < at + 1 < len(words) and words[at + 1] in (_AFTER_COMPANIES | _DOING)
    return at >= 0 and words[at].endswith("s") and (follows or at == len(words) - 1)


def _opens(question: Question) -> bool:
    """Return whether a question asks who or which companies, and does not only name them."""
    query = question.query
    words = query.words
    if words[:1] == ("who",) and words[1:2] and words[1] in _DOING:
        return True
    if _names_role(question):
        return True
    if words[:1] and words[0] in ("which", "what", "list"):
        return not COMPANY_WORDS.isdisjoint(words[1:3])
    pairs = pairwise(words)
    if any(a in COMPANY_WORDS and a.endswith("s") and b in _DOING for a, b in pairs):
        return True
    return bool(not query.text.isascii() and _CHINESE_ASKING.search(query.text))


def _does(question: Question) -> bool:
    """Return whether a question has a verb for a business (who offers, 提供)."""
    text = question.query.text
    return not _DOING.isdisjoint(question.query.words) or any(verb in text for verb in _VERBS)


def _names_role(question: Question) -> bool:
    """Return whether a question asks for all with a role: who are the insurers, 哪些是投资方."""
    text, words = question.query.text, question.query.words
    if words[:2] == ("who", "are"):
        return True
    if words[:1] and words[0] in ("which", "what") and words[-2:] == ("are", "there"):
        return COMPANY_WORDS.isdisjoint(words)
    return text.startswith(("哪些是", "谁是", "有哪些")) and not re.search(_COMPANY, text)


def _topic_parts(store: Store, question: Question, with_verbs: bool) -> list[Part]:
    """Return the parts of a question that say what the companies do."""
    text = _CHINESE_WHICH.sub(" ", question.query.plain)
    dropped = COMPANY_WORDS | _ASKING | _AFTER_COMPANIES | {"only"}
    if not with_verbs:
        dropped |= _DOING
        text = _CHINESE_DOING.sub(" ", text)
    rest = read_edited_question(
        store, " ".join(word for word in text.split() if word not in dropped)
    )
    return [] if rest.only_asks else list(rest.parts)


def _companies_with(store: Store, kind: KindInfo, topic: Topic) -> set[str]:
    """Return the ids of the companies with a topic: of those with its facet or an offering of it,
    without institutions that have no business."""
    ids = _with_value(store, kind, topic)
    if topic.facet == "role":
        return ids
    records = store.indexed_records(sorted(_positions(store, topic.part)))
    ids_of_companies = {record.id for record in records if record.kind == kind.id}
    store.load_facts(ids_of_companies)
    for each in ids_of_companies - ids:
        facts = (fact for fact in store.facts(each) if fact.form == "offering")
        if any(in_fact(topic.part, fact) > IN_EVENT for fact in facts):
            ids.add(each)
    return ids - {each for each, role in roles_of(store, ids).items() if role in OTHER_ROLES}


def _with_value(store: Store, kind: KindInfo, topic: Topic) -> set[str]:
    """Return the ids of the companies that have the facet of a topic and a business."""
    rows = store.query(
        "SELECT id FROM facets JOIN records USING (id) WHERE kind = ? AND facet = ? AND value = ?",
        (kind.id, topic.facet, topic.value),
    )
    ids = {identity for (identity,) in rows}
    return {each for each, role in roles_of(store, ids).items() if role not in OTHER_ROLES}


def roles_of(store: Store, ids: set[str]) -> dict[str, str]:
    """Return the role of each company, empty for none."""
    places, wanted = in_list(sorted(ids))
    sql = f"SELECT id, value FROM facets WHERE facet = 'role' AND id IN ({places})"
    return dict.fromkeys(ids, "") | dict(store.query(sql, wanted))


def _records(store: Store, ids: set[str]) -> list[IndexedRecord]:
    return store.indexed_records(positions_of_ids(store, sorted(ids)))


def _positions(store: Store, part: Part) -> set[int]:
    tokens = part.concepts or part.tokens
    found = {position for token in tokens for position in positions_of_token(store, token)}
    return found | set(part.names)


def _is_company(store: Store, part: Part) -> bool:
    records = store.indexed_records(part.names)
    return bool(records) and all(record.kind == "player" for record in records)
