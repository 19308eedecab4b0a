"""Lists by what a question says of the records, not by their kind: what is required, which policies
encourage online care, the main challenges, who sells medicine online."""

from __future__ import annotations

from tui.document.shared_labels import FORCE_WORDS
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import make_part, read_edited_question
from tui.search.briefing_subject import is_about_briefing
from tui.search.date_order import OLDEST
from tui.search.list_topics import Topic, facet_label, tags_of, topics_of, without_implied
from tui.search.several.company_list import listed_companies
from tui.search.several.list_question import ASKS_OTHER, list_of
from tui.search.several.list_remark import measure_word, records_words
from tui.search.several_answers import FORCES, FORECASTS, ISSUERS, STATEMENT_TYPES, value_word
from tui.search.verdict import Verdict
from tui.text.fold import fold, is_chinese
from tui.text.language import Wording
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.search.several_answers import SeveralAnswers
    from tui.store import Store

_NOT_LISTED = frozenset(("unknown", "person", "opinion"))
"""Kinds of question about one statement, beside those that no list answers."""
_LISTING = words_of(
    "what which list are is the a of by to all any main key major biggest only do does policies "
    "policy something anything things everything there"
)
_CHINESE_LISTING = (
    *("有哪些", "是哪些", "哪些", "有什么", "是什么", "什么", "哪几", "主要", "面临", "存在", "的"),
    *("因素", "只是", "仅", "只", "是", "有", "都", "类", "性", "列表", "目前"),
)
_DOCUMENTS = words_of(
    "policies policy provision provisions rule rules regulation regulations law laws document "
    "documents"
)
_CHINESE_DOCUMENTS = ("政策文件", "政策", "条款", "规定", "文件", "条文", "措施")
_CHINESE_OPENINGS = ("哪些", "什么", "哪几")
_CHINESE_HEADS = ("的政策", "类政策", "性政策", "政策有", "的条款", "的规定", "的文件")
_PASSIVE = words_of(
    "must mandatory compulsory obligatory permissible experimental pilot_stage trial_stage"
)
_VERBS = frozenset(("drives", "hinders", "hampers"))
_MOST_TOPICS = 2
_WITH_FORCE = {"level", "region", "tag"}
"""Facets of a whole policy, and the subject, which is of the provision with the force."""
_OF_ANOTHER_PROVISION = Wording(
    "{found}；措辞和主题可能分属不同条款",
    "{found}; force and subject may come from different provisions",
)
_THINGS = frozenset(("试点", "试行", "试验"))
"""Words of a force that are what a text is about too: 医保支付试点 asks for the pilots."""
_NOT_OF_FORCE = Wording(
    "没有措辞为{force}的{asked}，以下是{shown}", "no {asked} marked {force}; showing {shown}"
)
_NONE_OF_FORCE = Wording(
    "{asked}中没有措辞为{force}的，以下是全部{all}",
    "none of the {asked} is marked {force}; showing all {count}",
)


def listed_by_value(
    store: Store, question: Question, known: dict[int, KnownMatch], *, is_known: bool
) -> SeveralAnswers | None:
    """Return the policies, statements or companies that a question asks for; None where it asks for
    something else. ``is_known``: an editor has written the question of one record: then only what
    clearly asks for a list counts."""
    if any(word not in FORCES for word, _ in question.corrected) or "unknown" in question.asks:
        return None
    text, words = question.query.text, question.query.words
    if not FORECASTS.isdisjoint(words):
        from tui.search.several.forecast_list import listed_forecasts

        if found := listed_forecasts(store, question):
            return found
    if "部" in text or "机" in text or not ISSUERS.isdisjoint(words):
        from tui.search.several.policy_issuers import policy_issuers

        if found := policy_issuers(store, question):
            return found
    if "provinc" in text or "省" in text:
        from tui.search.several.policies_by_region import provinces_that

        if found := provinces_that(store, question, known):
            return found
    return (
        _by_force(store, question, known, is_known)
        or _by_type(store, question, known, is_known)
        or listed_companies(store, question, known, is_known=is_known)
    )


