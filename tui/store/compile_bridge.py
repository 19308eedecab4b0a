"""The one door from the reading half to the making half.

Imported only when no compiled file fits the content.
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


def recompile(
    folder: str, path: str, fingerprint: str, progress: Callable[[int, int], None]
) -> str:
    """Compile the content of ``folder`` into ``path``, or into a temporary file where the cache
    cannot be written. ``progress``: told the records done, and all. Returns where it was written.

    Raises:
        ContentError: the content does not hold.
        OSError: there is no place for a temporary file either.
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
        _prune(target)
    return str(target)


_KEPT = 8
"""Compiled briefings in the cache: a few contents, each a few edits deep."""


_DEAD = 3600.0
"""Seconds after which a draft has nobody left to finish it."""


def _prune(newest: Path) -> None:
    """Remove the oldest compiled files; sessions that have one open keep it."""
    with suppress(OSError):
        files = sorted(newest.parent.glob("*.db"), key=lambda path: path.stat().st_mtime)
        for old in files[:-_KEPT]:
            if old != newest:
                old.unlink(missing_ok=True)
        # Drafts of compilers that were killed: the living finish theirs in seconds.
        for draft in newest.parent.glob(".*.db.*"):
            if draft.stat().st_mtime < newest.stat().st_mtime - _DEAD:
                draft.unlink(missing_ok=True)
