"""Questions whether something is so, or since when it may be: is online care covered by insurance,
互联网医疗能用医保吗. A policy answers them; a gap about an amount does not."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.question_keys import key_of_word
from tui.search.features import IN_FACT
from tui.search.gap_of_number import is_gap_of_number
from tui.search.ranking import OF_ONE_GROUP
from tui.search.several_answers import SAME_WORDS
from tui.search.statistic_order import moved_first
from tui.search.verdict import LIKENESS

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.store import Store

_ORDER = ("policy", "term", "statement", "brief")
_TEXTS = ("policy", "statement")
_LITTLE, _LEAST_SCORE = 0.1, 0.4


def with_policy_first(store: Store, question: Question, ranked: list[Ranked]) -> list[Ranked]:
    """Put the policy that has all of the question before an answer that is hardly better; and a
    policy, else another text, before a gap about a number; one that has all of the question before
    the others. A figure of the value that is asked about comes before a text that mentions it."""
    first = ranked[0].described
    names = [position for part in question.parts for position in part.names]
    if any(record.kind == "player" for record in store.indexed_records(names)):
        return _with_known_word_first(question, ranked)  # whether a company does something
    numbers = [at for at, part in enumerate(question.parts) if part.text[:1].isdigit()]
    if numbers and not first.chosen.fact.value:
        for item in ranked[1:OF_ONE_GROUP]:
            chosen = item.described.chosen
            has_value = all(chosen.found[at] >= IN_FACT for at in numbers)
            if chosen.fact.value and has_value and "everything" in item.described.features:
                return moved_first(ranked, item)
    if is_gap_of_number(first.chosen.fact):
        others = ranked[1:OF_ONE_GROUP]
        whole = [item for item in others if "everything" in item.described.features]
        for kind in _ORDER:
            for item in whole if any(_is_text(it) for it in whole) else others:
                if item.described.record.kind == kind and _may_answer(item):
                    return moved_first(ranked, item)
        return ranked
    if first.record.kind == "policy" or first.features.get(LIKENESS, 0.0) >= SAME_WORDS:
        return ranked
    for item in ranked[1:OF_ONE_GROUP]:
        is_policy = item.described.record.kind == "policy"
        is_close = item.score >= ranked[0].score - _LITTLE
        if is_policy and is_close and "everything" in item.described.features:
            return moved_first(ranked, item)
    return ranked


def _with_known_word_first(question: Question, ranked: list[Ranked]) -> list[Ranked]:
    """Put a statement that an editor's question with the same superlative leads to first (is it the
    largest)."""
    keys = {key_of_word(word) for word in question.qualifiers}
    for item in ranked[:OF_ONE_GROUP] if keys else ():
        described = item.described
        is_known = described.record.kind == "statement" and keys <= described.known_keys
        if is_known and "everything" in described.features:
            return moved_first(ranked, item)
    return ranked


def _is_text(item: Ranked) -> bool:
    return item.described.record.kind in _TEXTS


def _may_answer(item: Ranked) -> bool:
    """Return whether a policy has much of a question, or another text all of it."""
    described = item.described
    if described.record.kind == "policy":
        return item.score >= _LEAST_SCORE and "other company" not in described.features
    return "everything" in described.features
