"""The concepts of the content (concepts.toml) as the search needs them: the vocabulary of queries,
and the concepts that each text of a record mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.compile.index.pinyin import syllables
from tui.compile.index.question_vocabulary import FILLERS, QUALIFIERS, QUESTIONS
from tui.compile.index.search_groups import SearchGroup
from tui.database.vocabulary import (
    BROADER,
    CONCEPT_MARK,
    FILLER,
    MEASURE,
    QUALIFIER,
    QUESTION,
    RELATED,
    TOPIC,
    WHOLE_TITLE,
)
from tui.model import Concept
from tui.text.fold import fold
from tui.text.stem import term_tokens

VocabularyRow = tuple[str, str, str]
"""A term as it is compared (tokens joined by spaces), its concept, and its role."""


class Thesaurus:
    """Finds the concepts of texts."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._concepts = tuple(concepts)
        self._groups: dict[str, tuple[str, ...]] = {}
        self._terms: dict[str, list[str]] = {}
        self._longest: dict[str, int] = {}
        """Number of tokens of the longest term that begins with a token."""
        for concept in self._concepts:
            self._add_terms(concept.id, (*concept.zh, *concept.en))

    def _add_terms(self, concept: str, terms: Iterable[str]) -> None:
        for term in terms:
            tokens = _tokens(term)
            if any(map(str.isalpha, "".join(tokens))):  # a bare number is no concept
                known = self._terms.setdefault(" ".join(tokens), [])
                if concept not in known:
                    known.append(concept)
                self._longest[tokens[0]] = max(self._longest.get(tokens[0], 0), len(tokens))

    def concepts_in(self, texts: Iterable[str]) -> list[str]:
        """Return the marks of the concepts that folded texts mention, each once."""
        found: dict[str, None] = {}
        for text in texts:
            for line in text.split("\n"):
                tokens = [token for token, *_ in term_tokens(line)]
                for start, token in enumerate(tokens):
                    for length in range(1, self._longest.get(token, 0) + 1):
                        term = " ".join(tokens[start : start + length])
                        if term in self._terms:
                            found |= dict.fromkeys(self._terms[term])
        return [CONCEPT_MARK + concept for concept in found]

    def concepts_named(self, titles: str) -> list[str]:
        """Return the marks of the concepts of which a whole folded title, one a line, is a term."""
        found: dict[str, None] = {}
        for line in titles.split("\n"):
            found |= dict.fromkeys(self._terms.get(" ".join(_tokens(line)), ()))
        return [WHOLE_TITLE + CONCEPT_MARK + concept for concept in found]

    def add_group(self, group: SearchGroup) -> None:
        """Add the words of a group of records, which texts may mention too."""
        self._groups[group.id] = group.words
        self._add_terms(group.id, group.words)

    def vocabulary(self) -> Iterator[VocabularyRow]:
        """Yield the terms of the concepts, the words that ask, and the words without a meaning of
        their own; Chinese ones also in pinyin."""
        rows: dict[VocabularyRow, None] = {}
        for kind, words in QUESTIONS.items():
            rows |= dict.fromkeys(_rows(words, kind, QUESTION))
        rows |= dict.fromkeys(_rows(FILLERS, "", FILLER))
        rows |= dict.fromkeys(_rows(QUALIFIERS, "", QUALIFIER))
        for concept in self._concepts:
            role = MEASURE if concept.measure else TOPIC
            terms = (*concept.zh, *concept.en)
            rows |= dict.fromkeys(_rows(terms, concept.id, role))
            related = dict.fromkeys((*_rows(concept.related, concept.id, role),))
            rows |= related
            rows |= {(term, mark, RELATED): None for term, mark, _ in related}
            if concept.broader:
                rows |= dict.fromkeys(_rows(terms, concept.broader, BROADER))
        for group, words in self._groups.items():
            rows |= dict.fromkeys(_rows(words, group, TOPIC))
        yield from rows


def _rows(words: Iterable[str], concept: str, role: str) -> Iterator[VocabularyRow]:
    """Yield each word as it is compared, and Chinese words of two characters or more in pinyin."""
    for word in words:
        tokens = _tokens(word)
        if tokens:
            yield " ".join(tokens), concept, role
        pinyin = syllables(fold(word)).split()
        if len(pinyin) > 1 and len(pinyin) == len(word):
            yield "".join(pinyin), concept, role


def _tokens(term: str) -> list[str]:
    return [token for token, *_ in term_tokens(fold(term))]
