"""Size of the terminal window."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

MAX_SIZE = (1000, 500)
"""Columns and lines that are drawn: more than a screen of 3840 by 2160 pixels shows. A window of
65535 by 65535, which a client may claim, would keep the app drawing."""
_DEFAULT = (80, 24)


def terminal_size(descriptors: Iterable[int], environ: Mapping[str, str]) -> tuple[int, int]:
    """Return columns and lines: the kernel's, of the first descriptor that has them, else COLUMNS
    and LINES, else 80 by 24. An exported COLUMNS is that of another window."""
    for descriptor in descriptors:
        try:
            columns, lines = os.get_terminal_size(descriptor)
        except OSError:
            continue
        if columns and lines:
            return _limited(columns, lines)
    sizes = [environ.get(name, "") for name in ("COLUMNS", "LINES")]
    given = [int(size) if size.isascii() and size.isdigit() else 0 for size in sizes]
    return _limited(given[0] or _DEFAULT[0], given[1] or _DEFAULT[1])


def _limited(columns: int, lines: int) -> tuple[int, int]:
    return min(columns, MAX_SIZE[0]), min(lines, MAX_SIZE[1])
