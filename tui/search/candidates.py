"""Records that may fit: those of which the index holds what a query asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.search.query import Query
from tui.store import Searched, Store

_NAMED = 100
"""Records compared text against text for being called so, the most important first."""
_TOLD = 60
"""The same for telling of it, somewhere on their page or in part by name."""
_OFTEN = 400
"""Records from which on a piece says little of which is meant."""
_COMPARED = 40
"""Records compared piece by piece."""
_EVEN = 20
"""Records below which a rare piece says no more than a rarer one."""


def with_all(store: Store, query: Query) -> list[Searched]:
    """Records that have every word; for a query of a period alone, those with an answer in it."""
    tokens = query.tokens()
    if tokens:
        whole = holding(tokens)
        places = positions(store, f"{{titles names sounds}} : ({whole})", _NAMED)
        if len(places) < _NAMED:
            places = places + positions(store, whole, len(places) + _TOLD)
        return store.searched(set(places))
    if query.months:
        rows = store.query(
            "SELECT DISTINCT r.position FROM answers a JOIN records r ON r.id = a.id "
            "WHERE a.first_month <= ? AND a.last_month >= ?",
            (query.months.last, query.months.first),
        )
        return store.searched(row[0] for row in rows)
    return []


def with_some(store: Store, query: Query) -> list[Searched]:
    """Records that have some of the pieces, those with the rarest and most of them first."""
    worth: dict[int, float] = {}
    often: list[str] = []
    pieces = dict.fromkeys(query.tokens())
    for piece in pieces:
        found = positions(store, _quoted(piece))
        if len(found) > _OFTEN:
            often.append(_quoted(piece))
        for position in found if len(found) <= _OFTEN else ():
            worth[position] = worth.get(position, 0.0) + len(piece) / (len(found) + _EVEN)
    if often:
        # So many have these that only those which have them all are worth a look, or, where
        # nothing rarer is asked for, the most important of those which have any.
        for position in positions(store, " ".join(often), _COMPARED):
            worth[position] = worth.get(position, 0.0) + len(often) / _OFTEN
        for piece in () if worth else often:
            worth |= dict.fromkeys(positions(store, piece, _COMPARED), 0.0)
    best = sorted(worth, key=lambda position: (-worth[position], position))
    return store.searched(best[:_COMPARED])


def holding(tokens: Iterable[str]) -> str:
    """The index expression for texts that hold every token."""
    return " ".join(_quoted(token) for token in tokens)


def positions(store: Store, expression: str, most: int = _OFTEN + 1) -> list[int]:
    """Where records stand that the index has for an expression, the most important first."""

    def ask() -> list[int]:
        rows = store.query(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid LIMIT ?",
            (expression, most),
        )
        return [row[0] for row in rows]

    places: list[int] = store.remember((expression, most), ask)
    return places


def with_figure(store: Store, figure: str, power: str) -> Iterator[tuple[int, str]]:
    """Position and id of records with an answer of that very value (in that power of ten)."""
    plain = figure.rstrip("0").rstrip(".") if "." in figure else figure
    forms = dict.fromkeys((figure, plain, f"{plain}.0", f"{plain}.00"))
    places = ", ".join("?" * len(forms))
    rows = store.query(
        "SELECT DISTINCT r.position, a.id FROM answers a JOIN records r ON r.id = a.id "
        f"WHERE a.value IN ({places}) AND a.value <> '' AND a.unit LIKE ? ORDER BY r.position",
        (*forms, f"{power}%"),
    )
    yield from ((position, name) for position, name in rows)


def _quoted(token: str) -> str:
    star = "*" if token.endswith("*") else ""
    return '"' + token.rstrip("*").replace('"', "") + '"' + star
