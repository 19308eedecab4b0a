"""Questions that ask for a list: which policies mention insurance, policies since 2020, what is not
known about financing."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import phrase_positions
from tui.search.briefing_subject import is_about_briefing
from tui.search.date_order import (
    NEWEST,
    OLDEST,
    dates_of,
    is_within,
    order_asked,
    ordered_remark,
)
from tui.search.list_topics import Topic, distinct, records_about, tags_of, topics_of
from tui.search.ranking import Ranked, score_of
from tui.search.record_features import RecordDescriber
from tui.search.several.list_command import list_command
from tui.search.several.list_remark import doubtful_policies, found_words, none_words
from tui.search.several_answers import (
    ISSUED_WORDS,
    RULE_WORDS,
    SAME_QUESTION,
    SAME_WORDS,
    SeveralAnswers,
    kinds_by_word,
)
from tui.search.verdict import Verdict
from tui.text.fold import fold
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.store import IndexedRecord, KindInfo, Store

_UNKNOWN, _PERSON = "unknown", "person"
ASKS_OTHER = frozenset(("amount", "uncounted", "money", "count", "rate", "share", "date", "reason"))
"""Kinds of question that a list does not answer."""
_OPEN_QUESTION = frozenset(("what", "meaning", "list"))
"""Asked together with what is unknown: for all of it, not whether one fact is known."""
_WITH_PHRASE = 12
"""Records with a phrase whose titles are compared with it."""
_PUBLISHED = words_of(
    "issued published released promulgated adopted 发布 出台 印发 颁布 公布 下发"
) | {"came out", "come out"}
"""Said of every document: no topic."""
_CONCERNING = words_of(
    "concern concerns concerning regarding relate relates related cover covers covering mention "
    "mentions mentioning address addresses list affect affects touch touches "
    "涉及 关于 有关 提到 针对"
)
"""Says that a record has a topic: no topic."""
_WHICH_COMPANIES = (
    *("哪些公司", "哪些企业", "哪些机构", "which companies", "which firms", "which institutions"),
    *("what companies", "what firms"),
)
_PREPOSITIONS = frozenset(("from", "on", "by", "about", "for", "in"))
"""After the name of a kind: policies from the State Council."""
_ON = _PREPOSITIONS | {"of", "the"}
_BY_IMPORTANCE = frozenset(("biggest", "largest", "greatest", "最大", "最大的"))
"""Superlatives of data gaps, which are in the order of their importance."""
_A_YEAR = 100
"""From a month to that of the next year, as yyyymm."""
_MOST_LISTED = 200
"""A list of more records is no answer."""


def listed_records(
    store: Store, question: Question, known: dict[int, KnownMatch], *, is_known: bool = False
) -> SeveralAnswers | None:
    """Return the records of the kind that a question names, on its topics and of its period: the
    newest first, or the best match where they have no date; None where it does not ask for a list.
    ``is_known``: an editor has written the question of one record: then only what narrows it to a
    time or by a second filter counts."""
    text = question.query.text
    if "date" in text or "日期" in text or "年份" in text or "时间" in text:
        from tui.search.several.undated_records import undated_records

        if found := undated_records(store, question, known):
            return found
    asked = _asked_kind(store, question)
    if asked is None:
        return None
    kind, parts, is_list = asked
    if kind.id == "policy" and (found := _by_region(store, question, known, kind, parts)):
        return found
    if is_known and not question.asks:  # of a record of another kind: policy on consultations
        is_known = not is_list or _is_known_of(store, kind, known)
    topics = distinct(topic for part in parts for topic in topics_of(store, kind, part))
    are_filters = _are_filters(store, kind, topics)
    if topics and all(topic.facet for topic in topics) and _asks_for_all(question, known):
        is_known = False
    of_all = all(is_about_briefing(store, part) for part in parts)
    if question.query.months and of_all and _is_ordered_by_date(store, kind):
        is_known, topics = False, []
    if _is_ordered_by_date(store, kind) and not are_filters:
        from tui.search.several.unlisted_topic import none_on_topic

        if found := none_on_topic(store, question, known, kind, topics):
            return found
    if not (are_filters or (is_list and not is_known)):
        return None
    if is_known and not question.query.months and len(topics) < 2:
        return None
    if _PERSON in kind.questions and not all(topic.facet for topic in topics):
        return None  # which companies did one thing: one answer says it
    if question.qualifiers and not topics:
        question = question._replace(parts=())  # the biggest gaps: by importance
    return list_of(store, question, known, kind, topics)


def _by_region(
    store: Store,
    question: Question,
    known: dict[int, KnownMatch],
    kind: KindInfo,
    parts: list[Part],
) -> SeveralAnswers | None:
    text = question.query.text
    if not any(word in text for word in ("省", "地", "provinc", "region", "local")):
        return None
    from tui.search.several.policies_by_region import REGIONS, policies_by_region

    if not REGIONS.search(text):
        return None
    asked = question._replace(parts=())
    return policies_by_region(
        store, question, kind, parts, lambda topics: list_of(store, asked, known, kind, topics)
    )


def list_of(
    store: Store,
    question: Question,
    known: dict[int, KnownMatch],
    kind: KindInfo,
    topics: list[Topic],
) -> SeveralAnswers | None:
    """Return the records of a kind on the topics and of the period of a question; None where there
    are none or too many."""
    records = records_about(store, kind, topics, _MOST_LISTED + 1)
    if not records or len(records) > _MOST_LISTED:
        return None
    months = question.query.months
    with_date, dates = dates_of(store, records)
    with_date = with_date and (bool(months) or _is_ordered_by_date(store, kind))
    order = order_asked(question) if with_date and not months else ""
    if order:  # the newest or the oldest of them: only those with a date
        undated = sum(dates[each.id] is None for each in records)
        records = [each for each in records if dates[each.id]]
    inside = [each for each in records if is_within(dates[each.id], months)]
    if not order:
        undated = sum(dates[each.id] is None for each in records) if months else 0
    shown = inside or [each for each in records if dates[each.id]]
    if not shown:
        return None
    if with_date:
        shown.sort(key=lambda each: -(dates[each.id] or (0, 0))[1])
    if order == "oldest":
        shown.sort(key=lambda each: dates[each.id] or (0, 0))
    verdict = Verdict("exact") if inside else Verdict("other_period")
    remark = none_words(kind, topics, months)
    if inside:
        doubtful = doubtful_policies(store, shown) if kind.id == "policy" else 0
        remark = found_words(kind, topics, months, len(shown), undated, doubtful)
    ranked = described_records(store, question, known, shown)
    if order and inside:
        lead = ranked[0].described
        rows = store.query("SELECT date FROM records WHERE id = ?", (lead.record.id,))
        date = next((each for (each,) in rows if each), "")
        remark = ordered_remark(order, remark, lead.chosen.fact.title, date)
    first = verdict._replace(remark=remark)
    if question.parts and not with_date:
        ranked.sort(key=lambda item: -item.score)
    verdicts = [first, *[verdict] * (len(ranked) - 1)]
    command = list_command(kind, topics, months) if inside else ()
    return SeveralAnswers(list(zip(ranked, verdicts, strict=True)), command, tags_of(topics))


def described_records(
    store: Store, question: Question, known: dict[int, KnownMatch], records: list[IndexedRecord]
) -> list[Ranked]:
    """Return records with the fact of each that fits the question."""
    weights = [1.0] * len(question.parts)
    describer = RecordDescriber(store, question, weights, known)
    store.load_facts({record.id for record in records})
    described = [describer.describe(record, describer.in_names(record)) for record in records]
    return [Ranked(min(1.0, round(score_of(each.features), 3)), each) for each in described]


def _is_known_of(store: Store, kind: KindInfo, known: dict[int, KnownMatch]) -> bool:
    """Return whether a record of the kind has a known question that is this one."""
    same = [each for each, match in known.items() if match.similarity >= SAME_QUESTION]
    return any(record.kind == kind.id for record in store.indexed_records(same))


def _asks_for_all(question: Question, known: dict[int, KnownMatch]) -> bool:
    """Return whether a question, not in the words of an editor's, asks for a list or its order, or
    is no sentence (telemedicine regulation)."""
    if any(match.similarity >= SAME_WORDS for match in known.values()):
        return False
    is_phrase = not question.asks and set(question.fillers) <= _ON
    return is_phrase or "list" in question.asks or bool(order_asked(question))


def _are_filters(store: Store, kind: KindInfo, topics: list[Topic]) -> bool:
    """Return whether the topics are filters of dated records, one of them a subject: national
    policies on insurance, but not national policies, which a figure counts."""
    facets = [topic.facet for topic in topics]
    return all(facets) and "tag" in facets and _is_ordered_by_date(store, kind)


def _asked_kind(store: Store, question: Question) -> tuple[KindInfo, list[Part], bool] | None:
    """Return the kind that a question names, its other parts, and whether it asks for a list."""
    is_plain = _BY_IMPORTANCE.issuperset(question.qualifiers)
    if question.corrected or question.only_asks or not is_plain or question.asks & ASKS_OTHER:
        return None
    kinds = kinds_by_word(store)
    dropped = _PUBLISHED | _CONCERNING | NEWEST | OLDEST
    parts = [part for part in question.parts if part.text not in dropped]
    if any(words in question.query.text for words in _WHICH_COMPANIES):
        return next((each, parts, True) for each in store.kinds() if _PERSON in each.questions)
    for part in reversed(parts):  # the head of policy gaps, 政策缺口
        if kind := kinds.get(part.text) or kinds.get(_without_published(part.text)):
            is_first = part is parts[0]
            named = {*_words_of(kind, question), part.text}
            parts = [each for each in parts if each.text not in named]
            is_gap = _UNKNOWN in kind.questions
            if is_gap:
                parts = [each for each in parts if each.text not in _BY_IMPORTANCE]
            elif question.qualifiers:
                return None
            months = question.query.months
            opens = is_first and not _PREPOSITIONS.isdisjoint(question.fillers)
            is_list = "list" in question.asks or bool(months) or is_gap or opens
            if part.text == kind.id and part.text not in kind.words:  # which policy: one of them
                is_list = opens
                if months:
                    is_list = not parts or months.last - months.first >= _A_YEAR
            if not months and order_asked(question) and _is_ordered_by_date(store, kind):
                is_list = True
            if parts and _is_head(store, question, part, kind):
                is_list = _is_ordered_by_date(store, kind) or is_list
            return kind, parts, is_list
    if question.qualifiers:
        return None
    document = _document_issued(question)
    if document and all(part.text == document for part in parts):
        return next(each for each in store.kinds() if each.id == "policy"), [], True
    rule = next((part for part in parts if part.text in RULE_WORDS), None)
    if rule:
        policies = next(each for each in store.kinds() if each.id == "policy")
        others = [part for part in parts if part is not rule]
        return policies, others, bool(others) and _is_head(store, question, rule, policies)
    # With several topics it asks for the one gap that has them.
    is_open = _UNKNOWN in question.asks and question.asks & _OPEN_QUESTION
    if len(parts) == 1 and is_open and not question.query.months:
        return next((each, parts, True) for each in store.kinds() if _UNKNOWN in each.questions)
    return None


def _document_issued(question: Question) -> str:
    """Return the word for documents of which a question asks which were issued; else empty."""
    texts = [part.text for part in question.parts]
    if _PUBLISHED.isdisjoint(texts):
        return ""
    return next((each for each in (*texts, *question.fillers) if each in ISSUED_WORDS), "")


def _is_head(store: Store, question: Question, part: Part, kind: KindInfo) -> bool:
    """Return whether a phrase without a question word ends in the word for a kind: what there is of
    it on something (网上卖药政策, e-prescription policies); not where it is a part of the title of
    a record of another kind, nor in the English singular, which names one but for policies."""
    text = question.query.text
    is_one = part.text == kind.id and not _is_ordered_by_date(store, kind)
    if is_one or not text.endswith(part.text):
        return False
    having = store.indexed_records(phrase_positions(store, text, _WITH_PHRASE))
    return not any(text in record.titles for record in having if record.kind != kind.id)


def _without_published(text: str) -> str:
    """Return the words of a text without those that are said of any document (policies issued)."""
    return " ".join(word for word in text.split() if word not in _PUBLISHED)


def _words_of(kind: KindInfo, question: Question) -> set[str]:
    """Return the words of the query by which it names a kind (data gaps)."""
    names = [name for name in map(fold, (*kind.words, kind.id)) if name in question.query.text]
    words = {*names, *(word for name in names for word in name.split())}
    return words | {part.text for part in question.parts if _without_published(part.text) in words}


def _is_ordered_by_date(store: Store, kind: KindInfo) -> bool:
    rows = store.query("SELECT own_order FROM sections WHERE kind = ?", (kind.id,))
    return any(order == "date" for (order,) in rows)
