"""Where invented briefings are kept between runs, and how medbrief is brought to open one.

Each stands beside a copy of the real content: that folder is what the command is pointed at, so
that it pays for looking at as many files, and the invented briefing has the place and the
fingerprint of its compilation.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import tui
from tests.benchmarks.synthetic import write_synthetic
from tui.store.fingerprint import fingerprint
from tui.store.paths import cache_folder

ROOT = Path(__file__).parents[2]
_MADE_OF = (
    "database/__init__.py",
    "database/schema.sql",
    "compile/index.py",
    "compile/sections.py",
    "compile/sound.py",
    "text/fold.py",
)
_MAKERS = ("synthetic.py", "invented.py", "invented_pages.py", "vocabulary.py")


class Briefing(NamedTuple):
    """What to point the command at. ``size``: records, for the real one as many as it has."""

    name: str
    content: str
    environ: dict[str, str]


def shelf() -> Path:
    """The folder of all that benchmarks keep."""
    return Path(f"{cache_folder(os.environ)}-benchmarks")


def real() -> Briefing:
    """The real briefing, in a cache of the benchmarks' own."""
    return Briefing("the real briefing", str(ROOT / "content"), _environ(shelf() / "real"))


def synthetic(size: int) -> Briefing:
    """An invented briefing, made at the first call and kept."""
    folder = shelf() / f"{size}-{_made_of():08x}"
    content, cache = folder / "content", folder / "cache" / "medbrief"
    if not folder.exists():
        for old in shelf().glob(f"{size}-*"):
            shutil.rmtree(old)
        sys.stderr.write(f"inventing a briefing of {size:,} records, kept in {folder}\n")
        _invent(folder, size)
    _bear_fingerprint(cache, fingerprint(str(content)))
    return Briefing(f"{size:,} records", str(content), _environ(folder / "cache"))


def _invent(folder: Path, size: int) -> None:
    """Made under another name and renamed: what stands at ``folder`` is whole."""
    shelf().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="draft-", dir=shelf()) as name:
        draft = Path(name) / "briefing"
        for part in ("content", "seeds"):
            shutil.copytree(ROOT / part, draft / part, ignore=shutil.ignore_patterns("originals"))
        cache = draft / "cache" / "medbrief"
        cache.mkdir(parents=True)
        write_synthetic(cache / "invented.db", size)
        draft.rename(folder)


def _bear_fingerprint(cache: Path, state: str) -> None:
    """The invented briefing in place of what compiling would give: the code that compiles may
    have changed since it was made."""
    wanted = cache / f"{state}.db"
    if wanted.exists():
        return
    (kept,) = cache.glob("*.db")
    with closing(sqlite3.connect(kept)) as database:
        database.execute("UPDATE meta SET value = ? WHERE key = 'fingerprint'", (state,))
        database.commit()
    kept.rename(wanted)


def _made_of() -> int:
    """A name for what decides how an invented briefing looks."""
    package = Path(tui.__file__).parent
    files = [package / name for name in _MADE_OF]
    files += [Path(__file__).with_name(name) for name in _MAKERS]
    total = 0
    for file in files:
        total = crc32(file.read_bytes(), total)
    return total


def _environ(cache: Path) -> dict[str, str]:
    return {**plain_environ(), "XDG_CACHE_HOME": str(cache), "LC_ALL": "C.UTF-8"}


def plain_environ() -> dict[str, str]:
    """The environment of a command that nobody has set anything for. Without what is said to
    Python: told to keep no compiled modules, it would compile ours at every start."""
    said = ("MEDBRIEF_", "TLDR_", "PYTHON")
    return {name: value for name, value in os.environ.items() if not name.startswith(said)}
