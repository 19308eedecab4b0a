"""Opening the compiled file of a briefing; compiling it first where none is up to date."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping

from tui.database import SCHEMA_VERSION
from tui.fast_namedtuple import TYPE_CHECKING
from tui.store.fingerprint import BUNDLED_FINGERPRINT, fingerprint
from tui.store.paths import BUNDLED_CONTENT, BUNDLED_DATABASE, cache_folder, find_content
from tui.store.store import Store

if TYPE_CHECKING:
    from typing import TypeAlias

    from tui.diagnostics import Problem

    Progress: TypeAlias = Callable[[int, int], None]


class BriefingError(Exception):
    """The briefing cannot be opened. ``problems``: the reasons, each with its fix."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problem(s) in the content")
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
    briefing's own. ``compiling`` is called before a compilation, which may take a second or two;
    its result is called after each record with the number of compiled and of all records.

    Raises:
        BriefingError: the content is invalid.
    """
    folder = find_content(content, environ)
    cache = cache_folder(environ)
    if folder == BUNDLED_CONTENT:
        bundled = _open(BUNDLED_DATABASE, BUNDLED_FINGERPRINT)
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


def _open(path: str, state: str) -> sqlite3.Connection | None:
    """Open a compiled file; return None unless it is undamaged and has this fingerprint."""
    try:
        size = os.path.getsize(path)
    except OSError:
        return None
    try:
        database = sqlite3.connect(path, check_same_thread=False)
        try:
            if _is_valid(database, state, size):
                return database
        except sqlite3.Error:
            pass
        database.close()
    except sqlite3.Error:
        pass
    return None


def _is_valid(database: sqlite3.Connection, state: str, size: int) -> bool:
    version = database.execute("PRAGMA user_version").fetchone()[0]
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    page_size = database.execute("PRAGMA page_size").fetchone()[0]
    if version != SCHEMA_VERSION or pages * page_size != size:
        return False
    row = database.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
    return row is not None and row[0] == state


def _compiled(folder: str, cache: str, state: str, progress: Progress) -> sqlite3.Connection:
    # Imports the build half: 200 ms that only a compilation needs.
    from tui.diagnostics import ContentError
    from tui.store.compile_bridge import recompile

    path = _cache_path(cache, state)
    try:
        written = recompile(folder, path, state, progress)
    except ContentError as error:
        raise BriefingError(error.problems) from None
    except OSError as error:
        raise BriefingError((_unusable(error.filename or path),)) from None
    database = _open(written, state)
    if written != path:
        os.unlink(written)  # a temporary file: the open connection keeps it readable
    if database is None:
        raise BriefingError((_unusable(written),))
    return database


def _unusable(file: str) -> Problem:
    from tui.diagnostics import Problem
    from tui.text.language import Wording

    return Problem(
        file,
        0,
        0,
        "S001",
        Wording("编译出的简报无法写入或打开", "the compiled briefing cannot be written or opened"),
        Wording("检查磁盘空间与权限后重试", "check disk space and permissions, then try again"),
    )
