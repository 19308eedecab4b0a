"""The terms of the briefing within a query, and its best division into them."""

from __future__ import annotations

from tui.database.vocabulary import FILLER, QUALIFIER, QUESTION, RELATED
from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.index_lookup import positions_of_token
from tui.question.tables import readings_of
from tui.question.term_lookup import named_records, spelled_texts, vocabulary_terms
from tui.question.term_spans import (
    joined_texts,
    misspelt_spans,
    spans_that_sound_like_terms,
    term_spans,
)
from tui.text.fold import is_chinese
from tui.text.stem import term_tokens

if TYPE_CHECKING:
    from typing import TypeAlias

    from tui.question.tables import Tables
    from tui.question.term_lookup import Meaning, Vocabulary

    Token: TypeAlias = tuple[str, int, int]

_LONGEST_CONCEPT = 6
"""Tokens of a concept within a longer query."""
_LATIN_WEIGHT, _CHINESE_WEIGHT = 2.0, 1.0
_EMPTY_WEIGHT = 0.8
"""Factor of words that ask or say nothing: a name or concept of the same length wins."""
_OF_FIGURES = frozenset(("money", "count"))
"""Kinds of question that tell apart the figures of one measure."""
_ALWAYS_WORDS = "谁"
"""Characters that are never a part of another word."""
_EMPTY = frozenset((QUESTION, FILLER, QUALIFIER))
"""Roles of words that only ask, qualify or say nothing."""
_TERM_COST, _SPELLED_COST = 0.3, 1.0
_PHRASE_COST, _SHORT_PHRASE = 0.15, 3
"""Cost of several words that only ask, longer than so many characters (which ministry): they win
over one of them as a concept."""


