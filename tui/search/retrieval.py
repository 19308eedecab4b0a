"""Retrieval: candidate records from the index of briefing.db."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.fast_namedtuple import NamedTuple
from tui.search.query_parser import Query
from tui.store import IndexedRecord, Store

_SMALL = 2000
"""Briefings with fewer records get more candidates: the texts of all soon are in memory."""
_NAME_CANDIDATES = {True: 100, False: 50}
"""Candidate limit for matches in titles and names, for small and for large briefings."""
_BODY_CANDIDATES = {True: 60, False: 20}
"""Candidate limit for body or partial-name matches, for small and for large briefings."""
COMMON = 400
"""Tokens that more records have than this hardly tell records apart."""
_MATCHED_TOKENS = 4
_MATCHED_TOKENS_IN_NAMES = 6
"""Tokens of one index query, which reads the list of each. More in names, where fewer do not tell
enough records apart."""
_CACHED_RESULTS = 2000
"""Cached index results: the next letter of a query needs most of them again."""
_INDEXED_PREFIX = {9: 8, 11: 10, 13: 12, 14: 12, 15: 12}
"""Lengths of prefixes for which the index has no list (see ``prefix`` in schema.sql), and the
length of the next shorter one that it has. From 16 on the prefix list is as good as the word."""


class Candidates(NamedTuple):
    """``complete``: there are no further candidates."""

    records: list[IndexedRecord]
    complete: bool


def is_small(store: Store) -> bool:
    """Return whether the briefing is so small that more candidates are compared."""

    def read() -> bool:
        last = next(store.query("SELECT coalesce(max(position), 0) FROM folded"))[0]
        return int(last) < _SMALL

    small: bool = store.memoize("small", read)
    return small


def full_match_candidates(store: Store, query: Query, limit: int) -> Candidates:
    """Return records that have every word, and some that may have, enough to choose the
    ``limit`` best from; for a query of a period alone, those with an answer in it."""
    tokens = list(dict.fromkeys(query.tokens()))
    if tokens:
        small = is_small(store)
        limit = max(limit, _NAME_CANDIDATES[small])
        maximum = limit + _BODY_CANDIDATES[small]
        positions = _positions_of_all(store, tokens, maximum)
        complete = len(positions) < maximum
        if not complete:
            # So many bodies match that the records with a matching name may not be among these.
            rarest = rarest_expression(store, tokens, _MATCHED_TOKENS_IN_NAMES)
            positions = (
                matching_positions(store, f"{{titles names pinyin}} : ({rarest})", limit)
                + positions[: _BODY_CANDIDATES[small]]
                + _positions_of_name(store, query, limit)
            )
        return Candidates(store.indexed_records(set(positions)), complete)
    if query.months:
        rows = store.query(
            "SELECT DISTINCT r.position FROM answers a JOIN records r ON r.id = a.id "
            "WHERE a.first_month <= ? AND a.last_month >= ?",
            (query.months.last, query.months.first),
        )
        return Candidates(store.indexed_records(row[0] for row in rows), True)
    return Candidates([], True)


def _positions_of_name(store: Store, query: Query, limit: int) -> list[int]:
    """Return records with exactly that title or name, as written or in pinyin."""
    names = (query.text, " ".join(query.words), "".join(query.words))
    rows = store.query(
        "SELECT position FROM exact_names WHERE name IN (?, ?, ?) ORDER BY position LIMIT ?",
        (*names, limit),
    )
    return [row[0] for row in rows]


def _positions_of_all(store: Store, tokens: Sequence[str], limit: int) -> list[int]:
    if len(tokens) > _MATCHED_TOKENS:
        found = [positions_of_token(store, token) for token in tokens]
        rare = [positions for positions in found if len(positions) <= COMMON]
        if rare:
            positions = set(rare[0]).intersection(*rare[1:])
            if len(positions) < limit:
                return sorted(positions)
    return matching_positions(store, rarest_expression(store, tokens), limit)


def positions_of_token(store: Store, token: str) -> list[int]:
    """Return the positions of records that have a token; more than ``COMMON`` of them mean that
    the token is common and the list incomplete."""
    return matching_positions(store, _quoted(token), COMMON + 1)


def rarest_expression(store: Store, tokens: Sequence[str], most: int = _MATCHED_TOKENS) -> str:
    """Return the FTS5 expression for texts that have every token; of more than ``most`` tokens,
    the rarest."""
    if len(tokens) > most:
        # Of a common token only the first records are known: the further down the order of
        # importance they reach, the rarer it is.
        def rarity(token: str) -> tuple[bool, int]:
            positions = positions_of_token(store, token)
            common = len(positions) > COMMON
            return (common, -positions[-1] if common else len(positions))

        rarest = sorted(tokens, key=rarity)[:most]
        tokens = [token for token in tokens if token in rarest]
    return all_tokens_expression(tokens)


def all_tokens_expression(tokens: Iterable[str]) -> str:
    """Return the FTS5 expression for texts that have every token."""
    return " ".join(_quoted(token) for token in tokens)


def matching_positions(store: Store, expression: str, limit: int) -> list[int]:
    """Return the positions of records that match an FTS5 expression, most important first."""
    cache: dict[str, tuple[int, list[int]]] = store.memoize("index results", dict)
    cached = cache.get(expression)
    if cached and (limit <= cached[0] or len(cached[1]) < cached[0]):
        return cached[1][:limit]
    if len(cache) >= _CACHED_RESULTS:
        cache.clear()
    rows = store.query(
        "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid LIMIT ?", (expression, limit)
    )
    positions = [row[0] for row in rows]
    cache[expression] = (limit, positions)
    return positions


def figure_candidates(store: Store, figure: str, power: str) -> list[IndexedRecord]:
    """Return records with an answer of exactly that value (in that power of ten)."""
    plain = figure.rstrip("0").rstrip(".") if "." in figure else figure
    forms = dict.fromkeys((figure, plain, f"{plain}.0", f"{plain}.00"))
    places = ", ".join("?" * len(forms))
    rows = store.query(
        "SELECT DISTINCT r.position FROM answers a JOIN records r ON r.id = a.id "
        f"WHERE a.value IN ({places}) AND a.value <> '' AND a.unit LIKE ?",
        (*forms, f"{power}%"),
    )
    return store.indexed_records(row[0] for row in rows)


def _quoted(token: str) -> str:
    word = token.rstrip("*").replace('"', "")
    if word == token:
        return f'"{word}"'
    if len(word) in _INDEXED_PREFIX:  # faster; the comparison with the text checks the rest
        word = word[: _INDEXED_PREFIX[len(word)]]
    return f'"{word}"*'
