"""A copy of the compiled briefing, to be kept or given away."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

from tui.atomic_write import temporary_file
from tui.database import APPLICATION_ID
from tui.store.store import Store

_HEAD = b"SQLite format 3\x00"
_MARK = slice(68, 72)  # where SQLite keeps the application id, big-endian


class NotOursError(Exception):
    """At that place stands a file that no briefing was ever written to."""


def copy_to(store: Store, path: str) -> str:
    """Write the briefing to ``path``, in place of an older copy, and return its full path.

    Raises:
        NotOursError: something else stands there.
        OSError: it cannot be written.
    """
    target = os.path.abspath(path)
    if os.path.lexists(target) and not _is_ours(target):
        raise NotOursError(target)
    try:
        with temporary_file(target) as temporary, closing(sqlite3.connect(temporary)) as copy:
            store.copy_into(copy)
    except sqlite3.Error as error:
        raise OSError(str(error)) from None
    return target


def _is_ours(path: str) -> bool:
    with open(path, "rb") as file:
        head = file.read(100)
    return head.startswith(_HEAD) and head[_MARK] == APPLICATION_ID.to_bytes(4, "big")
