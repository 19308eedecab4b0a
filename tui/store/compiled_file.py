"""Opening the compiled file of a briefing; compiling it first where none is up to date."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from stat import S_ISREG

from tui.database import SCHEMA_VERSION
from tui.fast_namedtuple import TYPE_CHECKING
from tui.store.fingerprint import BUNDLED_FINGERPRINT, fingerprint
from tui.store.paths import BUNDLED_CONTENT, BUNDLED_DATABASE, cache_folder, find_content
from tui.store.sqlite import sqlite3
from tui.store.store import Store
from tui.text.language import plural

if TYPE_CHECKING:
    from typing import TypeAlias

    from tui.diagnostics import Problem

    Progress: TypeAlias = Callable[[int, int], None]


_ATTEMPTS = 5
"""Times to open a file that other processes replace: several that find no compiled file each write
one. After that the briefing is compiled."""


class BriefingError(Exception):
    """The briefing cannot be opened. ``problems``: the reasons, each with its fix."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{plural(len(problems), 'problem')} in the content")
        self.problems = problems


def _no_progress(done: int, total: int) -> None:
    pass


def open_store(
    content: str | None,
    environ: Mapping[str, str],
    compiling: Callable[[], Progress] = lambda: _no_progress,
) -> Store:
    """Open the compiled briefing of a content folder; compile it first if the content changed.

    ``content`` is the folder that holds briefing.toml; None means MEDBRIEF_CONTENT or the
    briefing's own. ``compiling`` is called before a compilation, which takes some seconds;
    its result is called after each step with the number of finished and of all steps.

    Raises:
        BriefingError: the content is invalid.
    """
    folder = find_content(content, environ)
    cache = cache_folder(environ)
    if folder == BUNDLED_CONTENT:
        bundled = _open(BUNDLED_DATABASE, BUNDLED_FINGERPRINT, bundled=True)
        if bundled:
            return Store(bundled, lambda: _cached_or_compiled(folder, cache, lambda: _no_progress))
    database = _cached_or_compiled(folder, cache, compiling)
    return Store(database, lambda: _compiled(folder, cache, fingerprint(folder), _no_progress))


def _cached_or_compiled(
    folder: str, cache: str, compiling: Callable[[], Progress]
) -> sqlite3.Connection:
    state = fingerprint(folder)
    found = _open(_cache_path(cache, state), state)
    if found:
        return found
    return _compiled(folder, cache, state, compiling())


def _cache_path(cache: str, state: str) -> str:
    return os.path.join(cache, f"{state}.db")


def _open(path: str, state: str, *, bundled: bool = False) -> sqlite3.Connection | None:
    """Open a compiled file; return None unless it has this fingerprint and is as it was written."""
    for _ in range(_ATTEMPTS):
        before = _status(path)
        if before is None:
            return None
        database = _connect(path)
        if database:
            try:
                if _is_unchanged(path, bundled) and _has_fingerprint(database, state):
                    return database
            except (OSError, sqlite3.Error, UnicodeDecodeError):
                pass
            database.close()
        if _status(path) == before:
            return None
        # Another process has replaced the file meanwhile: what was read was partly the old one.
    return None


def _status(path: str) -> tuple[int, ...] | None:
    """Return the size of a regular file and what changes when it is replaced; None if there is no
    such file."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    if not S_ISREG(status.st_mode):  # opening a pipe would block
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino, status.st_dev


def _connect(path: str) -> sqlite3.Connection | None:
    """Open a file for reading; never create it where it has been removed meanwhile."""
    # https://www.sqlite.org/uri.html; urllib.parse would be imported for this alone.
    quoted = "".join(
        char if char.isascii() and (char.isalnum() or char in "/._-") else f"%{byte:02x}"
        for byte, char in ((byte, chr(byte)) for byte in os.fsencode(path))
    )
    host = "//" if quoted.startswith("/") else ""  # an empty one: a path may start with two slashes
    try:
        return sqlite3.connect(f"file:{host}{quoted}?mode=ro", uri=True, check_same_thread=False)
    except sqlite3.Error:
        return None


def _is_unchanged(path: str, bundled: bool) -> bool:
    """Return whether a file has the present format, is complete, and has not been written to since
    medbrief wrote it.

    SQLite counts its write transactions in bytes 24-27 of the file
    (https://www.sqlite.org/fileformat.html#file_change_counter). ``store_briefing`` writes the
    modification time of the file there, in seconds, which reveals other programs' changes too. An
    installed file has 0: installers set times of their own.

    Raises:
        OSError: the file cannot be read.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        status = os.fstat(descriptor)
        header = os.read(descriptor, 100)
    finally:
        os.close(descriptor)
    page_size = int.from_bytes(header[16:18], "big")
    counter, pages, version = (int.from_bytes(header[at : at + 4], "big") for at in (24, 28, 60))
    if version != SCHEMA_VERSION or pages * page_size != status.st_size:
        return False
    return counter == 0 if bundled else counter * 10**9 == status.st_mtime_ns


def _has_fingerprint(database: sqlite3.Connection, state: str) -> bool:
    row = database.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
    return row is not None and row[0] == state


def _compiled(folder: str, cache: str, state: str, progress: Progress) -> sqlite3.Connection:
    # Imports the build half: 200 ms that only a compilation needs.
    from tui.diagnostics import ContentError
    from tui.store.compile_bridge import recompile

    path = _cache_path(cache, state)
    try:
        compiled = recompile(folder, path, state, progress)
    except ContentError as error:
        raise BriefingError(error.problems) from None
    stored = _open(path, state)
    if stored is None:  # not written, or already removed or replaced by another process
        return compiled
    compiled.close()  # frees its memory
    return stored
