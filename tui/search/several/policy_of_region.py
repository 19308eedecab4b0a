"""Queries of a region and a subject, which name no policy (Shanghai insurance payment, 宁夏医保):
what the policies of the region say on the subject."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.list_topics import distinct, tags_of, topics_of, without_implied
from tui.search.several.list_question import list_of
from tui.search.several.policy_wording import with_wording
from tui.search.several_answers import SAME_WORDS, kinds_by_word
from tui.search.value_words import DOCUMENT_WORDS
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.search.list_topics import Topic
    from tui.search.several_answers import SeveralAnswers
    from tui.store import Store

_SAYS_NOTHING = words_of("say says said do does plan plans rule rules 怎么说 说 规定")
_PLAYER = "player"


def policies_of_region(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> SeveralAnswers | None:
    """Return the policies of the one region that a query names on all subjects that it names, with
    their provisions on these; a word for a document is no subject (宁夏的方案). None where
    there are none, or it asks for something else."""
    kinds = kinds_by_word(store)
    parts = [part for part in question.parts if part.text not in _SAYS_NOTHING]
    if any(part.measure or part.text in kinds for part in parts):
        return None
    kind = kinds["policy"]
    topics = distinct(topic for part in parts for topic in topics_of(store, kind, part))
    topics = without_implied(store, topics)
    regions = [topic for topic in topics if topic.facet == "region"]
    subjects = [topic for topic in topics if topic.facet != "region"]
    topics = [topic for topic in topics if topic.part.text not in DOCUMENT_WORDS]
    asked = [topic for topic in topics if topic.facet != "region"]
    if len(regions) != 1 or not subjects or not all(map(_is_subject, asked)):
        return None
    of_players = [position for each in subjects for position in each.part.names]
    if any(record.kind == _PLAYER for record in store.indexed_records(of_players)):
        return None  # of a company in the region
    same = [each for each, match in known.items() if match.similarity >= SAME_WORDS]
    if any(record.kind not in (_PLAYER, kind.id) for record in store.indexed_records(same)):
        return None
    found = list_of(store, question, known, kind, topics)
    if found is None:
        return None
    remark = found.ranked[0][1].remark
    said = with_wording(store, found, subjects, remark)
    is_said = said.ranked[0][1].remark != remark
    return said if is_said or tags_of(subjects) else None


def _is_subject(topic: Topic) -> bool:
    return topic.facet == "tag" or bool(topic.part.names or topic.part.concepts)
