"""Candidates that match a part of a query, where none may match all of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

from tui.search.query_parser import Query
from tui.search.retrieval import (
    COMMON,
    matching_positions,
    positions_of_token,
    rarest_expression,
)
from tui.search.scoring import MIN_COVERAGE
from tui.store import IndexedRecord, Store
from tui.text.fold import is_chinese, query_tokens

_CANDIDATES = 30
"""Records that are compared token by token."""
_SMOOTHING = 20
"""Added to the frequency of a token, so that below it a rarer token counts hardly more."""


def partial_candidates(store: Store, query: Query) -> list[IndexedRecord]:
    """Return records that may match enough of the tokens, those with the rarest and most of them
    first."""
    coverage, total = _coverage_by_token(query)
    least = MIN_COVERAGE * total
    positions = {token: positions_of_token(store, token) for token in coverage}
    common = [token for token in coverage if len(positions[token]) > COMMON]
    rare = sorted(coverage.keys() - common, key=lambda token: (len(positions[token]), token))
    common_bits = _union(coverage[token] for token in common)
    covered: dict[int, int] = {}
    weight: dict[int, float] = {}
    for index, token in enumerate(rare):
        found: Iterable[int] = positions[token]
        if (common_bits | _union(coverage[each] for each in rare[index:])).bit_count() < least:
            found = covered.keys() & found  # without any of the rarer tokens it has too few
        for position in found:
            covered[position] = covered.get(position, 0) | coverage[token]
            weight[position] = weight.get(position, 0.0) + (
                len(token) / (len(positions[token]) + _SMOOTHING)
            )
    enough = {
        position: weight[position]
        for position, bits in covered.items()
        if (bits | common_bits).bit_count() >= least
    }
    if common:
        # Too many records have these tokens to compare them all: take those that have all (or the
        # rarest) of them or, where the query has no rarer token, the most important of each.
        for position in matching_positions(store, rarest_expression(store, common), _CANDIDATES):
            enough[position] = enough.get(position, 0.0) + len(common) / COMMON
        for token in () if enough else common:
            enough |= dict.fromkeys(positions[token][:_CANDIDATES], 0.0)
    best = sorted(enough, key=lambda position: (-enough[position], position))
    return store.indexed_records(best[:_CANDIDATES])


def _union(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


def _coverage_by_token(query: Query) -> tuple[dict[str, int], int]:
    """Return for each index token the part of the query that it covers, as a bit set, and the
    number of all bits: one for each letter, two for each Chinese character."""
    coverage: dict[str, int] = {}
    total = 0
    for word in query.words:
        width = 2 if is_chinese(word[0]) else 1
        for at, token in enumerate(query_tokens(word)):
            bits = (1 << width * len(token.rstrip("*"))) - 1
            coverage[token] = coverage.get(token, 0) | bits << total + width * at
        total += width * len(word)
    return coverage, total
