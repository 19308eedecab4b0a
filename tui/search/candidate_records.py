"""Records that may answer, from the index."""

from __future__ import annotations

from math import log2

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.index_lookup import (
    COMMON,
    all_tokens_expression,
    aside_positions,
    figure_positions,
    frequency,
    matching_positions,
    positions_in_period,
    positions_of_token,
    record_count,
)
from tui.question.reader import is_unknown
from tui.search.features import day_words
from tui.text.fold import query_tokens

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.store import Store

_NAME_FACTOR = 1.5
"""Weight of a name, relative to other words as rare."""
_FEW = 3
"""A name that no more records have tells them apart."""
_WITH_ALL = 60
"""Records that are looked for with every common word of a question."""
_LEAST_SHARE, _LEAST_OF_SEVERAL = 0.25, 0.3
"""Share of the weight of a question that a candidate has, and of a question of several parts (with
0.25 a query takes 6 % more at p95)."""
_LEAST_OF_BEST = 0.3
"""Share of what the best candidate has that others have: 13 % less time for the median query."""
_MOST_UNKNOWN = 0.55
"""Share of the weight of a question that may be words that the briefing does not have: a company
that no source names is not answered with what its name has in common with others."""
_MOST_OTHER = 0.64
"""The same, of a question of two words."""
_LEAST_LIKE, _LEAST_OTHER = 0.5, 0.6
"""Similarity to a known question below which it does not make up for such words, and of a question
of two words."""
_FIRST_SEARCHED = 20_000
"""Records, by importance, in which they are looked for first: bounds the time of a question whose
words are all common (互联网医疗 at 300,000 records: 2 ms instead of 10)."""


class Candidates(NamedTuple):
    """Positions of records, those with most of the question first, and the weight of each part of
    it: the rarer, the heavier (inverse document frequency, Spärck Jones 1972)."""

    positions: list[int]
    weights: list[float]


def find_candidates(store: Store, question: Question, known: dict[int, KnownMatch]) -> Candidates:
    """Return the records that have any part of the question; of parts that more than ``COMMON``
    records have, those that also have others, and the most important ones; without those of another
    industry that the question does not name."""
    query = question.query
    total = record_count(store)
    weights = [_weight(store, part, total) for part in question.parts]
    alike = max([match.similarity for match in known.values()], default=0.0)
    is_other = alike < _LEAST_LIKE and not _names_subject(store, question)
    is_other = is_other or (alike < _LEAST_OTHER and _is_other_thing(question, weights))
    if (not known or is_other) and _is_mostly_unknown(store, question, weights):
        return Candidates([], weights)
    found: dict[int, float] = {}
    common: list[tuple[str, float]] = []
    for part, weight in zip(question.parts, weights, strict=True):
        for position in part.names:
            found[position] = found.get(position, 0.0) + 2 * weight
        tokens = part.concepts + part.broader or part.tokens
        if part.related:
            tokens += part.tokens
        for token in tokens:
            share = weight / len(tokens)
            positions = positions_of_token(store, token)
            if len(positions) > COMMON:
                common.append((token, share))
                continue
            if not found:
                found = dict.fromkeys(positions, share)
                continue
            for position in positions:
                found[position] = found.get(position, 0.0) + share
    if query.figure and not query.months:
        for position in figure_positions(store, query.figure, query.power):
            found[position] = found.get(position, 0.0) + total
    if not question.parts and query.months:
        months = query.months
        found |= dict.fromkeys(positions_in_period(store, months.first, months.last), 1.0)
    if query.months and query.months.day:
        words = all_tokens_expression(query_tokens(day_words(query.months)))
        for position in matching_positions(store, words, COMMON):
            found[position] = found.get(position, 0.0) + 1.0
    _add_common(store, found, common)
    asides = aside_positions(store)
    if asides and not asides.isdisjoint(found):
        from tui.search.aside_records import left_out

        out = left_out(store, question, asides, known)
        found = {at: weight for at, weight in found.items() if at not in out}
    for position, match in known.items():
        found[position] = found.get(position, 0.0) + match.similarity * sum(weights)
    most = max(found.values(), default=0.0)
    least = _LEAST_SHARE * sum(weights)
    if len(weights) > 1:
        least = max(_LEAST_OF_SEVERAL * sum(weights), _LEAST_OF_BEST * most)
    best = sorted([(-weight, position) for position, weight in found.items() if weight >= least])
    return Candidates([position for _, position in best], weights)


def _add_common(store: Store, found: dict[int, float], common: list[tuple[str, float]]) -> None:
    """Add the weight of common tokens to the candidates; where there are few, records with all of
    these tokens, and the most important ones with each."""
    is_new = len(found) < _WITH_ALL
    if is_new and len(common) > 1:
        expression = all_tokens_expression([token for token, _ in common])
        both = matching_positions(store, expression, _WITH_ALL, _FIRST_SEARCHED)
        for position in both or matching_positions(store, expression, _WITH_ALL):
            found[position] = found.get(position, 0.0)
    for token, share in common:
        for position in positions_of_token(store, token):
            if is_new or position in found:
                found[position] = found.get(position, 0.0) + share


def _is_other_thing(question: Question, weights: list[float]) -> bool:
    """Return whether a question is two words, and one of them weighs so much more that the other
    is not its subject: iphone price, 天气预报 北京."""
    if len(weights) != 2 or len(question.query.words) != 2 or question.corrected:
        return False
    is_bare = " " in question.query.text and not (question.asks or question.fillers)
    return is_bare and max(weights) > _MOST_OTHER * sum(weights)


def _names_subject(store: Store, question: Question) -> bool:
    """Return whether one of the known words of a question may be what it is about: not only a
    measure, a word that is no term, or a place (smartwatch sales, weather in Beijing). What was
    done (deals closed) needs not be known."""
    for part in question.parts:
        if is_unknown(store, part):
            if part.text.endswith("ed") or not part.text.isascii():
                return True
        elif part.concepts and not part.measure and f" in {part.text}" not in question.query.text:
            return True
    return False


def _is_mostly_unknown(store: Store, question: Question, weights: list[float]) -> bool:
    """Return whether a question names no record and has at most one word that the briefing has,
    beside words that it does not have."""
    if question.query.figure or any(part.names for part in question.parts):
        return False
    unknown = [is_unknown(store, part) for part in question.parts]
    known = [
        part
        for part, missing in zip(question.parts, unknown, strict=True)
        if not missing and len(part.text) > 1
    ]
    weight = sum([each for each, missing in zip(weights, unknown, strict=True) if missing])
    return len(known) <= 1 and weight > _MOST_UNKNOWN * sum(weights)


def _weight(store: Store, part: Part, total: int) -> float:
    """Return the weight of a part: the logarithm of the share of records that have it."""
    if part.concepts:
        count = max([frequency(store, mark) for mark in part.concepts])
    elif part.tokens:
        count = min([frequency(store, token) for token in part.tokens])
    else:
        count = len(part.names)
    weight = log2(1 + total / (count + 1))
    return weight * _NAME_FACTOR if 0 < len(part.names) <= _FEW else weight
