"""The order of answers of which one is like a known question, or has all of a question."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.features import IN_NAME
from tui.search.record_features import IN_QUESTION
from tui.search.verdict import LIKENESS, SAME

if TYPE_CHECKING:
    from tui.search.ranking import Ranked

_COMPARED = 5
_TEXTS = ("term", "brief", "policy", "statement")
_SAME_WORDS = 0.99
"""Similarity from which on a query is a known question in the same words."""


def same_question_first(ranked: list[Ranked]) -> list[Ranked] | None:
    """Put the gap of which a question for something is a known question in the same words before
    one that is only like it; None for any other answers."""
    if ranked[0].described.features.get(LIKENESS, 0.0) >= _SAME_WORDS:
        return None
    for item in ranked[1:_COMPARED]:
        described = item.described
        is_same = described.features.get(LIKENESS, 0.0) >= _SAME_WORDS
        if is_same and described.record.kind == "gap" and min(described.found) >= IN_NAME:
            return [item, *(each for each in ranked if each is not item)]
    return None


def question_before_definition(ranked: list[Ranked]) -> list[Ranked] | None:
    """Put the gap with a known question like a sentence that has a term and words without a meaning
    of their own before the definition of the term (is online care any good); None where there is
    no such gap."""
    like = ranked[0].described.features.get(LIKENESS, 0.0)
    for item in ranked[1:_COMPARED]:
        described = item.described
        of_other = described.features.get(LIKENESS, 0.0)
        is_gap = described.record.kind == "gap" and min(described.found) >= IN_NAME
        if is_gap and of_other >= SAME and of_other > like:
            return [item, *(each for each in ranked if each is not item)]
    return None


def whole_question_first(ranked: list[Ranked]) -> list[Ranked] | None:
    """Put a statement, term or policy that has all of the question in its title or text before an
    answer with as high a score that has a part only in a known question unlike this one; None
    where there is no such record."""
    first = ranked[0].described
    is_sure = min(first.found, default=1.0) > IN_QUESTION or first.chosen.fact.value
    if is_sure or first.features.get(LIKENESS, 0.0) >= SAME:
        return None
    for item in ranked[1:_COMPARED]:
        described = item.described
        has_all = described.record.kind in _TEXTS and min(described.found) >= IN_NAME
        if has_all and item.score == ranked[0].score:
            return [item, *(each for each in ranked if each is not item)]
    return None
