"""Query the terminal before the app starts: background color, and the width of characters that are
wide in one terminal and narrow in another (UAX #11: ambiguous).

The query is sent before the app is imported and read afterwards: the import takes longer than the
reply, so the query adds no waiting time. Terminals that may reply late are not queried; the app
drops a reply that is late all the same (``InputSplitter``).
"""

from __future__ import annotations

import math
import os
import re
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
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
_DRAIN_TIMEOUT = 0.3
"""Seconds to wait for a reply before the terminal is given back without having opened the app."""
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

    Within it the terminal neither echoes input nor buffers it by lines. The app runs within it, so
    that a late reply is never echoed.
    """

    def __init__(
        self, environ: Mapping[str, str], *, background: bool, width: bool, encoding: str = "utf-8"
    ) -> None:
        """``encoding``: of the terminal."""
        self._encoding = encoding
        self.saved_attributes: list[Any] | None = None
        """Modes of the terminal before the query; None if none was sent."""
        self.awaits_attributes = False
        """Whether the reply that ends the query has not come yet."""
        self._query = (_QUERY_BACKGROUND if background else "") + (_QUERY_WIDTH if width else "")
        self._enabled = bool(self._query) and supports_query(environ)
        self.background: tuple[float, float, float] | None = None
        """Red, green and blue from 0 to 1; None if the terminal did not reply."""
        self.ambiguous_width = 1
        """Cells of an ambiguous character."""
        self.early_input = b""
        """Input without complete replies: keys of the user, and the beginning of a reply."""

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
        try:
            if os.getpgrp() != os.tcgetpgrp(file) or select.select([file], [], [], 0)[0]:
                return self
            attributes = termios.tcgetattr(file)
        except (OSError, termios.error):  # not the controlling terminal, or gone
            return self
        self.saved_attributes = list(attributes)
        attributes[3] &= ~(termios.ECHO | termios.ICANON)
        query = (self._query + _QUERY_ATTRIBUTES).encode(self._encoding, "replace")
        try:
            termios.tcsetattr(file, termios.TCSANOW, attributes)
            self.awaits_attributes = True
            os.write(stderr.fileno(), query)
        except (OSError, termios.error):
            self.awaits_attributes = False
        except BaseException as error:  # a signal: the terminal must not stay like this
            self.__exit__(type(error), error, error.__traceback__)
            raise
        return self

    def collect(self) -> None:
        """Read the replies; wait for them for at most 0.1 s."""
        received = self._read_until_end(_TIMEOUT)
        if match := _RGB.search(received):
            red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in match.groups())
            self.background = (red, green, blue)
        if (column := _COLUMN.search(received)) and column[1] == b"3":
            self.ambiguous_width = 2
        self.early_input = _REPLY.sub(b"", received)

    def _read_until_end(self, timeout: float) -> bytes:
        """Read until the reply that ends the query; wait for at most ``timeout`` seconds."""
        import select

        received = b""
        if self.awaits_attributes and sys.__stdin__ is not None:
            file, deadline = sys.__stdin__.fileno(), time.monotonic() + timeout
            while (left := deadline - time.monotonic()) > 0:
                if not select.select([file], [], [], left)[0]:
                    break
                try:
                    chunk = os.read(file, 4096)
                except OSError:  # gone
                    break
                received += chunk
                if _END.search(received):
                    self.awaits_attributes = False
                if not chunk or not self.awaits_attributes:
                    break
        return received

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if self.saved_attributes is not None and sys.__stdin__ is not None:
            import termios

            if error:  # the app, which waits for the reply itself, has not been opened
                self._read_until_end(_DRAIN_TIMEOUT)
            with suppress(termios.error):  # gone
                termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, self.saved_attributes)


def is_light(background: tuple[float, float, float]) -> bool:
    """Return True if dark text is more legible on ``background`` than light text.

    Compares the relative luminance of WCAG 2, with the transfer function approximated by a gamma
    of 2.2.
    """
    red, green, blue = (math.pow(part, 2.2) for part in background)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > _LIGHT_LUMINANCE
