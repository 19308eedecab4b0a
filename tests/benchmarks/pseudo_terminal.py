"""A program in a real pseudo-terminal: what it draws, when, and what processor time it spent."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

import pyte

from tests.benchmarks.measure import BenchmarkError

_ASKED, _ANSWER = b"\x1b[c", b"\x1b[?62;22c"
"""What it is (DA1), which every terminal answers at once: a VT220 with colours. Who asks waits a
tenth of a second for one that does not."""
_GIVES_UP = 30.0
"""Seconds after which nothing more is expected."""


class Chunk(NamedTuple):
    """Bytes that arrived, when, and the processor time that the program had spent by then."""

    at: float
    cpu: float
    data: bytes


class PseudoTerminal:
    """``words`` running in a terminal of ``size`` (columns, lines). Close it."""

    def __init__(
        self, words: Sequence[str], environ: Mapping[str, str], size: tuple[int, int]
    ) -> None:
        if not sys.platform.startswith("linux"):
            raise BenchmarkError("the app's processor time is read as Linux gives it")
        columns, lines = size
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.started = time.perf_counter()
        self._pid, self._file = pty.fork()
        if not self._pid:  # the window has its size before the program begins
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
            with suppress(OSError):
                os.execve(words[0], words, environ)
            os._exit(127)

    @property
    def cpu(self) -> float:
        """Seconds of all its threads, user and system (see clock_getcpuclockid)."""
        try:
            return time.clock_gettime(((~self._pid) << 3) | 2)
        except OSError:
            raise BenchmarkError("the program has ended") from None

    def send(self, keys: bytes) -> float:
        """Type; tells when."""
        now = time.perf_counter()
        os.write(self._file, keys)
        return now

    def read(self, quiet: float, patience: float = _GIVES_UP) -> list[Chunk]:
        """What it writes until it has been quiet for so many seconds. Nothing is drawn here
        meanwhile: the machine is left to the program."""
        chunks: list[Chunk] = []
        end = time.perf_counter() + patience
        while (now := time.perf_counter()) < end:
            wait = quiet if chunks else end - now
            if not select.select([self._file], [], [], wait)[0]:
                break
            try:
                data = os.read(self._file, 1 << 16)
            except OSError:
                break  # it has ended
            chunks.append(Chunk(time.perf_counter(), self.cpu, data))
            if _ASKED in data:
                os.write(self._file, _ANSWER)
        return chunks

    def draw(self, chunk: Chunk) -> str:
        """The screen after it."""
        self._stream.feed(chunk.data)
        cells = self._screen.buffer
        across, down = range(self._screen.columns), range(self._screen.lines)
        return "\n".join("".join(cells[y][x].data for x in across).rstrip() for y in down)

    def close(self) -> None:
        """End it, gently if it lets itself be ended so."""
        with suppress(OSError):
            os.kill(self._pid, signal.SIGTERM)
        end = time.perf_counter() + 3
        while time.perf_counter() < end:
            if select.select([self._file], [], [], 0.05)[0]:
                try:
                    os.read(self._file, 1 << 16)
                except OSError:
                    break
            elif os.waitpid(self._pid, os.WNOHANG)[0]:
                os.close(self._file)
                return
        with suppress(OSError):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._file)
