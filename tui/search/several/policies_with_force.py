"""Policies by their force: which encourage online care, what is required, worded as permitted."""

from __future__ import annotations

from tui.document.shared_labels import FORCE_WORDS
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import make_part
from tui.search.list_topics import ISSUER, Topic, topics_of, without_implied
from tui.search.several.asked_kind import ASKS_OTHER
from tui.search.several.list_phrases import (
    CHINESE_DOCUMENTS,
    DOCUMENTS,
    has_document_head,
    names_document,
    opens_list,
    rest_of,
)
from tui.search.several.list_question import list_of
from tui.search.several.list_remark import measure_word, records_words
from tui.search.several.provision_topics import provisions_on_topics
from tui.search.value_words import FORCES
from tui.search.verdict import Verdict
from tui.text.fold import fold, is_chinese
from tui.text.language import Wording
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.search.several_answers import SeveralAnswers
    from tui.store import Store

NOT_LISTED = frozenset(("unknown", "person", "opinion"))
"""Kinds of question about one statement, beside those that no list answers."""
_PASSIVE = words_of(
    "must mandatory compulsory obligatory permissible experimental pilot_stage trial_stage"
)
_WORDING = words_of(
    "wording wordings worded phrased phrasing marked labelled labeled classified classed language "
    "word words verb verbs term terms tone force"
)
_CHINESE_WORDING = (
    *("措辞", "用", "表述", "语", "口吻", "字", "词", "写", "出现", "归", "标", "属于"),
)
_WITH_FORCE = {"level", "region", "tag", ISSUER}
"""Facets of a whole policy, and the subject, which is of the provision with the force."""
_OF_ANOTHER_PROVISION = Wording(
    "{found}；没有一条引文同时有这一措辞和主题",
    "{found}; no quoted provision has both the force and the subject",
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


def policies_with_force(
    store: Store, question: Question, known: dict[int, KnownMatch], *, is_known: bool
) -> SeveralAnswers | None:
    """Return the policies with the force that a question names; None where it names none."""
    query = question.query
    word = FORCES.word_in(query.text, query.words)
    if not word:
        return None
    if not is_known and (worded := question_for_force(store, question)):
        return policies_with_force(store, worded, known, is_known=False)
    if question.asks & (ASKS_OTHER | NOT_LISTED):
        return None
    named, opens = names_document(question), opens_list(question)
    value = FORCES[word]
    further = _further_forces(query.text, query.words, value)
    is_label = not opens and _is_label_beside(question, word)
    has_head = has_document_head(question) or query.text.removeprefix(word) in CHINESE_DOCUMENTS
    if not (opens or is_label) and not (named and (further or has_head)):
        return None
    if not (named or is_label) and not _is_passive(word):
        return None
    kind = next(each for each in store.kinds() if each.id == "policy")
    nouns = (*further.values(), *CHINESE_DOCUMENTS)
    parts = rest_of(store, question, word, DOCUMENTS, nouns)
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

            found = with_force_counts(store, found, (value, *others), topics)
        if all(each.facet in _WITH_FORCE for each in topics):
            return found
        ids = [item.described.record.id for item, _ in found.ranked]
        said = provisions_on_topics(store, ids, topics, counts_named=False)
        return found if said else _of_policies(found)
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


def question_for_force(store: Store, question: Question) -> Question | None:
    """Return a question that names a force as wording (worded as encouraged) without what it says
    of the wording; None for any other."""
    query = question.query
    if query.text.isascii():
        if _WORDING.isdisjoint(query.words):
            return None
    elif not any(map(query.text.__contains__, _CHINESE_WORDING)):
        return None
    from tui.search.several.force_wording import without_wording

    return without_wording(store, question)


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
    """Return a list by force and subject, which no provision has both of, as a close match."""
    (first, verdict), *rest = found.ranked
    remark = _OF_ANOTHER_PROVISION.format(found=verdict.remark)
    answers = [(first, Verdict("near", (), remark))]
    return found._replace(ranked=answers + [(item, Verdict("near")) for item, _ in rest])


def _is_passive(word: str) -> bool:
    """Return whether a word says what is done to something, not who does it: 什么推动 asks who."""
    if is_chinese(word[0]):
        return FORCES[word] != "promoted"
    return word.endswith("ed") or word.replace(" ", "_") in _PASSIVE
