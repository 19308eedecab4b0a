"""Candidates from the index, compared once more, ranked, each with its answer."""

from __future__ import annotations

from typing import NamedTuple

from tui.search.answer import choose_answer
from tui.search.query import Query, parse_query
from tui.search.score import Folded, score
from tui.store import Entry, Store

_CANDIDATES = 400
"""Records compared text against text; the index gives them in order of importance."""


class Hit(NamedTuple):
    """A record that fits, the fact in it that was asked for, and how well it fits (0 to 1)."""

    entry: Entry
    score: float


def find(store: Store, text: str, limit: int = 20) -> list[Hit]:
    """What the briefing knows of ``text``, best first; nothing for an empty query."""
    query = parse_query(text)
    if not query.words and not query.months:
        return []
    ranked = []
    for position, identity, folded in _candidates(store, query):
        found = score(query, folded)
        if found:
            ranked.append((-found, position, identity))
    if not ranked and query.months and query.words:
        # The year may belong to a name: 易观分析 2022.
        whole = Query(tuple(query.whole.split()), None, query.whole)
        for position, identity, folded in _candidates(store, whole):
            if found := score(whole, folded):
                ranked.append((-found, position, identity))
    ranked.sort()
    hits = []
    for negative, _, identity in ranked[: limit * 3]:
        answer, fits = choose_answer(store.answers(identity), query)
        hits.append(Hit(answer, round(-negative * (1 if fits else 0.5), 3)))
    hits.sort(key=lambda hit: -hit.score)
    return hits[:limit]


def suggest(store: Store, text: str, limit: int = 3) -> list[str]:
    """Titles and names that share most with a query that found nothing."""
    query = parse_query(text)
    wanted = {token.rstrip("*") for token in query.tokens()} | set(query.whole.replace(" ", ""))
    if not wanted:
        return []
    scored = []
    rows = store.query(
        "SELECT r.title_zh, r.title_en, f.titles, f.names, r.position "
        "FROM folded f JOIN records r USING (position)"
    )
    for zh, en, titles, names, position in rows:
        known = f"{titles} {names}"
        shared = sum(len(piece) for piece in wanted if piece in known)
        if shared:
            chinese = any("一" <= char <= "鿿" for char in text)
            scored.append((-shared, len(zh), position, zh if chinese else en))
    return list(dict.fromkeys(title for *_, title in sorted(scored)))[:limit]


def _candidates(store: Store, query: Query) -> list[tuple[int, str, Folded]]:
    tokens = query.tokens()
    if not tokens:
        rows = store.query(
            "SELECT DISTINCT f.position, r.id, f.titles, f.names, f.body FROM answers a "
            "JOIN records r ON r.id = a.id JOIN folded f ON f.position = r.position "
            "WHERE a.first_month <= ? AND a.last_month >= ? ORDER BY f.position",
            (query.months.last, query.months.first) if query.months else (0, 0),
        )
    else:
        rows = store.query(
            "SELECT f.position, r.id, f.titles, f.names, f.body FROM search s "
            "JOIN folded f ON f.position = s.rowid JOIN records r ON r.position = s.rowid "
            "WHERE search MATCH ? ORDER BY s.rowid LIMIT ?",
            (" ".join(_quoted(token) for token in tokens), _CANDIDATES),
        )
    return [(position, identity, Folded(*texts)) for position, identity, *texts in rows]


def _quoted(token: str) -> str:
    star = token.endswith("*")
    return '"' + token.rstrip("*").replace('"', "") + '"' + ("*" if star else "")
