"""Titles for a query that found nothing."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_question
from tui.search.candidate_records import find_candidates
from tui.search.ranking import LEAST_SUGGESTED, rank

if TYPE_CHECKING:
    from tui.store import Store
    from tui.text.language import Language


def suggest(store: Store, text: str, language: Language, limit: int = 3) -> list[str]:
    """Return the titles, in a language, of the records that have most of a query that found
    nothing; for a Chinese query of one term, or with a word that means something else, of those
    with half of its characters."""
    question = read_question(store, text)
    if not question.parts or question.only_asks:
        return []
    candidates = find_candidates(store, question, {})
    ranked = rank(store, question, candidates, limit, LEAST_SUGGESTED)
    titles = [item.described.chosen.fact.title for item in ranked]
    is_loose = len(question.parts) == 1 or any(part.related for part in question.parts)
    if is_loose and not question.query.text.isascii():
        chars = set(question.query.text)
        titles = [each for each in titles if 2 * len(chars.intersection(each.zh)) >= len(chars)]
    return list(dict.fromkeys(title.of(language) for title in titles))
