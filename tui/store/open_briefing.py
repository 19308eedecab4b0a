"""Opening a briefing: which content, which compiled file, and what to do where none fits."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping

from tui.database import SCHEMA_VERSION
from tui.fast_namedtuple import TYPE_CHECKING
from tui.store.fingerprint import CARRIED_STATE, fingerprint
from tui.store.paths import CARRIED, CARRIED_FILE, cache_folder, find_content
from tui.store.store import Store

if TYPE_CHECKING:
    from typing import TypeAlias

    from tui.diagnostics import Problem

    Progress: TypeAlias = Callable[[int, int], None]


class BriefingError(Exception):
    """There is no briefing to read. ``problems`` say why, each for a person to mend."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problem(s) in the content")
        self.problems = problems


def _silent(done: int, of: int) -> None:
    pass


def open_store(
    content: str | None,
    environ: Mapping[str, str],
    compiling: Callable[[], Progress] = lambda: _silent,
) -> Store:
    """The compiled briefing of a content folder, compiled now if the content has changed.

    ``content`` names the folder that holds briefing.toml; None means MEDBRIEF_CONTENT or the
    briefing's own. ``compiling`` is called before what may take a second or two; what it
    returns is told after each record how many are done, and how many there are.

    Raises:
        BriefingError: the content does not hold.
    """
    folder = find_content(content, environ)
    cache = cache_folder(environ)
    if folder == CARRIED:
        carried = _open(CARRIED_FILE, CARRIED_STATE)
        if carried:
            return Store(carried, lambda: _kept_or_compiled(folder, cache, lambda: _silent))
    database = _kept_or_compiled(folder, cache, compiling)
    return Store(database, lambda: _compiled(folder, cache, fingerprint(folder), _silent))


def _kept_or_compiled(
    folder: str, cache: str, compiling: Callable[[], Progress]
) -> sqlite3.Connection:
    state = fingerprint(folder)
    found = _open(_kept(cache, state), state)
    if found:
        return found
    return _compiled(folder, cache, state, compiling())


def _kept(cache: str, state: str) -> str:
    return os.path.join(cache, f"{state}.db")  # pathlib's import is dearer


def _open(path: str, state: str) -> sqlite3.Connection | None:
    """The file as a database, if it is whole and of this state."""
    try:
        size = os.path.getsize(path)
    except OSError:
        return None
    try:
        database = sqlite3.connect(path, check_same_thread=False)
        try:
            if _fits(database, state, size):
                return database
        except sqlite3.Error:
            pass
        database.close()
    except sqlite3.Error:
        pass
    return None


def _fits(database: sqlite3.Connection, state: str, size: int) -> bool:
    version = database.execute("PRAGMA user_version").fetchone()[0]
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    page_size = database.execute("PRAGMA page_size").fetchone()[0]
    if version != SCHEMA_VERSION or pages * page_size != size:
        return False
    row = database.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
    return row is not None and row[0] == state


def _compiled(folder: str, cache: str, state: str, progress: Progress) -> sqlite3.Connection:
    # The one door from reading to making: what stands behind it costs 200 ms to import.
    from tui.diagnostics import ContentError
    from tui.store.compile_bridge import recompile

    path = _kept(cache, state)
    try:
        written = recompile(folder, path, state, progress)
    except ContentError as error:
        raise BriefingError(error.problems) from None
    except OSError as error:
        raise BriefingError((_unusable(error.filename or path),)) from None
    database = _open(written, state)
    if written != path:
        os.unlink(written)  # nowhere to keep it: the open database is all there is
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
