"""Records that may fit: those of which the index holds what a query asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.fast_namedtuple import NamedTuple
from tui.search.query_parser import Query
from tui.store import Searched, Store

_FEW = 2000
"""Records of which more are compared with a query: they are soon all in memory."""
_NAMED = {True: 100, False: 50}
"""Records compared text against text for being called so, the most important first: of few
records, and of many."""
_TOLD = {True: 60, False: 20}
"""The same for telling of it, somewhere on their page or in part by name."""
OFTEN = 400
"""Records from which on a piece says little of which is meant."""
_AT_ONCE = 4
_AT_MOST = 6
"""Tokens that the index is asked for together: it goes through the records of each. More, where
those do not tell enough records apart."""
_KEPT = 2000
"""Answers of the index that are kept: the next letter of a query asks for most of them again."""
_LONGER = {9: 8, 11: 10, 13: 12, 14: 12, 15: 12}
"""Beginnings of words for which the index has no list, and the shorter ones for which it has one;
beyond those a beginning is as good as the word."""


class Candidates(NamedTuple):
    """``complete``: there are no others."""

    records: list[Searched]
    complete: bool


def are_few(store: Store) -> bool:
    """Whether the briefing is so small that more of it is compared, text against text."""

    def ask() -> bool:
        last = next(store.query("SELECT coalesce(max(position), 0) FROM folded"))[0]
        return int(last) < _FEW

    few: bool = store.remember("few", ask)
    return few


def with_all(store: Store, query: Query, wanted: int) -> Candidates:
    """Records that have every word, and some that may have, as many as the ``wanted`` best can be
    chosen from; for a query of a period alone, those with an answer in it."""
    tokens = list(dict.fromkeys(query.tokens()))
    if tokens:
        few = are_few(store)
        wanted = max(wanted, _NAMED[few])
        most = wanted + _TOLD[few]
        places = _having_all(store, tokens, most)
        complete = len(places) < most
        if not complete:
            # So many tell of it that those which are called so may not be among them.
            named = f"{{titles names sounds}} : ({seldom(store, tokens, _AT_MOST)})"
            places = (
                positions(store, named, wanted)
                + places[: _TOLD[few]]
                + _called(store, query, wanted)
            )
        return Candidates(store.searched(set(places)), complete)
    if query.months:
        rows = store.query(
            "SELECT DISTINCT r.position FROM answers a JOIN records r ON r.id = a.id "
            "WHERE a.first_month <= ? AND a.last_month >= ?",
            (query.months.last, query.months.first),
        )
        return Candidates(store.searched(row[0] for row in rows), True)
    return Candidates([], True)


def _called(store: Store, query: Query, most: int) -> list[int]:
    """Records of exactly that title or name, as it is written or as it sounds."""
    names = (query.whole, " ".join(query.words), "".join(query.words))
    rows = store.query(
        "SELECT position FROM called WHERE name IN (?, ?, ?) ORDER BY position LIMIT ?",
        (*names, most),
    )
    return [row[0] for row in rows]


def _having_all(store: Store, tokens: Sequence[str], most: int) -> list[int]:
    if len(tokens) > _AT_ONCE:
        few = [having(store, token) for token in tokens]
        few = [places for places in few if len(places) <= OFTEN]
        if few:
            places = set(few[0]).intersection(*few[1:])
            if len(places) < most:
                return sorted(places)
    return positions(store, seldom(store, tokens), most)


def having(store: Store, token: str) -> list[int]:
    """Where records stand that have a token; more than ``OFTEN`` of them mean that it is common."""
    return positions(store, _quoted(token), OFTEN + 1)


def seldom(store: Store, tokens: Sequence[str], most: int = _AT_ONCE) -> str:
    """The index expression for texts that hold every token or, of many, the rarest."""
    if len(tokens) > most:
        # How far down the order of importance the first records go that have a token tells how
        # rare it is.
        def rarity(token: str) -> tuple[bool, int]:
            places = having(store, token)
            common = len(places) > OFTEN
            return (common, -places[-1] if common else len(places))

        rarest = sorted(tokens, key=rarity)[:most]
        tokens = [token for token in tokens if token in rarest]
    return holding(tokens)


def holding(tokens: Iterable[str]) -> str:
    """The index expression for texts that hold every token."""
    return " ".join(_quoted(token) for token in tokens)


def positions(store: Store, expression: str, most: int) -> list[int]:
    """Where records stand that the index has for an expression, the most important first."""
    asked: dict[str, tuple[int, list[int]]] = store.remember("positions", dict)
    known = asked.get(expression)
    if known and (most <= known[0] or len(known[1]) < known[0]):
        return known[1][:most]
    if len(asked) >= _KEPT:
        asked.clear()
    rows = store.query(
        "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid LIMIT ?", (expression, most)
    )
    places = [row[0] for row in rows]
    asked[expression] = (most, places)
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
    word = token.rstrip("*").replace('"', "")
    if word == token:
        return f'"{word}"'
    if len(word) in _LONGER:  # the text tells whether the rest follows, and sooner
        word = word[: _LONGER[len(word)]]
    return f'"{word}"*'