class FoundTerm(NamedTuple):
    """A possible term: tokens ``first`` to ``last`` (excluded), with its meanings. ``by_sound``: it
    is written otherwise, in characters that sound the same."""

    first: int
    last: int
    weight: float
    names: tuple[int, ...]
    concepts: tuple[Meaning, ...]
    by_sound: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it is not looked up: it only asks, qualifies or says nothing."""
        return _is_empty(self.names, self.concepts)


def _is_empty(names: tuple[int, ...], concepts: tuple[Meaning, ...]) -> bool:
    return not names and not _EMPTY.isdisjoint([role for _, role in concepts])


def _asks(names: tuple[int, ...], concepts: tuple[Meaning, ...]) -> bool:
    return not names and any(role == QUESTION for _, role in concepts)


class Division(NamedTuple):
    """A text, its tokens (see ``term_tokens``), the terms in it that do not overlap, and the
    meanings of all its parts that the vocabulary has."""

    plain: str
    tokens: list[Token]
    terms: list[FoundTerm]
    vocabulary: Vocabulary

    def text_of(self, term: FoundTerm) -> str:
        """Return the text of a term."""
        return self.plain[self.tokens[term.first][1] : self.tokens[term.last - 1][2]]

    def kinds_within(self, term: FoundTerm) -> set[str]:
        """Return the kinds of figure that words within the name of a measure ask for: an amount for
        "VC money", which may also be a number of deals."""
        words = [word for word, *_ in self.tokens[term.first : term.last]]
        meanings = [self.vocabulary.get(word, ()) for word in words] if len(words) > 1 else ()
        return {kind for each in meanings for kind, role in each if role == QUESTION} & _OF_FIGURES


def divide(tables: Tables, plain: str, by_sound: bool = True) -> Division:
    """Return the terms that cover most of a folded text with the fewest of them; where Chinese
    remains, with ``by_sound`` also those that a part of it sounds like."""
    tokens = term_tokens(plain)
    terms, vocabulary = _terms(tables, plain, tokens)
    chosen = _best_division(len(tokens), terms)
    if by_sound and (left := _chinese_left(plain, tokens, chosen)):
        empty = {at for term in chosen if term.is_empty for at in range(term.first, term.last)}
        terms += _spelled_terms(tables, plain, tokens, misspelt_spans(len(tokens), left, empty))
        terms = _without_cut_names(terms)
        chosen = _best_division(len(tokens), terms)
    whole = _without_partial_words(tables, plain, tokens, chosen, vocabulary)
    return Division(plain, tokens, whole, vocabulary)


def _terms(tables: Tables, plain: str, tokens: list[Token]) -> tuple[list[FoundTerm], Vocabulary]:
    """Return every name and term of the vocabulary within the text, and the meanings of the latter.
    Short words are also looked up joined, as syllables of pinyin."""
    stems = [token for token, *_ in tokens]
    spans = term_spans(tables, stems)
    texts = [plain[tokens[first][1] : tokens[last - 1][2]] for first, last in spans]
    keys = [
        " ".join(stems[first:last]) if last - first <= _LONGEST_CONCEPT else ""
        for first, last in spans
    ]
    joined = joined_texts(plain, tokens, stems) if " " in plain else {}
    joined_keys = [
        text
        for (first, last), text in joined.items()
        if last - first <= _LONGEST_CONCEPT and text.isascii()
    ]
    several = [text for text in texts if len(text) > 1]  # no name is one character
    names = named_records(tables, [*several, *joined.values()])
    vocabulary = vocabulary_terms(tables, [*keys, *joined_keys])
    found = {
        span: (names.get(text, ()), vocabulary.get(key, ()))
        for span, text, key in zip(spans, texts, keys, strict=True)
        if text in names or key in vocabulary
    }
    for span, text in joined.items():
        positions, concepts = found.get(span, ((), ()))
        meanings = positions or names.get(text, ()), concepts or vocabulary.get(text, ())
        if any(meanings):
            found[span] = meanings
    terms = []
    for (first, last), meanings in sorted(found.items()) if joined else found.items():
        is_phrase = False
        if last - first > 1:
            is_long = tokens[last - 1][2] - tokens[first][1] > _SHORT_PHRASE
            is_phrase = is_long and _asks(*meanings)
        elif _is_empty(*meanings) and _may_be_torn(plain, tokens[first]):
            continue
        cost = _PHRASE_COST if is_phrase else _TERM_COST
        weight = _weight(plain, tokens[first:last], *meanings) - cost
        terms.append(FoundTerm(first, last, weight, *meanings))
    return _without_cut_names(terms), vocabulary


def _without_cut_names(terms: list[FoundTerm]) -> list[FoundTerm]:
    """Return the terms without a related word that begins within a name: 医生的收入 in
    云杉医生的收入."""
    related = [it for it in terms if not it.names and it.concepts[0][1] == RELATED]
    cut = [
        it
        for it in related
        if any(each.names and each.first < it.first < each.last < it.last for each in terms)
    ]
    return [it for it in terms if it not in cut] if cut else terms


def _spelled_terms(
    tables: Tables, plain: str, tokens: list[Token], spans: list[tuple[int, int]]
) -> list[FoundTerm]:
    """Return the names and concepts that parts of the text sound like."""
    chars = {plain[start] for _, start, _ in tokens if is_chinese(plain[start])}
    readings = readings_of(tables, sorted(chars))
    stems = [token for token, *_ in tokens]
    spans = spans_that_sound_like_terms(tables, stems, readings, spans)
    texts = {span: plain[tokens[span[0]][1] : tokens[span[1] - 1][2]] for span in spans}
    spelled = spelled_texts(readings, list(texts.values())) if texts else {}
    sounds = [sound for each in spelled.values() for sound in each]
    if not sounds:
        return []
    names, vocabulary = named_records(tables, sounds), vocabulary_terms(tables, sounds)
    terms = []
    for (first, last), text in texts.items():
        for sound in spelled.get(text, ()):
            if sound in names or sound in vocabulary:
                meanings = names.get(sound, ()), vocabulary.get(sound, ())
                weight = _weight(plain, tokens[first:last], *meanings) - _SPELLED_COST
                by_sound = all(map(is_chinese, text))  # jd健康 is an abbreviation
                terms.append(FoundTerm(first, last, weight, *meanings, by_sound))
                break
    return terms


def _weight(
    plain: str, tokens: list[Token], names: tuple[int, ...], concepts: tuple[Meaning, ...]
) -> float:
    """Return the weight of a term: its length, less for words that are not looked up."""
    length = 0.0
    for _, start, _ in tokens:
        length += _CHINESE_WEIGHT if is_chinese(plain[start]) else _LATIN_WEIGHT
    return length * (_EMPTY_WEIGHT if _is_empty(names, concepts) else 1.0)


def _chinese_left(plain: str, tokens: list[Token], terms: list[FoundTerm]) -> list[int]:
    """Return the indexes of the Chinese characters that belong to no term."""
    taken = {index for term in terms for index in range(term.first, term.last)}
    return [
        at
        for at, (_, start, _) in enumerate(tokens)
        if at not in taken and is_chinese(plain[start])
    ]


def _may_be_torn(plain: str, token: Token) -> bool:
    """Return whether a token may be a part of a word: a Chinese character that does not stand
    alone, or a letter that is written together with one (A轮)."""
    _, start, end = token
    is_alone = " " in plain and f" {plain} "[start] == " " == f" {plain} "[end + 1]
    if plain[start] in _ALWAYS_WORDS or (is_alone and start):
        return False
    return is_chinese(plain[start]) or (end < len(plain) and is_chinese(plain[end]))


def _best_division(count: int, terms: list[FoundTerm]) -> list[FoundTerm]:
    """Return the terms, without overlap, with the greatest weight together."""
    best: list[tuple[float, tuple[FoundTerm, ...]]] = [(0.0, ())]
    ending: dict[int, list[FoundTerm]] = {}
    for term in terms:
        ending.setdefault(term.last, []).append(term)
    for last in range(1, count + 1):
        option = best[last - 1]
        for term in ending.get(last, ()):
            weight, before = best[term.first]
            if weight + term.weight > option[0]:
                option = (weight + term.weight, (*before, term))
        best.append(option)
    return list(best[count][1])


def _without_partial_words(
    tables: Tables,
    plain: str,
    tokens: list[Token],
    terms: list[FoundTerm],
    vocabulary: Vocabulary,
) -> list[FoundTerm]:
    """Drop a short Chinese concept that is torn out of a longer word: where the single character
    before it is not left over from another word, and the briefing never has both in a row. So a
    name that the briefing lacks (好大夫) is not taken for the concept within it (大夫)."""
    kept: list[FoundTerm] = []
    for index, term in enumerate(terms):
        before = terms[index - 1].last if index else 0
        gap = plain[tokens[before][1] : tokens[term.first][1]] if before < term.first else ""
        first = plain[tokens[term.first][1]]
        torn = (
            len(gap) == 1
            and is_chinese(gap)
            and is_chinese(first)
            and not term.names
            and term.last - term.first <= 2
            and gap not in vocabulary
            and not positions_of_token(tables, gap + first)
        )
        if not torn:
            kept.append(term)
    return kept