def _by_force(
    store: Store, question: Question, known: dict[int, KnownMatch], is_known: bool
) -> SeveralAnswers | None:
    query = question.query
    word = value_word(query.text, query.words, FORCES)
    if not word or question.asks & (ASKS_OTHER | _NOT_LISTED):
        return None
    named, opens = names_document(question), opens_list(question)
    value = FORCES[word]
    further = _further_forces(query.text, query.words, value)
    is_label = not opens and _is_label_beside(question, word)
    if not (opens or is_label) and not (named and (further or has_document_head(question))):
        return None
    if not (named or is_label) and not _is_passive(word):
        return None
    kind = next(each for each in store.kinds() if each.id == "policy")
    nouns = (*further.values(), *_CHINESE_DOCUMENTS)
    parts = rest_of(store, question, word, _DOCUMENTS, nouns)
    if parts is None:
        return None
    topics = [topic for part in parts for topic in topics_of(store, kind, part)]
    topics = without_implied(store, topics)
    if not (named or is_label) and topics and is_known:
        return None
    others = tuple(further)
    labels = [FORCE_WORDS[each] for each in (value, *others)]
    force = Topic(make_part(word), _any_of(labels), "force", value, others)
    if found := list_of(store, question, known, kind, [force, *topics]):
        if others:
            from tui.search.several.force_counts import with_force_counts

            found = with_force_counts(store, found, (value, *others), tags_of(topics))
        return _of_policies(found) if {each.facet for each in topics} - _WITH_FORCE else found
    if is_label and not all(topic.facet for topic in topics):
        return None
    for wider in (topics, []) if named or topics else ([],):
        if found := list_of(store, question, known, kind, wider):
            first, verdict = found.ranked[0]
            values = {
                "force": force.label._replace(zh=f"“{force.label.zh}”"),
                "asked": records_words(kind, topics, query.months),
                "shown": verdict.remark,
                "all": f"{len(found.ranked)}{measure_word(kind)}",
                "count": str(len(found.ranked)),
            }
            is_all = wider == topics and verdict.match == "exact"
            remark = (_NONE_OF_FORCE if is_all else _NOT_OF_FORCE).format(**values)
            rest = [(item, Verdict("near")) for item, _ in found.ranked[1:]]
            near = Verdict("near", (word,), remark)
            return found._replace(ranked=[(first, near), *rest])
    return None


def _further_forces(text: str, words: tuple[str, ...], value: str) -> dict[str, str]:
    """Return the other values of a question for any of several forces, in their order, each with a
    word for it: bind or encourage, 允许、推进."""
    found: dict[str, str] = {}
    if text.isascii():
        found = {FORCES[word]: word for word in reversed(words) if word in FORCES}
        if len(found) < 3 and "or" not in words and "and" not in words:
            return {}
    else:
        found = {FORCES[word]: word for word in FORCES if not word.isascii() and word in text}
    return {each: found[each] for each in FORCE_WORDS if each in found and each != value}


def _is_label_beside(question: Question, word: str) -> bool:
    """Return whether a question is the name of a force, alone or with something else, no sentence:
    允许, 医保 允许, insurance payment permitted."""
    if question.asks or question.qualifiers or question.query.months:
        return False
    label = FORCE_WORDS[FORCES[word]]
    is_name = word in (label.zh, fold(label.en))
    query = question.query
    if (not is_name and (word in _THINGS or not _is_passive(word))) or query.text == word:
        return is_name
    if word.isascii():
        return len(question.parts) == 2 and not set(question.fillers) - set(fold(label.en).split())
    return word in query.words and len(query.words) == 2


def _any_of(labels: list[Wording]) -> Wording:
    """Return labels as alternatives, the Chinese ones within quotation marks that are around."""
    return Wording("”或“".join(it.zh for it in labels), " or ".join(it.en for it in labels))


