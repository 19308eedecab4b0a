"""The pseudo-terminal between a client and its session process."""

from __future__ import annotations

import asyncio
import fcntl
import os
import pty
import struct
import termios
from collections.abc import Callable

_MAX_PENDING_INPUT = 65536
"""Bytes of unread input; beyond it the client is throttled."""
_RESIZE_INTERVAL = 0.25
"""Seconds between two resizes: each of them lays out and draws the whole screen."""
_MAX_SIZE = (500, 300)
"""Largest screen in cells: a hostile client may claim any size."""
RESET = b"\x1b[?1049l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?2004l\x1b[?1004l"
RESET += b"\x1b[?1016l\x1b[?25h\x1b[0m\r\n"
"""Restores the client's terminal after a crash: main screen, no mouse, cursor, no color."""


class PseudoTerminal:
    """A pty pair. ``throttle``: called with True when the client should stop sending input."""

    def __init__(self, columns: int, rows: int, throttle: Callable[[bool], None]) -> None:
        self._master, self._slave = pty.openpty()
        os.set_blocking(self._master, False)
        self._throttle = throttle
        self._pending = bytearray()
        self._writing = False
        self._set_modes()
        self._resizing: asyncio.TimerHandle | None = None
        self._size = clamp_size(columns, rows)
        self._apply_size()

    def _set_modes(self) -> None:
        """Set the modes that hold until the app sets raw mode, and for commands (termios(3)).

        Without ECHO and ICANON, input that arrives early is not echoed. Without the characters QUIT
        and SUSP, no key kills the process with a core dump or stops it; Ctrl+C ends it.
        """
        modes = termios.tcgetattr(self._slave)
        modes[3] &= ~(termios.ECHO | termios.ICANON)
        disabled = bytes([os.fpathconf(self._slave, "PC_VDISABLE")])
        for character in (termios.VQUIT, termios.VSUSP):
            modes[6][character] = disabled
        termios.tcsetattr(self._slave, termios.TCSANOW, modes)

    def resize(self, columns: int, rows: int) -> None:
        """Set the window size, clamped to what can be drawn: the first at once, then the latest one
        every 0.25 seconds."""
        self._size = clamp_size(columns, rows)
        if self._resizing is None and self._master >= 0 and self._size != self._applied_size:
            self._apply_size()
            loop = asyncio.get_running_loop()
            self._resizing = loop.call_later(_RESIZE_INTERVAL, self._resize_again)

    def _resize_again(self) -> None:
        self._resizing = None
        self.resize(*self._size)

    def _apply_size(self) -> None:
        self._applied_size = columns, rows = self._size
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send_input(self, data: bytes) -> None:
        """Write what the client typed, as fast as the process reads it."""
        if self._master < 0:
            return
        self._pending += data
        self._write()
        if len(self._pending) > _MAX_PENDING_INPUT:
            self._throttle(True)

    def _write(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._pending:
                del self._pending[: os.write(self._master, self._pending[:4096])]
        except BlockingIOError:
            if not self._writing:
                loop.add_writer(self._master, self._write)
                self._writing = True
            return
        except OSError:  # no process reads it any more
            self._pending.clear()
        if self._writing:
            loop.remove_writer(self._master)
            self._writing = False
        self._throttle(False)

    def detach_slave(self) -> int:
        """Return the slave for the session process; the caller closes it."""
        slave, self._slave = self._slave, -1
        return slave

    def duplicate_master(self) -> int:
        """Return a copy of the master to read from; the caller closes it."""
        return os.dup(self._master)

    def close(self) -> None:
        """Close both ends: the session process receives SIGHUP."""
        if self._writing:
            asyncio.get_running_loop().remove_writer(self._master)
            self._writing = False
        if self._resizing:
            self._resizing.cancel()
        for end in (self._master, self._slave):
            if end >= 0:
                os.close(end)
        self._master = self._slave = -1


def clamp_size(columns: int, rows: int) -> tuple[int, int]:
    """Return a size that can be drawn: 80x24 if the client names none, at most 500x300."""
    columns, rows = columns or 80, rows or 24
    return min(columns, _MAX_SIZE[0]), min(rows, _MAX_SIZE[1])
