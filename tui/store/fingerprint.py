"""Fingerprint of a content folder, from the names, sizes and modification times of its files."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator

from tui import __version__
from tui.database import SCHEMA_VERSION
from tui.store.paths import real_path

BUNDLED_FINGERPRINT = f"bundled with medbrief {__version__}"
"""The fingerprint in an installed package: content, code and compiled file are installed and
replaced together."""

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_COMPILATION_INPUTS = ("text", "document", "model", "load", "compile", "database")
"""Packages that decide how content is compiled: a change in any of their modules, at any depth,
makes the compiled file stale."""
_MAX_DEPTH = 8
"""Levels of subfolders that are read below a package."""


def fingerprint(folder: str) -> str:
    """Return a name for the present state of ``folder``, of ``seeds`` next to it, and of the code
    that compiles them. Reads no file: a few hundred ``stat`` calls."""
    top = real_path(folder)
    # Files of two versions may have equal sizes and times: packagers set all times to one value.
    lines = [f"{__version__} {SCHEMA_VERSION}\n".encode() + os.fsencode(top) + b"\n"]
    seeds = os.path.join(os.path.dirname(top), "seeds")
    lines += [*_states(top, ".toml", 1), *_states(seeds, ".toml", 0)]
    for package in _COMPILATION_INPUTS:
        lines += _states(f"{_PACKAGE}/{package}", (".py", ".sql"), _MAX_DEPTH)
    # Not hashlib: its import makes a lookup 10 % slower, that of zlib 2 % (100 pairs).
    data = b"".join(lines)
    return f"{zlib.crc32(data):08x}{zlib.adler32(data):08x}"


def _states(folder: str, suffix: str | tuple[str, ...], depth: int) -> Iterator[bytes]:
    """Yield a line for each file below ``folder`` that has the suffix."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.endswith(suffix):
            try:
                state = entry.stat()
            except OSError:
                continue
            name = os.fsencode(entry.name)
            yield name + f":{state.st_size}:{state.st_mtime_ns}\n".encode()
        elif depth and "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
            yield os.fsencode(entry.name)
            yield from _states(entry.path, suffix, depth - 1)
