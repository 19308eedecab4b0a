"""The compiled briefing in memory, independent of its file."""

from __future__ import annotations

import os
import sqlite3
from typing import NamedTuple, NoReturn

from tui.store import Store, find_content, open_store
from tui.store.fingerprint import fingerprint


class Snapshot(NamedTuple):
    """An open briefing, and its SQLite image for another process.

    ``fingerprint``: of the content before it was read. While the content still has it, reading it
    again gives the same briefing.
    """

    store: Store
    image: bytes
    fingerprint: str


def load_snapshot(content: str | None) -> Snapshot:
    """Read the current briefing, compiling it if necessary.

    Raises:
        BriefingError: the content is invalid.
    """
    state = fingerprint(find_content(content, os.environ))
    with open_store(content, os.environ) as stored:
        memory = sqlite3.connect(":memory:", check_same_thread=False)
        stored.copy_into(memory)
        if not _is_readable(memory):
            stored.rebuild()
            stored.copy_into(memory)
    return Snapshot(Store(memory, _no_replacement), memory.serialize(), state)


def _is_readable(database: sqlite3.Connection) -> bool:
    """Return whether a database has all tables and every row can be read: about 50 ms."""
    try:
        tables = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for _ in database.execute(f"SELECT * FROM {table}"):
                pass
        return bool(database.execute("PRAGMA quick_check").fetchall() == [("ok",)])
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def open_image(image: bytes) -> Store:
    """Open a briefing from its image. Forked processes can share it: no file is behind it."""
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    memory.deserialize(image)
    return Store(memory, _no_replacement)


def _no_replacement() -> NoReturn:
    raise sqlite3.DatabaseError("the briefing in memory is damaged")
