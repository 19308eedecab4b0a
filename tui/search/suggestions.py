"""Titles for a query that found nothing."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_question
from tui.search.candidate_records import find_candidates
from tui.search.ranking import LEAST_SUGGESTED, rank

if TYPE_CHECKING:
    from tui.store import Store


def close_titles(store: Store, text: str, limit: int) -> list[str]:
    """Return titles, in the script of the query, of the records that have most of a query that
    found nothing; for one Chinese word those with half of its characters."""
    question = read_question(store, text)
    if not question.parts:
        return []
    candidates = find_candidates(store, question, {})
    ranked = rank(store, question, candidates, limit, LEAST_SUGGESTED)
    latin = question.query.text.isascii()
    titles = [item.described.chosen.fact.title for item in ranked]
    found = dict.fromkeys(title.en if latin else title.zh for title in titles)
    if latin or len(question.parts) > 1:
        return list(found)
    chars = set(question.query.text)
    return [title for title in found if 2 * len(chars.intersection(title)) >= len(chars)]
