"""Records of other industries (themes with ``aside`` in briefing.toml): they answer only a question
that names one of these."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import all_tokens_expression, matching_positions
from tui.search.features import IN_NAME, in_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.store import Store

_MOST = 60
"""Records from which on a word is a common one, which names no industry."""
_IN_NAMES = IN_NAME / 2
_SAME_QUESTION = 0.95
"""Similarity from which on a query is a known question of such a record."""


def left_out(
    store: Store, question: Question, asides: frozenset[int], known: Mapping[int, KnownMatch]
) -> frozenset[int]:
    """Return those of the records of other industries that do not answer a question. One of which
    it has a figure does."""
    if question.query.figure and not question.query.months:
        return frozenset()
    if any(_names_industry(store, part, asides) for part in question.parts):
        return frozenset()
    same = [at for at, match in known.items() if match.similarity >= _SAME_QUESTION]
    return asides.difference(same)


def _names_industry(store: Store, part: Part, asides: frozenset[int]) -> bool:
    """Return whether most records that have a part in the title or another name are of other
    industries (contact lenses, not market size)."""
    if part.names:
        return asides.issuperset(part.names)
    tokens = part.concepts[:1] or part.tokens
    if part.measure or not tokens:
        return False
    positions = matching_positions(store, all_tokens_expression(tokens), _MOST)
    if len(positions) == _MOST or asides.isdisjoint(positions):
        return False
    records = store.indexed_records(positions)
    named = [each.position for each in records if in_record(part, each) >= _IN_NAMES]
    return 2 * len(asides.intersection(named)) > len(named)
