"""A real terminal: a pseudo-terminal with the command in it, and a screen that draws what it
writes (pyte)."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pexpect
import pyte
from rich.cells import cell_len

_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_PATIENCE = 60.0
"""Seconds after which nothing more is expected: an upper bound, not a measure."""


class Terminal:
    """A terminal of ``columns`` by ``lines`` in which ``command`` runs."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        columns: int = 80,
        lines: int = 24,
    ) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""
        """Everything that was written so far."""
        self.process = pexpect.spawn(
            command[0],
            list(command[1:]),
            env={"TERM": "xterm-256color", **environment},
            dimensions=(lines, columns),
            timeout=_PATIENCE,
        )

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        return [self._line(number).rstrip() for number in range(self._screen.lines)]

    def _line(self, number: int) -> str:
        # ``Screen.display`` fails where half of a wide character was drawn over.
        text = ""
        wide = False
        for column in range(self._screen.columns):
            data = self._screen.buffer[number][column].data
            text += data or ("" if wide else " ")
            wide = cell_len(data) == 2
        return text

    @property
    def text(self) -> str:
        """The screen in one piece."""
        return "\n".join(self.lines)

    def send(self, keys: str | bytes) -> None:
        """Type."""
        self.process.send(keys)

    def until(self, *words: str, without: str = "") -> None:
        """Read until all words are on the screen, and what shall vanish has vanished."""
        end = time.monotonic() + _PATIENCE
        while not all(word in self.text for word in words) or (without and without in self.text):
            assert self._read(), f"it ended before {words} appeared:\n{self.text}"
            assert time.monotonic() < end, f"{words} did not appear:\n{self.text}"

    def until_it_ends(self) -> int | None:
        """Read to the end; the exit code, or None if a signal ended it."""
        end = time.monotonic() + _PATIENCE
        while self._read():
            assert time.monotonic() < end, f"it goes on:\n{self.text}"
        self.process.wait()
        code: int | None = self.process.exitstatus
        return code

    def _read(self) -> bool:
        try:
            piece = self.process.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.written += piece
        self._stream.feed(piece)
        return True

    def resize(self, columns: int, lines: int) -> None:
        """Make the window another size."""
        self._screen.resize(lines, columns)
        self.process.setwinsize(lines, columns)

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self.process.child_fd)

    def has_ended(self) -> bool:
        """Whether the process ends by itself, with nobody reading any more."""
        end = time.monotonic() + _PATIENCE
        while self.process.isalive():
            if time.monotonic() > end:
                return False
            time.sleep(0.02)
        return True

    def modes(self) -> dict[int, bool]:
        """The private modes (ECMA-48, xterm) that were set, and whether they still are."""
        found = _MODE.findall(self.written)
        return {
            int(number): letter == b"h"
            for numbers, letter in found
            for number in numbers.split(b";")
        }

    def close(self) -> None:
        """End the process, whatever it does."""
        with suppress(OSError):  # hung up
            self.process.close(force=True)
        if self.process.isalive():
            self.process.kill(signal.SIGKILL)
            self.process.wait()


def console_script(python: str) -> str:
    """The installed command beside an interpreter."""
    return str(Path(python).parent / "medbrief")
