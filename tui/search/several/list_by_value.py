"""Lists by what a question says of the records, not by their kind: what is required, which policies
encourage online care (``policies_with_force``), the main challenges, who sells medicine online."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import make_part, read_edited_question
from tui.search.list_topics import Topic, facet_label, topics_of
from tui.search.several.asked_kind import ASKS_OTHER
from tui.search.several.company_list import listed_companies
from tui.search.several.list_phrases import opens_list, rest_of
from tui.search.several.list_question import list_of
from tui.search.several.policies_with_force import NOT_LISTED, policies_with_force
from tui.search.several_form import ISSUERS
from tui.search.value_words import CHINESE_STATUSES, FORCES, STATEMENT_TYPES, STATUSES

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.search.several_answers import SeveralAnswers
    from tui.store import Store

_VERBS = frozenset(("drives", "hinders", "hampers"))


def listed_by_value(
    store: Store, question: Question, known: dict[int, KnownMatch], *, is_known: bool
) -> SeveralAnswers | None:
    """Return the policies, statements or companies that a question asks for; None where it asks for
    something else. ``is_known``: an editor has written the question of one record: then only what
    clearly asks for a list counts."""
    if any(word not in FORCES for word, _ in question.corrected) or "unknown" in question.asks:
        return None
    text, words = question.query.text, question.query.words
    if any(map(text.__contains__, CHINESE_STATUSES)) or not STATUSES.isdisjoint(words):
        from tui.search.several.figures_of_status import listed_by_status

        if found := listed_by_status(store, question):
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
        policies_with_force(store, question, known, is_known=is_known)
        or _by_type(store, question, known, is_known)
        or listed_companies(store, question, known, is_known=is_known)
    )


def _by_type(
    store: Store, question: Question, known: dict[int, KnownMatch], is_known: bool
) -> SeveralAnswers | None:
    query = question.query
    word = STATEMENT_TYPES.word_in(query.plain, query.words)
    if not word or query.months:
        return None
    value = STATEMENT_TYPES[word]
    others = ASKS_OTHER | NOT_LISTED
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
