"""The only module of the runtime half that imports the build half.

Imported only when no compiled file is up to date.
"""

from __future__ import annotations

import errno
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tui.compile import compile_briefing
from tui.load import load_content

_CACHED_FILES = 8
"""Compiled briefings in the cache: a few contents, a few edits of each."""
_ORPHAN_AGE = 3600.0
"""Age in seconds after which a temporary file counts as orphaned."""


def recompile(
    folder: str, path: str, fingerprint: str, progress: Callable[[int, int], None]
) -> str:
    """Compile the content of ``folder`` into ``path``, or into a temporary file if the cache
    cannot be written, and return the path of the file.

    ``progress`` is called with the number of compiled records and the number of all records.

    Raises:
        ContentError: the content is invalid.
        OSError: no temporary file can be written either.
    """
    content = load_content(Path(folder))
    target = Path(path)
    try:
        compile_briefing(content, target, fingerprint, progress)
    except (OSError, sqlite3.Error):
        with tempfile.NamedTemporaryFile(prefix="medbrief-", suffix=".db", delete=False) as file:
            target = Path(file.name)
        try:
            compile_briefing(content, target, fingerprint, progress)
        except sqlite3.Error as error:  # a full disk
            target.unlink(missing_ok=True)
            raise OSError(errno.EIO, str(error), str(target)) from None
        except BaseException:
            target.unlink(missing_ok=True)
            raise
    else:
        _prune_cache(target)
    return str(target)


def _prune_cache(newest: Path) -> None:
    """Remove the oldest compiled files (processes that have one open keep reading it) and
    orphaned temporary files."""
    with suppress(OSError):
        files = sorted(newest.parent.glob("*.db"), key=lambda path: path.stat().st_mtime)
        for old in files[:-_CACHED_FILES]:
            if old != newest:
                old.unlink(missing_ok=True)
        # Running compilers finish theirs within seconds; these belong to killed ones.
        for draft in newest.parent.glob(".*.db.*"):
            if draft.stat().st_mtime < newest.stat().st_mtime - _ORPHAN_AGE:
                draft.unlink(missing_ok=True)
