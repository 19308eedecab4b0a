"""A pseudo-terminal between a client and the process that draws for it."""

from __future__ import annotations

import asyncio
import fcntl
import os
import pty
import struct
import termios
from collections.abc import Callable

_MOST_TYPED = 65536
"""Bytes that wait for the process to read them; beyond it the client has to wait."""
_LARGEST = (500, 300)
"""Cells of the largest screen that is drawn; a hostile client may claim any."""
RESET = b"\x1b[?1049l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?2004l\x1b[?1004l"
RESET += b"\x1b[?25h\x1b[0m\r\n"
"""What a process that died left undone: main screen, no mouse, cursor, no colours."""


class PseudoTerminal:
    """Both ends of it. ``slow``: told whether the client should wait before it types more."""

    def __init__(self, columns: int, rows: int, slow: Callable[[bool], None]) -> None:
        self.master, self.slave = pty.openpty()
        os.set_blocking(self.master, False)
        self._slow = slow
        self._typed = bytearray()
        self._writes = False
        self._quiet()
        self.resize(columns, rows)

    def _quiet(self) -> None:
        """Raw, as the panels want it: keys and a terminal's replies that come before the process
        has set it so would be echoed. Line ends stay as they are on terminals."""
        modes = termios.tcgetattr(self.slave)
        modes[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(self.slave, termios.TCSANOW, modes)

    def resize(self, columns: int, rows: int) -> None:
        """Another size; sizes that cannot be are mended."""
        self.columns, self.rows = fitting(columns, rows)
        fcntl.ioctl(
            self.master, termios.TIOCSWINSZ, struct.pack("HHHH", self.rows, self.columns, 0, 0)
        )

    def type(self, data: bytes) -> None:
        """What the client typed."""
        if self.master < 0:
            return
        self._typed += data
        self._write()
        if len(self._typed) > _MOST_TYPED:
            self._slow(True)

    def _write(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._typed:
                del self._typed[: os.write(self.master, self._typed[:4096])]
        except BlockingIOError:
            if not self._writes:
                loop.add_writer(self.master, self._write)
                self._writes = True
            return
        except OSError:  # nobody is left to read it
            self._typed.clear()
        if self._writes:
            loop.remove_writer(self.master)
            self._writes = False
        self._slow(False)

    def given(self) -> int:
        """The slave for who draws, and closes it here: ours would keep the terminal open."""
        slave, self.slave = self.slave, -1
        return slave

    def taken(self) -> int:
        """The master for who reads it, and closes it."""
        return os.dup(self.master)

    def close(self) -> None:
        """Hang up."""
        if self._writes:
            asyncio.get_running_loop().remove_writer(self.master)
            self._writes = False
        for end in (self.master, self.slave):
            if end >= 0:
                os.close(end)
        self.master = self.slave = -1


def fitting(columns: int, rows: int) -> tuple[int, int]:
    """A size that can be drawn: 80x24 where a client names none."""
    columns, rows = columns or 80, rows or 24
    return min(columns, _LARGEST[0]), min(rows, _LARGEST[1])
