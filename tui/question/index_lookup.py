"""Lookups in the full-text index of briefing.db, cached while a query is typed."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.tables import in_list
from tui.text.fold import index_tokens
from tui.text.stem import plural_of_y

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.question.tables import Tables

COMMON = 400
"""Tokens that more records have than this hardly tell records apart."""
_CACHED_RESULTS = 2000
"""Cached index results: the next letter of a query needs most of them again."""
_INDEXED_PREFIX = {9: 8, 11: 10, 13: 12, 14: 12, 15: 12}
"""Lengths of prefixes for which the index has no list (see ``prefix`` in schema.sql), and the
length of the next shorter one that it has. From 16 on the prefix list is as good as the word."""


def record_count(tables: Tables) -> int:
    """Return the number of records."""
    count: int = tables.memoize(
        "record count",
        lambda: next(tables.query("SELECT coalesce(max(position), 0) + 1 FROM folded"))[0],
    )
    return count


def positions_of_ids(tables: Tables, ids: Iterable[str]) -> list[int]:
    """Return the positions of the records with the ids, in no order."""
    places, wanted = in_list(ids)
    rows = tables.query(f"SELECT position FROM folded WHERE id IN ({places})", wanted)
    return [position for (position,) in rows]


def aside_positions(tables: Tables) -> frozenset[int]:
    """Return the positions of the records of other industries: of themes with ``aside``."""

    def read() -> frozenset[int]:
        themes = tables.query("SELECT value FROM meta WHERE key = 'aside_themes' AND value <> ''")
        places, wanted = in_list([theme for (value,) in themes for theme in value.split()])
        if not wanted:
            return frozenset()
        rows = tables.query(
            "SELECT r.position FROM facets f JOIN records r USING (id) "
            f"WHERE f.facet = 'tag' AND f.value IN ({places})",
            wanted,
        )
        return frozenset(position for (position,) in rows)

    positions: frozenset[int] = tables.memoize("positions of aside records", read)
    return positions


def positions_of_token(tables: Tables, token: str) -> list[int]:
    """Return the positions of records that have a token; more than ``COMMON`` of them mean that
    the token is common and the list incomplete. Each step of a search asks for the same tokens."""
    cache: dict[str, list[int]] = tables.memoize("positions of tokens", dict)
    positions = cache.get(token)
    if positions is None:
        if len(cache) >= _CACHED_RESULTS:
            cache.clear()
        positions = cache[token] = matching_positions(tables, quoted(token), COMMON + 1)
    return positions


def is_in_word(tables: Tables, run: str, at: int) -> bool:
    """Return whether the briefing has a character of a text together with one beside it."""
    pairs = [run[first : first + 2] for first in (at - 1, at) if first >= 0]
    return any(len(pair) == 2 and positions_of_token(tables, pair) for pair in pairs)


def is_indexed(tables: Tables, token: str) -> bool:
    """Return whether any record has a token."""
    word = token.rstrip("*")
    if len(word) not in _INDEXED_PREFIX or word == token:
        return bool(positions_of_token(tables, token))
    plural = plural_of_y(word)
    exact = f'"{word}"*' + (f' OR "{plural}"*' if plural else "")
    return bool(matching_positions(tables, exact, 1))


def frequency(tables: Tables, token: str) -> float:
    """Return how many records have a token; of a common one an estimate."""
    positions = positions_of_token(tables, token)
    if len(positions) <= COMMON:
        return len(positions)
    # Only the most important ones are known: the further down they reach, the rarer it is.
    return len(positions) * record_count(tables) / (positions[-1] + 1)


def all_tokens_expression(tokens: Iterable[str]) -> str:
    """Return the FTS5 expression for texts that have every token (FTS5 takes no implicit AND beside
    a term in parentheses)."""
    return " AND ".join(quoted(token) for token in tokens)


def matching_positions(tables: Tables, expression: str, limit: int, before: int = 0) -> list[int]:
    """Return the positions of records that match an FTS5 expression, most important first.
    ``before``: look only at positions below it."""
    cache: dict[tuple[str, int], tuple[int, list[int]]] = tables.memoize("index results", dict)
    key = expression, before
    cached = cache.get(key)
    if cached and (limit <= cached[0] or len(cached[1]) < cached[0]):
        return cached[1][:limit]
    if len(cache) >= _CACHED_RESULTS:
        cache.clear()
    bound = f"AND rowid < {before} " if before else ""
    rows = tables.query(
        f"SELECT rowid FROM search WHERE search MATCH ? {bound}ORDER BY rowid LIMIT ?",
        (expression, limit),
    )
    positions = [row[0] for row in rows]
    cache[key] = (limit, positions)
    return positions


def phrase_positions(tables: Tables, text: str, limit: int) -> list[int]:
    """Return the positions of records in which the tokens of a folded text follow each other."""
    return matching_positions(tables, f'"{" ".join(index_tokens(text))}" *', limit)


def figure_positions(tables: Tables, figure: str, power: str) -> Sequence[int]:
    """Return records with an answer of exactly that value (in that power of ten), or in whose place
    the source prints it."""
    plain = figure.rstrip("0").rstrip(".") if "." in figure else figure
    forms = dict.fromkeys((figure, plain, f"{plain}.0", f"{plain}.00"))
    places = ", ".join("?" * len(forms))
    rows = tables.query(
        "SELECT DISTINCT r.position FROM answers a JOIN records r ON r.id = a.id "
        f"WHERE a.value IN ({places}) AND a.value <> '' AND a.unit LIKE ? "
        "UNION SELECT r.position FROM answers a JOIN records r ON r.id = a.id "
        "WHERE a.as_printed <> '' AND CAST(a.as_printed AS REAL) = ? AND instr(a.as_printed, ?)",
        (*forms, f"{power}%", float(figure), power),
    )
    return [row[0] for row in rows]


def positions_in_period(tables: Tables, first_month: int, last_month: int) -> Sequence[int]:
    """Return records with an answer in the months."""
    rows = tables.query(
        "SELECT DISTINCT r.position FROM answers a JOIN records r ON r.id = a.id "
        "WHERE a.first_month <= ? AND a.last_month >= ? AND a.first_month > 101",
        (last_month, first_month),
    )
    return [row[0] for row in rows]


def quoted(token: str) -> str:
    """Return a token as a term of an FTS5 expression; one that ends in ``*`` matches by prefix."""
    word = token.rstrip("*").replace('"', "")
    if word == token:
        return f'"{word}"'
    if plural := plural_of_y(word):
        return f'("{word}"* OR "{plural}"*)'
    if len(word) in _INDEXED_PREFIX:  # faster; the comparison with the text checks the rest
        word = word[: _INDEXED_PREFIX[len(word)]]
    return f'"{word}"*'
