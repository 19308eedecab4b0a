"""Records that have some of what a query asks for, where none may have all of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

from tui.search.query_parser import Query
from tui.search.retrieval import OFTEN, having, positions, seldom
from tui.search.scoring import LEAST_SHARE
from tui.store import Searched, Store
from tui.text.fold import is_chinese, query_tokens

_COMPARED = 30
"""Records compared piece by piece."""
_EVEN = 20
"""Records below which a rare piece says no more than a rarer one."""


def with_some(store: Store, query: Query) -> list[Searched]:
    """Records that may have enough of the pieces, those with the rarest and most of them first."""
    parts, whole = _parts(query)
    least = LEAST_SHARE * whole
    held_by = {piece: having(store, piece) for piece in parts}
    often = [piece for piece in parts if len(held_by[piece]) > OFTEN]
    rare = sorted(parts.keys() - often, key=lambda piece: (len(held_by[piece]), piece))
    common = _together(parts[piece] for piece in often)
    held: dict[int, int] = {}
    worth: dict[int, float] = {}
    for place, piece in enumerate(rare):
        found: Iterable[int] = held_by[piece]
        if (common | _together(parts[each] for each in rare[place:])).bit_count() < least:
            found = held.keys() & found  # with none of the rarer pieces it has too few
        for position in found:
            held[position] = held.get(position, 0) | parts[piece]
            worth[position] = worth.get(position, 0.0) + len(piece) / (len(held_by[piece]) + _EVEN)
    enough = {place: worth[place] for place in held if (held[place] | common).bit_count() >= least}
    if often:
        # So many have these that only those which have all (or the rarest) of them are worth a
        # look, or, where nothing rarer is asked for, the most important of those which have any.
        for position in positions(store, seldom(store, often), _COMPARED):
            enough[position] = enough.get(position, 0.0) + len(often) / OFTEN
        for piece in () if enough else often:
            enough |= dict.fromkeys(held_by[piece][:_COMPARED], 0.0)
    best = sorted(enough, key=lambda position: (-enough[position], position))
    return store.searched(best[:_COMPARED])


def _together(parts: Iterable[int]) -> int:
    return reduce(or_, parts, 0)


def _parts(query: Query) -> tuple[dict[str, int], int]:
    """What the index is asked for, each with the part of the query that it makes up: a bit for
    each letter, two for each Chinese character. And how many bits there are in all."""
    parts: dict[str, int] = {}
    whole = 0
    for word in query.words:
        width = 2 if is_chinese(word[0]) else 1
        for at, piece in enumerate(query_tokens(word)):
            bits = (1 << width * len(piece.rstrip("*"))) - 1
            parts[piece] = parts.get(piece, 0) | bits << whole + width * at
        whole += width * len(word)
    return parts, whole
