"""Records that may fit: those of which the index holds what a query asks for."""

from __future__ import annotations

from collections.abc import Iterable

from tui.search.query import Query
from tui.store import Searched, Store

_NAMED = 100
"""Records compared text against text for being called so, the most important first."""
_TOLD = 60
"""The same for telling of it, somewhere on their page or in part by name."""


def with_all(store: Store, query: Query) -> list[Searched]:
    """Records that have every word; for a query of a period alone, those with an answer in it."""
    tokens = query.tokens()
    if tokens:
        whole = holding(tokens)
        places = positions(store, whole, _NAMED + _TOLD)
        if len(places) == _NAMED + _TOLD:
            # So many tell of it that those which are called so may not be among them.
            named = positions(store, f"{{titles names sounds}} : ({whole})", _NAMED)
            places = named + places[:_TOLD]
        return store.searched(set(places))
    if query.months:
        rows = store.query(
            "SELECT DISTINCT r.position FROM answers a JOIN records r ON r.id = a.id "
            "WHERE a.first_month <= ? AND a.last_month >= ?",
            (query.months.last, query.months.first),
        )
        return store.searched(row[0] for row in rows)
    return []


def holding(tokens: Iterable[str]) -> str:
    """The index expression for texts that hold every token."""
    return " ".join(_quoted(token) for token in tokens)


def positions(store: Store, expression: str, most: int) -> list[int]:
    """Where records stand that the index has for an expression, the most important first."""

    def ask() -> list[int]:
        rows = store.query(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid LIMIT ?",
            (expression, most),
        )
        return [row[0] for row in rows]

    places: list[int] = store.remember((expression, most), ask)
    return places


def with_figure(store: Store, figure: str, power: str) -> list[Searched]:
    """Records with an answer of that very value (in that power of ten)."""
    plain = figure.rstrip("0").rstrip(".") if "." in figure else figure
    forms = dict.fromkeys((figure, plain, f"{plain}.0", f"{plain}.00"))
    places = ", ".join("?" * len(forms))
    rows = store.query(
        "SELECT DISTINCT r.position FROM answers a JOIN records r ON r.id = a.id "
        f"WHERE a.value IN ({places}) AND a.value <> '' AND a.unit LIKE ?",
        (*forms, f"{power}%"),
    )
    return store.searched(row[0] for row in rows)


def _quoted(token: str) -> str:
    star = "*" if token.endswith("*") else ""
    return '"' + token.rstrip("*").replace('"', "") + '"' + star
