"""Copying the compiled briefing to a file."""

from __future__ import annotations

import os
from collections.abc import Callable

from tui.database import APPLICATION_ID
from tui.file_write import descriptor_of, write_file
from tui.store.store import Store

_SQLITE_HEADER = b"SQLite format 3\x00"
_APPLICATION_ID_BYTES = slice(68, 72)  # big-endian, https://www.sqlite.org/fileformat.html


class NotABriefingError(Exception):
    """The target exists and is not a compiled briefing."""


def copy_database(store: Store, path: str, waiting: Callable[[], None]) -> str:
    """Write the briefing to ``path``, replacing an older copy, and return the absolute path; an
    empty one where it is a pipe, a device or an open descriptor. ``waiting``: see ``write_file``.

    Raises:
        NotABriefingError: the target is another file, which is left alone.
        OSError: the copy cannot be written.
        ValueError: ``path`` cannot be the name of a file.
    """
    is_stream = descriptor_of(path) is not None
    if not is_stream and os.path.exists(path) and not os.path.isdir(path):
        is_stream = not os.path.isfile(path)
        if not is_stream and not _is_briefing(path):
            raise NotABriefingError(path)
    write_file(path, store.content(), waiting=waiting)
    return "" if is_stream else os.path.abspath(path)


def _is_briefing(path: str) -> bool:
    with open(path, "rb") as file:
        head = file.read(100)
    application_id = APPLICATION_ID.to_bytes(4, "big")
    return head.startswith(_SQLITE_HEADER) and head[_APPLICATION_ID_BYTES] == application_id