def _of_policies(found: SeveralAnswers) -> SeveralAnswers:
    """Return a list by force and subject as a close match: both are of the whole policy."""
    (first, verdict), *rest = found.ranked
    remark = _OF_ANOTHER_PROVISION.format(found=verdict.remark)
    answers = [(first, Verdict("near", (), remark))]
    return found._replace(ranked=answers + [(item, Verdict("near")) for item, _ in rest])


def _by_type(
    store: Store, question: Question, known: dict[int, KnownMatch], is_known: bool
) -> SeveralAnswers | None:
    query = question.query
    word = value_word(query.plain, query.words, STATEMENT_TYPES)
    if not word or query.months:
        return None
    value = STATEMENT_TYPES[word]
    others = ASKS_OTHER | _NOT_LISTED
    if value == "driver":
        others -= {"reason", "rate"}  # what drives growth
    if question.asks & others:
        return None
    kind = next(each for each in store.kinds() if each.id == "statement")
    parts = rest_of(store, question, word, frozenset(), ())
    if parts is None or (parts and is_known):
        return None
    is_plural = word.isascii() and word.endswith("s") and word not in _VERBS
    is_alone = not parts and word != "问题"
    if not (opens_list(question) or is_plural or is_alone):
        return None
    if parts and word.isascii() and not is_plural:
        return None  # the challenge of one thing
    topics = [topic for part in parts for topic in topics_of(store, kind, part)]
    if not opens_list(question) and not all(topic.facet for topic in topics):
        return None
    if label := facet_label(store, kind, "type", value):
        topics.insert(0, Topic(make_part(word), label, "type", value))
    else:  # no type of statement: those that mention it
        topics[:0] = topics_of(store, kind, read_edited_question(store, word).parts[0])
    if not parts and len(question.parts) == 1:
        question = question._replace(parts=())  # all are as good: by importance
    return list_of(store, question, known, kind, topics)


def rest_of(
    store: Store,
    question: Question,
    word: str,
    nouns: Collection[str],
    chinese_nouns: tuple[str, ...],
) -> list[Part] | None:
    """Return the parts of a question beside the word for the value, those that ask for a list and
    what the whole briefing is about; None where there are too many."""
    forces = FORCES if word in FORCES else ()
    dropped = {*_LISTING, *nouns, *word.split(), "or", "and", *forces}
    for part in question.parts:
        if part.concepts and " by " in part.text:  # one term: covered by insurance
            dropped.discard("by")
    text = question.query.plain
    for each in (word, *chinese_nouns, *_CHINESE_LISTING):
        if not each.isascii():
            text = text.replace(each, " ")
    words = text.split()
    if (at := words.index(word) if word in words else 0) and words[at - 1] in OLDEST:
        del words[at - 1]  # the order of the list: first allowed
    text = " ".join(each for each in words if each not in dropped)
    rest = read_edited_question(store, text)
    if not text or rest.only_asks:
        return []
    parts = [part for part in rest.parts if not is_about_briefing(store, part)]
    return parts if len(parts) <= _MOST_TOPICS else None


def names_document(question: Question) -> bool:
    """Return whether a question has a word for policies or their provisions."""
    query = question.query
    if not _DOCUMENTS.isdisjoint(query.words):
        return True
    return any(word in query.text for word in _CHINESE_DOCUMENTS)


def has_document_head(question: Question) -> bool:
    """Return whether documents are what a phrase without a question word is about."""
    query = question.query
    return any(word in query.words for word in ("policies", "provisions", "rules")) or any(
        head in query.text for head in _CHINESE_HEADS
    )


def opens_list(question: Question) -> bool:
    """Return whether a question begins as one for a list."""
    query = question.query
    if query.words[:1] and query.words[0] in ("what", "which", "list"):
        return True
    if "anything" in query.words[:2]:
        return True
    return any(word in query.text for word in _CHINESE_OPENINGS)


def _is_passive(word: str) -> bool:
    """Return whether a word says what is done to something, not who does it: 什么推动 asks who."""
    if is_chinese(word[0]):
        return FORCES[word] != "promoted"
    return word.endswith("ed") or word.replace(" ", "_") in _PASSIVE
