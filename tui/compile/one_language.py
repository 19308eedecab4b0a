"""A briefing in English only: its database has no sentence that mixes both languages.

The texts of such a briefing stand in both fields of each pair. What is composed of them, such as
the answer of a figure, is composed in both languages; here the English one takes both places, so
that no exported column holds Chinese words around English ones.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from tui.text.language import Language

_LABELS = ("sections", "kinds", "facets", "compared_fields")
"""Tables of words of the program, which a reader may see in either language."""


def use_english_only(database: sqlite3.Connection, languages: Sequence[Language]) -> None:
    """Put the English text of each pair of columns (``text_zh``, ``text_en``) into both, in a
    briefing in English only."""
    if tuple(languages) != ("en",):
        return
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        columns = {row[1] for row in database.execute(f"PRAGMA table_info({table})")}
        stems = [name[:-3] for name in columns if name.endswith("_zh")]
        pairs = [f"{stem}_zh = {stem}_en" for stem in sorted(stems) if f"{stem}_en" in columns]
        if pairs and table not in _LABELS:
            database.execute(f"UPDATE {table} SET {', '.join(pairs)}")
