"""The kind of record of which a question asks for a list, and its topics: policies since 2020,
2022年文件, 政策缺口."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import phrase_positions
from tui.search.date_order import NEWEST, OLDEST, order_asked
from tui.search.list_topics import ISSUER, topics_of
from tui.search.several_answers import kinds_by_word
from tui.search.value_words import ENACTED, ISSUED_WORDS, RULE_WORDS
from tui.text.fold import fold
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.store import KindInfo, Store

_UNKNOWN, _PERSON = "unknown", "person"
ASKS_OTHER = frozenset(("amount", "uncounted", "money", "count", "rate", "share", "date", "reason"))
"""Kinds of question that a list does not answer."""
_OPEN_QUESTION = frozenset(("what", "meaning", "list"))
"""Asked together with what is unknown: for all of it, not whether one fact is known."""
_WITH_PHRASE = 12
"""Records with a phrase whose titles are compared with it."""
_PUBLISHED = words_of(
    "issue issued publish published release released promulgated adopted "
    "发布 出台 印发 颁布 公布 下发 发 发的 发出 发过 出过 制定"
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
PREPOSITIONS = frozenset(("from", "on", "by", "about", "for", "in"))
"""After the name of a kind: policies from the State Council."""
_ABOUT = frozenset(("about", "on", "of", "concerning", "regarding"))
_BY_IMPORTANCE = frozenset(("biggest", "largest", "greatest", "最大", "最大的"))
"""Superlatives of data gaps, which are in the order of their importance."""
_A_YEAR = 100
"""From a month to that of the next year, as yyyymm."""


def asked_kind(store: Store, question: Question) -> tuple[KindInfo, list[Part], bool] | None:
    """Return the kind that a question names, its other parts, and whether it asks for a list."""
    is_plain = _BY_IMPORTANCE.issuperset(question.qualifiers)
    if not is_plain or question.asks & ASKS_OTHER:
        return None
    document = _document(question)
    is_narrowed = question.query.months or order_asked(question)
    if question.only_asks and not (document and is_narrowed):
        return None
    kinds, words = kinds_by_word(store), question.query.words
    if question.query.months and all(part.text in ENACTED for part in question.parts):
        return kinds["policy"], [], True
    dropped = _PUBLISHED | _CONCERNING | NEWEST | OLDEST
    if "years" in words and is_narrowed:
        from tui.search.several.last_years import YEARS_IN_WORDS

        dropped |= YEARS_IN_WORDS  # of the last two years
    parts = [part for part in question.parts if part.text not in dropped]
    if any(words in question.query.text for words in _WHICH_COMPANIES):
        return next((each, parts, True) for each in store.kinds() if _PERSON in each.questions)
    # The head of policy gaps, 政策缺口, but of gaps about policies
    is_first_head = bool(parts) and parts[0].text in kinds and not _ABOUT.isdisjoint(words)
    for part in parts[:1] if is_first_head else reversed(parts):
        if kind := kinds.get(_without_published(part.text)):
            is_first = part is parts[0]
            named = {*_words_of(kind, question), part.text}
            parts = [each for each in parts if each.text not in named]
            is_gap = _UNKNOWN in kind.questions
            if is_gap:
                parts = [each for each in parts if each.text not in _BY_IMPORTANCE]
            elif question.qualifiers:
                return None
            months = question.query.months
            opens = is_first and not (PREPOSITIONS | _CONCERNING).isdisjoint(question.fillers)
            is_list = "list" in question.asks or bool(months) or is_gap or opens
            if part.text == kind.id and part.text not in kind.words:  # which policy: one of them
                is_list = opens
                if months:
                    is_list = not parts or months.last - months.first >= _A_YEAR
            if not months and order_asked(question) and is_ordered_by_date(store, kind):
                is_list = True
            if parts and _is_head(store, question, part, kind):
                is_list = is_ordered_by_date(store, kind) or is_list
            return kind, parts, is_list
    if question.qualifiers:
        return None
    policies = next((each for each in store.kinds() if each.id == "policy"), None)
    if policies and document:
        parts = [part for part in parts if part.text != document]
        topics = [topic for part in parts for topic in topics_of(store, policies, part)]
        of_issuers = all(topic.facet in (ISSUER, "region") for topic in topics)
        if of_issuers and (parts or is_narrowed or _is_published(question)):
            return policies, parts, True
        if len(topics) == 1 and not topics[0].facet and question.query.text.endswith(document):
            return policies, parts, False
    rule = next((part for part in parts if part.text in RULE_WORDS), None)
    if rule and policies:
        others = [part for part in parts if part is not rule]
        is_list = bool(others) and _is_head(store, question, rule, policies)
        return policies, others, is_list or bool(order_asked(question))
    # With several topics it asks for the one gap that has them.
    is_open = _UNKNOWN in question.asks and question.asks & _OPEN_QUESTION
    if len(parts) == 1 and is_open and not question.query.months:
        return next((each, parts, True) for each in store.kinds() if _UNKNOWN in each.questions)
    return None


def _document(question: Question) -> str:
    """Return the word for documents that a question has; else empty."""
    parts = (part.text for part in question.parts)
    texts = (*parts, *question.fillers, *(question.query.words if question.only_asks else ()))
    return next((each for each in texts if each in ISSUED_WORDS), "")


def _is_published(question: Question) -> bool:
    """Return whether a question has a word for the issue of documents."""
    return not _PUBLISHED.isdisjoint(part.text for part in question.parts)


def _is_head(store: Store, question: Question, part: Part, kind: KindInfo) -> bool:
    """Return whether a phrase without a question word ends in the word for a kind: what there is of
    it on something (网上卖药政策, e-prescription policies); not where it is a part of the title of
    a record of another kind, nor in the English singular, which names one but for policies."""
    text = question.query.text
    is_one = part.text == kind.id and not is_ordered_by_date(store, kind)
    if is_one or not text.endswith(part.text):
        return False
    having = store.indexed_records(phrase_positions(store, text, _WITH_PHRASE))
    return not any(text in record.titles for record in having if record.kind != kind.id)


def _without_published(text: str) -> str:
    """Return the words of a text without those that are said of any document (policies issued)."""
    if " " not in text:
        return text.lstrip("新性类型")  # 新政策, 限制性政策
    return " ".join(word for word in text.split() if word not in _PUBLISHED)


def _words_of(kind: KindInfo, question: Question) -> set[str]:
    """Return the words of the query by which it names a kind (data gaps)."""
    names = [name for name in map(fold, (*kind.words, kind.id)) if name in question.query.text]
    words = {*names, *(word for name in names for word in name.split())}
    return words | {part.text for part in question.parts if _without_published(part.text) in words}


def is_ordered_by_date(store: Store, kind: KindInfo) -> bool:
    """Return whether records of a kind are listed by their dates."""
    rows = store.query("SELECT own_order FROM sections WHERE kind = ?", (kind.id,))
    return any(order == "date" for (order,) in rows)
