"""A program in a pseudo-terminal: what it draws, when, and its processor time."""

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

_DA1_QUERY, _DA1_REPLY = b"\x1b[c", b"\x1b[?62;22c"
"""Device attributes (DA1): every terminal replies, here as a VT220 with colors. Without a reply
medbrief waits for a tenth of a second."""
_TIMEOUT = 30.0


class Chunk(NamedTuple):
    """Output: time of arrival, processor time of the program until then, bytes."""

    at: float
    cpu: float
    data: bytes


class PseudoTerminal:
    """``words`` running in a terminal of ``size`` (columns, lines). Close it."""

    def __init__(
        self, words: Sequence[str], environ: Mapping[str, str], size: tuple[int, int]
    ) -> None:
        if not sys.platform.startswith("linux"):
            raise BenchmarkError("the processor time of a child can only be read on Linux")
        columns, lines = size
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.started = time.perf_counter()
        self._pid, self._file = pty.fork()
        if not self._pid:  # set the window size before the program starts
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
            with suppress(OSError):
                os.execve(words[0], words, environ)
            os._exit(127)

    @property
    def cpu(self) -> float:
        """Processor seconds of all threads, user and system (see clock_getcpuclockid(3))."""
        try:
            return time.clock_gettime(((~self._pid) << 3) | 2)
        except OSError:
            raise BenchmarkError("the program has ended") from None

    def send(self, keys: bytes) -> float:
        """Type keys and return the time."""
        now = time.perf_counter()
        os.write(self._file, keys)
        return now

    def read(self, quiet: float, timeout: float = _TIMEOUT) -> list[Chunk]:
        """Return the output until there is none for ``quiet`` seconds, or until ``timeout``. The
        chunks are drawn later, so that the program has the processor."""
        chunks: list[Chunk] = []
        end = time.perf_counter() + timeout
        while (now := time.perf_counter()) < end:
            wait = quiet if chunks else end - now
            if not select.select([self._file], [], [], wait)[0]:
                break
            try:
                data = os.read(self._file, 1 << 16)
            except OSError:
                break  # the program has ended
            chunks.append(Chunk(time.perf_counter(), self.cpu, data))
            if _DA1_QUERY in data:
                os.write(self._file, _DA1_REPLY)
        return chunks

    def draw(self, chunk: Chunk) -> str:
        """Return the screen after a chunk."""
        self._stream.feed(chunk.data)
        cells = self._screen.buffer
        across, down = range(self._screen.columns), range(self._screen.lines)
        return "\n".join("".join(cells[y][x].data for x in across).rstrip() for y in down)

    def close(self) -> None:
        """Terminate the program: SIGTERM, after three seconds SIGKILL."""
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
