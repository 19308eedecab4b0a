"""The only module of the runtime half that imports the build half.

Imported only when no compiled file is up to date.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tui.compile import compile_in_memory, store_briefing
from tui.diagnostics import Problem
from tui.load import load_content

_CACHED_FILES = 8
"""Compiled briefings in the cache: a few contents, a few edits of each."""
_ORPHAN_AGE = 3600.0
"""Age in seconds after which a temporary file counts as orphaned."""


def recompile(
    folder: str, path: str, fingerprint: str, progress: Callable[[int, int], None]
) -> sqlite3.Connection:
    """Compile the content of ``folder`` and return the database, which is in memory. Store it in
    ``path`` too, where that can be written: the answer does not depend on the cache.

    ``progress`` is called with the number of finished steps and the number of all steps.

    Raises:
        ContentError: the content is invalid.
    """
    database = compile_in_memory(load_content(Path(folder)), fingerprint, progress)
    with suppress(OSError):  # read-only, full, removed meanwhile
        store_briefing(database, Path(path), int(time.time()) & ~1)
        _prune_cache(Path(path))
    return database


def rule_findings(folder: str, originals: str | None) -> list[Problem]:
    """Return what the editorial rules find in valid content.

    Raises:
        ContentError: the content is invalid.
    """
    from tui.check import check_content

    checked = check_content(load_content(Path(folder)), Path(originals) if originals else None)
    return [finding.problem for finding in checked.findings]


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
