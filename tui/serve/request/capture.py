"""Capture what a command prints, to send it to a client."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO, TextIOWrapper
from typing import NamedTuple

from tui.cli.output.writer import write_data, write_error_data


class CapturedOutput(NamedTuple):
    """The result of a command line: exit code, standard output, standard error."""

    exit_code: int
    stdout: bytes = b""
    stderr: bytes = b""

    def print(self) -> None:
        """Write the output to the standard streams of this process.

        Raises:
            BrokenPipeError, OutputError: see ``write_data``.
        """
        write_data(self.stdout)
        write_error_data(self.stderr)


class CapturedStream(TextIOWrapper):
    """A UTF-8 standard stream in memory. ``terminal``: the result of ``isatty()``."""

    def __init__(self, *, terminal: bool = False) -> None:
        super().__init__(
            BytesIO(), encoding="utf-8", errors="replace", newline="\n", write_through=True
        )
        self._terminal = terminal

    def isatty(self) -> bool:
        """Return whether the client has a terminal."""
        return self._terminal

    def getvalue(self) -> bytes:
        """Return everything written so far."""
        self.flush()
        self.seek(0)
        return bytes(self.buffer.read())


@contextmanager
def capture_output(*, terminal: bool = False) -> Iterator[tuple[CapturedStream, CapturedStream]]:
    """Replace standard output and error while the block runs. No other thread may write."""
    out, err = CapturedStream(terminal=terminal), CapturedStream(terminal=terminal)
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        yield out, err
    finally:
        sys.stdout, sys.stderr = before
