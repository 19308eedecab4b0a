"""What a command prints, kept for who asked for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO, TextIOWrapper
from typing import NamedTuple


class CapturedOutput(NamedTuple):
    """What a command line gave: its exit code, its data, its messages."""

    code: int
    stdout: bytes = b""
    stderr: bytes = b""


class Stream(TextIOWrapper):
    """A standard stream in memory, UTF-8; ``terminal``: whether somebody sits at its other end."""

    def __init__(self, *, terminal: bool = False) -> None:
        super().__init__(
            BytesIO(), encoding="utf-8", errors="replace", newline="\n", write_through=True
        )
        self._terminal = terminal

    def isatty(self) -> bool:
        """As it was said."""
        return self._terminal

    def taken(self) -> bytes:
        """All that was written."""
        self.flush()
        self.seek(0)
        return bytes(self.buffer.read())


@contextmanager
def caught(*, terminal: bool = False) -> Iterator[tuple[Stream, Stream]]:
    """Standard output and error, kept while the block runs. No other thread may write."""
    out, err = Stream(terminal=terminal), Stream(terminal=terminal)
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        yield out, err
    finally:
        sys.stdout, sys.stderr = before
