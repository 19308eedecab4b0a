"""Titles for a query that found nothing."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_question
from tui.search.candidate_records import find_candidates
from tui.search.ranking import LEAST_SUGGESTED, rank
from tui.text.fold import FULL_NAME_MARK
from tui.text.stem import term_tokens

if TYPE_CHECKING:
    from tui.question.reader import Part
    from tui.store import IndexedRecord, Store
    from tui.text.language import Language

_LEAST_SHARED = 0.25
"""Share of the weight of a query without Chinese characters that a suggested title or name has."""


def suggest(store: Store, text: str, language: Language, limit: int = 3) -> list[str]:
    """Return the titles, in a language, of the records that have most of a query that found
    nothing: of those with much of it in their titles and names; for a Chinese query of one term, or
    with a word that means something else, with half of its characters."""
    question = read_question(store, text)
    if not question.parts or question.only_asks:
        return []
    candidates = find_candidates(store, question, {})
    ranked = rank(store, question, candidates, limit, LEAST_SUGGESTED)
    if question.query.text.isascii():
        weights = list(zip(question.parts, candidates.weights, strict=True))
        least = _LEAST_SHARED * sum(candidates.weights)
        ranked = [
            item
            for item in ranked
            if sum(w for part, w in weights if _is_named(part, item.described.record)) >= least
        ]
    titles = [item.described.chosen.fact.title for item in ranked]
    is_loose = len(question.parts) == 1 or any(part.related for part in question.parts)
    if is_loose and not question.query.text.isascii():
        chars = set(question.query.text)
        titles = [each for each in titles if 2 * len(chars.intersection(each.zh)) >= len(chars)]
    return list(dict.fromkeys(title.of(language) for title in titles))


def _is_named(part: Part, record: IndexedRecord) -> bool:
    """Return whether titles or names of a record have a part of a query: the words, the concept or
    the sound."""
    marks = record.concepts + record.name_concepts
    if record.position in part.names or any(f" {mark} " in marks for mark in part.concepts):
        return True
    lines = f"\n{record.pinyin}".replace(FULL_NAME_MARK, "")
    if f"\n{part.text.replace(' ', '')}" in lines:
        return True
    words = {word for word, _, _ in term_tokens(f"{record.titles}\n{record.names}")}
    return bool(part.stems) and words.issuperset(part.stems)
