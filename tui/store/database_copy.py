"""Copying the compiled briefing to a file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

from tui.atomic_write import temporary_file
from tui.database import APPLICATION_ID
from tui.store.store import Store

_SQLITE_HEADER = b"SQLite format 3\x00"
_APPLICATION_ID_BYTES = slice(68, 72)  # big-endian, https://www.sqlite.org/fileformat.html


class NotABriefingError(Exception):
    """The target exists and is not a compiled briefing."""


def copy_database(store: Store, path: str) -> str:
    """Write the briefing to ``path``, replacing an older copy, and return the absolute path.

    Raises:
        NotABriefingError: the target is another file, which is left alone.
        OSError: the copy cannot be written.
    """
    target = os.path.abspath(path)
    if os.path.lexists(target) and not _is_briefing(target):
        raise NotABriefingError(target)
    try:
        with temporary_file(target) as temporary, closing(sqlite3.connect(temporary)) as copy:
            store.copy_into(copy)
    except sqlite3.Error as error:
        raise OSError(str(error)) from None
    return target


def _is_briefing(path: str) -> bool:
    with open(path, "rb") as file:
        head = file.read(100)
    application_id = APPLICATION_ID.to_bytes(4, "big")
    return head.startswith(_SQLITE_HEADER) and head[_APPLICATION_ID_BYTES] == application_id
