"""Query the terminal before the app starts: background color, and the width of characters that are
wide in one terminal and narrow in another (UAX #11: ambiguous).

The query is sent before the app is imported and read afterwards: the import takes longer than the
reply, so the query adds no waiting time. Terminals that may reply late are not queried, because
their reply would arrive as typed text.
"""

from __future__ import annotations

import math
import os
import re
import sys
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Any

_QUERY_BACKGROUND = "\x1b]11;?\x1b\\"
_QUERY_WIDTH = "\r“\x1b[6n\r\x1b[K"
"""Write an ambiguous character, ask for the cursor position, clear the line."""
_QUERY_ATTRIBUTES = "\x1b[c"
"""DA1; every terminal replies, so its reply marks the end of the query."""
_REPLY = re.compile(
    rb"\x1b\](?:10|11);[^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[\?[0-9;]*c|\x1b\[[0-9]+;[0-9]+R"
)
_RGB = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")
_COLUMN = re.compile(rb"\x1b\[[0-9]+;([0-9]+)R")
_END = re.compile(rb"\x1b\[\?[0-9;]*c")
_SUPPORTED_TERMS = (
    "xterm",
    "tmux",
    "alacritty",
    "foot",
    "kitty",
    "ghostty",
    "wezterm",
    "rxvt",
    "konsole",
)
_TIMEOUT = 0.1
"""Seconds to wait for the reply after the import of the app."""
_LIGHT_LUMINANCE = 0.18
"""Luminance at which white text and black text are equally legible."""


def supports_query(environ: Mapping[str, str]) -> bool:
    """Return True for terminals known to support these queries, when not over SSH."""
    remote = any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))
    return not remote and environ.get("TERM", "").startswith(_SUPPORTED_TERMS)


def is_east_asian(environ: Mapping[str, str]) -> bool:
    """Return True for a locale whose terminals may draw ambiguous characters wide."""
    names = (environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    return next(filter(None, names), "")[:2] in ("zh", "ja", "ko")


class CapabilityQuery:
    """Context manager: send the query on entry, restore the terminal on exit.

    Within it the terminal neither echoes input nor buffers it by lines.
    """

    def __init__(self, environ: Mapping[str, str], *, background: bool, width: bool) -> None:
        self._sent = False
        self._saved_attributes: list[Any] = []
        self._query = (_QUERY_BACKGROUND if background else "") + (_QUERY_WIDTH if width else "")
        self._enabled = bool(self._query) and supports_query(environ)
        self.background: tuple[float, float, float] | None = None
        """Red, green and blue from 0 to 1; None if the terminal did not reply."""
        self.ambiguous_width = 1
        """Cells of an ambiguous character."""
        self.typed = b""
        """Input of the user that arrived before or between the replies."""

    def __enter__(self) -> CapabilityQuery:
        """Send the query, unless input is already waiting or this is a background process."""
        try:
            import select
            import termios
        except ImportError:  # Windows
            return self
        stdin, stderr = sys.__stdin__, sys.__stderr__
        if not self._enabled or stdin is None or stderr is None or not stdin.isatty():
            return self
        file = stdin.fileno()
        if os.getpgrp() != os.tcgetpgrp(file) or select.select([file], [], [], 0)[0]:
            return self
        self._saved_attributes = termios.tcgetattr(file)
        attributes = termios.tcgetattr(file)
        attributes[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(file, termios.TCSANOW, attributes)
        os.write(stderr.fileno(), (self._query + _QUERY_ATTRIBUTES).encode())
        self._sent = True
        return self

    def collect(self) -> None:
        """Read the replies; wait for them for at most 0.1 s."""
        if not self._sent or sys.__stdin__ is None:
            return
        import select

        file, deadline, received = sys.__stdin__.fileno(), time.monotonic() + _TIMEOUT, b""
        while not _END.search(received) and (left := deadline - time.monotonic()) > 0:
            if not select.select([file], [], [], left)[0]:
                break
            chunk = os.read(file, 4096)
            if not chunk:
                break
            received += chunk
        if match := _RGB.search(received):
            red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in match.groups())
            self.background = (red, green, blue)
        if (column := _COLUMN.search(received)) and column[1] == b"3":
            self.ambiguous_width = 2
        self.typed = _REPLY.sub(b"", received)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if self._sent and sys.__stdin__ is not None:
            import termios

            termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, self._saved_attributes)


def is_light(background: tuple[float, float, float]) -> bool:
    """Return True if dark text is more legible on ``background`` than light text.

    Compares the relative luminance of WCAG 2, with the transfer function approximated by a gamma
    of 2.2.
    """
    red, green, blue = (math.pow(part, 2.2) for part in background)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > _LIGHT_LUMINANCE
