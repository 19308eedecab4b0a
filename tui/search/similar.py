"""Similar spelling: imported only when nothing else fits, for rapidfuzz costs as much as a
look-up."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from tui.search.query import Query
from tui.store import Store
from tui.text.fold import WHOLE_NAME

_CUTOFF = 72.0
_CUTOFF_IN_PART = 88.0
"""Percent of similarity below which a name is no longer meant."""


def similar(store: Store, query: Query) -> list[tuple[float, int, str]]:
    """Records with a title or name spelt like the query: score, position, id."""
    wanted = " ".join(query.words)
    if len(wanted) < 3:
        return []
    names, owners = _names(store)
    found = process.extract(wanted, names, scorer=fuzz.ratio, limit=20, score_cutoff=_CUTOFF)
    longer = {at: name for at, name in enumerate(names) if len(name) > len(wanted) > 5}
    found += process.extract(
        wanted, longer, scorer=fuzz.partial_ratio, limit=20, score_cutoff=_CUTOFF_IN_PART
    )
    best: dict[str, tuple[float, int, str]] = {}
    for _, likeness, at in found:
        position, identity = owners[at]
        part = 1.0 if abs(len(names[at]) - len(wanted)) < 3 else 0.85
        item = (0.6 * part * likeness / 100, position, identity)
        if identity not in best or item > best[identity]:
            best[identity] = item
    return list(best.values())


def nearest_titles(store: Store, query: Query, limit: int) -> list[str]:
    """Titles, in the script of the query, of the records that come nearest to it."""
    wanted = " ".join(query.words) or query.whole
    if not wanted:
        return []
    names, owners = _names(store)
    chinese = any("一" <= char <= "鿿" for char in wanted)
    found = process.extract(wanted, names, scorer=fuzz.WRatio, limit=limit * 6, score_cutoff=45)
    titles: dict[str, None] = {}
    for _, _, at in found:
        row = store.row(owners[at][1], "zh")
        if row:
            titles[row.title.zh if chinese else row.title.en] = None
    return list(titles)[:limit]


def _names(store: Store) -> tuple[list[str], list[tuple[int, str]]]:
    names: list[str] = []
    owners: list[tuple[int, str]] = []
    rows = store.query(
        "SELECT f.position, r.id, f.titles, f.names, f.sounds "
        "FROM folded f JOIN records r USING (position)"
    )
    for position, identity, titles, others, sounds in rows:
        spoken = (line[1:] for line in sounds.split("\n") if line.startswith(WHOLE_NAME))
        for name in dict.fromkeys([*titles.split("\n"), *others.split("\n"), *spoken]):
            if name:
                names.append(name)
                owners.append((position, identity))
    return names, owners
