"""A phrase copied from a text of the briefing leads to the record that has it."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.candidate_records import find_candidates
from tui.search.features import IN_NAME, WITH_FIGURES, in_title
from tui.search.ranking import rank
from tui.search.several.list_question import described_records
from tui.search.several_answers import SAME_WORDS

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.search.ranking import Ranked
    from tui.store import IndexedRecord, Store

_KINDS = ("policy", "statement", "statistic", "player", "term")
"""Kinds of record whose texts are quoted, those that a document states first."""
_MOST = 3
"""Records with a phrase, from which on it is not distinctive."""
_LONG, _LONG_CHINESE = 5, 8
"""Words and characters from which on a phrase is no name of something else."""
_LOOKED_AT = 3


def record_with_phrase(
    store: Store, question: Question, known: dict[int, KnownMatch], positions: list[int]
) -> Ranked | None:
    """Return the record whose text has the whole query word for word. None where many records have
    it, where it is a known question, and where it names a record: its title or, unless it is long,
    another name of it, or terms that one has in its title or as the name of a figure."""
    query = question.query
    is_long = (
        len(query.words) >= _LONG if query.text.isascii() else len(query.text) >= _LONG_CHINESE
    )
    named = [part for part in question.parts if part.names and part.text == query.text]
    if named:
        if not is_long:
            return None
    elif any(match.similarity >= SAME_WORDS for match in known.values()):
        return None
    having: list[tuple[int, float, int, IndexedRecord]] = []
    for record in store.indexed_records(positions):
        if query.text in record.titles.split("\n"):
            return None
        if record.kind in _KINDS and (share := _share_of_line(query.text, record.body)):
            having.append((_KINDS.index(record.kind), -share, record.position, record))
    of_best_kind = [each for each in having if each[0] == min(having)[0]] if having else []
    if not of_best_kind or len(of_best_kind) > _MOST or (not named and _is_topic(store, question)):
        return None
    (found,) = described_records(store, question, known, [min(having)[3]])
    return found._replace(score=1.0)


def _is_topic(store: Store, question: Question) -> bool:
    """Return whether a query consists of terms that a record has in its title, or a company as the
    name of a figure."""
    candidates = find_candidates(store, question, {})
    for item in rank(store, question, candidates, _LOOKED_AT):
        described = item.described
        if all(in_title(part, described.record) for part in question.parts):
            return True
        has_figure = described.chosen.fact.value and described.record.kind in WITH_FIGURES
        if has_figure and min(described.found, default=0.0) >= IN_NAME:
            return True
    return False


def _share_of_line(text: str, body: str) -> float:
    """Return how much of a line of a text the phrase is, at most; 0 where none has it."""
    lines = [line for line in body.split("\n") if text in line]
    return max((len(text) / len(line) for line in lines), default=0.0)
