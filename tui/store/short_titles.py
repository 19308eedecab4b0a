"""Titles of records as in their lists: short where a record has a short title."""

from __future__ import annotations

from collections.abc import Sequence

from tui.store.store import Store
from tui.text.language import Wording


def short_titles(store: Store, ids: Sequence[str]) -> dict[str, Wording]:
    """Return the titles of a few records, by id."""
    rows = store.query(  # read by SQLite: a lookup does not import json
        "SELECT id, json_extract(cells_zh, '$[0]'), json_extract(cells_en, '$[0]') FROM records "
        f"WHERE id IN ({', '.join('?' * len(ids))})",
        tuple(ids),
    )
    return {identity: Wording(zh, en) for identity, zh, en in rows}


def short_title(store: Store, identity: str) -> Wording:
    """Return the title of a record; the id where there is no such record."""
    return short_titles(store, (identity,)).get(identity) or Wording(identity, identity)
