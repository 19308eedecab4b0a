"""A command in a pseudo-terminal, and an emulated screen (pyte) that shows its output."""

from __future__ import annotations

import codecs
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

_QUERIES = {
    re.compile(rb"\x1b\]11;\?(?:\x07|\x1b\\)"): b"\x1b]11;rgb:0000/0000/0000\x1b\\",
    re.compile(rb"\x1b\[6n"): b"\x1b[1;2R",
    re.compile(rb"\x1b\[c"): b"\x1b[?62;22c",
    re.compile(rb"\x1b\[\?2026\$p"): b"\x1b[?2026;2$y",
    re.compile(rb"\x1b\[\?2048\$p"): b"\x1b[?2048;0$y",
}
"""Queries (OSC 11, CPR, DA1, DECRQM) and the replies of xterm."""
_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_TIMEOUT = 60.0
"""Seconds to wait for output; generous, so that slow machines pass."""


class Terminal:
    """A terminal of ``columns`` by ``lines`` in which ``command`` runs."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        columns: int = 80,
        lines: int = 24,
        *,
        replies: bool = True,
        encoding: str = "utf-8",
    ) -> None:
        """``replies``: whether the terminal replies to queries."""
        self._replies = replies
        self._decode = codecs.getincrementaldecoder(encoding)("replace").decode
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.Stream(self._screen)
        self.written = b""
        """All output so far."""
        self.process = pexpect.spawn(
            command[0],
            list(command[1:]),
            env={"TERM": "xterm-256color", **environment},
            dimensions=(lines, columns),
            timeout=_TIMEOUT,
        )

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        return [self._line(number).rstrip() for number in range(self._screen.lines)]

    def _line(self, number: int) -> str:
        # ``Screen.display`` raises where half of a wide character was overwritten.
        text = ""
        wide = False
        for column in range(self._screen.columns):
            data = self._screen.buffer[number][column].data
            text += data or ("" if wide else " ")
            wide = cell_len(data) == 2
        return text

    @property
    def text(self) -> str:
        """The screen as one string."""
        return "\n".join(self.lines)

    def send(self, keys: str | bytes) -> None:
        """Send keys to the command."""
        self.process.send(keys)

    def until(self, *words: str, without: str = "") -> None:
        """Read until all ``words`` are on the screen and ``without`` is not."""
        end = time.monotonic() + _TIMEOUT
        while not all(word in self.text for word in words) or (without and without in self.text):
            assert self._read(), f"the command ended before {words} appeared:\n{self.text}"
            assert time.monotonic() < end, f"{words} did not appear:\n{self.text}"
        while self._read_more():  # the rest of the same frame
            assert time.monotonic() < end, f"the output does not end:\n{self.text}"

    def until_written(self, data: bytes, count: int = 1) -> None:
        """Read until ``data`` was written ``count`` times."""
        end = time.monotonic() + _TIMEOUT
        while self.written.count(data) < count:
            assert self._read(), f"the command ended before it wrote {data!r}"
            assert time.monotonic() < end, f"{data!r} was not written"

    def pause(self) -> None:
        """Let the command read what was sent before, for a tenth of a second."""
        self._read()

    def until_mode(self, mode: int) -> None:
        """Read until a private mode is set."""
        end = time.monotonic() + _TIMEOUT
        while not self.modes().get(mode):
            assert self._read(), f"the command ended:\n{self.text}"
            assert time.monotonic() < end, f"mode {mode} was not set:\n{self.text}"

    def drain(self) -> None:
        """Read what the command writes until it pauses."""
        while self._read_more():
            pass

    def until_it_ends(self) -> int | None:
        """Read to the end; return the exit code, or None if a signal ended the command."""
        end = time.monotonic() + _TIMEOUT
        while self._read():
            assert time.monotonic() < end, f"the command did not end:\n{self.text}"
        self.process.wait()
        code: int | None = self.process.exitstatus
        return code

    def _read(self) -> bool:
        """Read what there is; return False at the end of the output."""
        try:
            self._feed(timeout=0.1)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        return True

    def _read_more(self) -> bool:
        """Read what follows immediately; return whether there was anything."""
        try:
            self._feed(timeout=0.05)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        return True

    def _feed(self, timeout: float) -> None:
        output = self.process.read_nonblocking(65536, timeout=timeout)
        self.written += output
        self._stream.feed(self._decode(output))
        if self._replies:
            for query, reply in _QUERIES.items():
                for _ in query.findall(output):
                    self.process.send(reply)

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window."""
        self._screen.resize(lines, columns)
        self.process.setwinsize(lines, columns)

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self.process.child_fd)

    def has_ended(self) -> bool:
        """Return whether the process ends by itself while nothing reads its output."""
        end = time.monotonic() + _TIMEOUT
        while self.process.isalive():
            if time.monotonic() > end:
                return False
            time.sleep(0.02)
        return True

    def modes(self) -> dict[int, bool]:
        """Return the private modes (ECMA-48, xterm) that were changed, and whether they are set."""
        found = _MODE.findall(self.written)
        return {
            int(number): letter == b"h"
            for numbers, letter in found
            for number in numbers.split(b";")
        }

    def close(self) -> None:
        """End the process, by SIGKILL if needed."""
        with suppress(OSError):  # hung up already
            self.process.close(force=True)
        if self.process.isalive():
            self.process.kill(signal.SIGKILL)
            self.process.wait()


def console_script(python: str) -> str:
    """Return the path of the command installed next to an interpreter."""
    return str(Path(python).parent / "medbrief")
