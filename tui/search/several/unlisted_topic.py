"""Questions for records of a kind on what none of them has: policies of Guangdong, 广东的政策."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import positions_of_token
from tui.search.features import IN_NAME, in_record
from tui.search.list_topics import records_about
from tui.search.several.list_question import list_of
from tui.search.several.list_remark import measure_word, records_words
from tui.search.several_answers import SAME_WORDS, SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.search.list_topics import Topic
    from tui.store import KindInfo, Store

_OPEN = frozenset(("what", "list"))
_MOST = 2
"""Topics without a filter that are looked for together (税收优惠政策)."""
_FEW = 50
"""Records with a word, from which on it is no marginal one."""
_NONE = Wording("没有{asked}，以下是全部{all}", "no {asked}; showing all {count}")
_OTHERS = Wording("没有{asked}\n{found}", "no {asked}\n{found}")


def none_on_topic(
    store: Store,
    question: Question,
    known: dict[int, KnownMatch],
    kind: KindInfo,
    topics: list[Topic],
) -> SeveralAnswers | None:
    """Return all records of a kind with a remark where none has one of the topics of a question,
    and one is the subject of no other record either; where it has another subject, those on this.
    Else None."""
    unlisted = [topic for topic in topics if not topic.facet]
    if not 0 < len(unlisted) <= _MOST or question.asks - _OPEN or question.query.months:
        return None
    if any(match.similarity >= SAME_WORDS for match in known.values()):
        return None  # an editor has written what answers it
    parts = [topic.part for topic in unlisted]
    if any(part.measure or part.names for part in parts):
        return None
    if any(records_about(store, kind, [topic], 1) for topic in unlisted):
        return None
    if not any(_is_marginal(store, part) for part in parts):
        return None
    others = [topic for topic in topics if topic.facet]
    found = list_of(store, question, known, kind, others)
    if found is None:
        return None
    asked = records_words(kind, unlisted, None)
    count = len(found.ranked)
    (first, verdict), *rest = found.ranked
    remark = _NONE.format(asked=asked, count=count, all=f"{count}{measure_word(kind)}")
    if others:
        remark = _OTHERS.format(asked=asked, found=verdict.remark)
    answers = [(first, Verdict("near", tuple(part.text for part in parts), remark))]
    return found._replace(ranked=answers + [(item, Verdict("near")) for item, _ in rest])


def _is_marginal(store: Store, part: Part) -> bool:
    """Return whether no record has a part in its names, but for companies: a place in the name of a
    hospital is not what it is about."""
    tokens = part.concepts or part.tokens
    positions = {each for token in tokens for each in positions_of_token(store, token)}
    if len(positions) > _FEW:
        return False
    records = store.indexed_records(positions)
    return all(each.kind == "player" or in_record(part, each) < IN_NAME for each in records)
