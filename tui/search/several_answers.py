"""Questions whose answer is several records: a list (policies on insurance since 2020, what is not
known about financing) or a comparison (JD Health vs Ali Health)."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.text.fold import fold

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.search.ranking import Ranked
    from tui.search.verdict import Verdict
    from tui.store import KindInfo, Store

_SAME_QUESTION = 0.8
"""Similarity from which on a query is a known question, whose record answers it."""


class SeveralAnswers(NamedTuple):
    """The records that a question asks for, in their order, each with its verdict; the remark of
    the first one says what they are. ``command``: the words of the command that shows them all;
    empty where there is none."""

    ranked: list[tuple[Ranked, Verdict]]
    command: tuple[str, ...] = ()


def find_several(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> SeveralAnswers | None:
    """Return the records that a question asks for; None where it asks for one fact, or is one that
    an editor has written of one record."""
    is_known = any(match.similarity >= _SAME_QUESTION for match in known.values())
    if len([part for part in question.parts if part.names]) > 1:
        from tui.search.comparison_question import compared_records

        if found := compared_records(store, question, is_known=is_known):
            return found
    if is_known or not _may_ask_for_list(store, question):
        return None
    from tui.search.list_question import listed_records

    return listed_records(store, question, known)


def kinds_by_word(store: Store) -> dict[str, KindInfo]:
    """Return the kinds of record by the folded words that name them."""

    def read() -> dict[str, KindInfo]:
        return {fold(word): kind for kind in store.kinds() for word in (*kind.words, kind.id)}

    kinds: dict[str, KindInfo] = store.memoize("kinds by word", read)
    return kinds


def _may_ask_for_list(store: Store, question: Question) -> bool:
    """Return whether a question names a kind of record, asks who, or asks for what is unknown."""
    if not question.asks.isdisjoint(("unknown", "person")):
        return True
    kinds = kinds_by_word(store)
    return any(part.text in kinds or part.text.split()[0] in kinds for part in question.parts)
