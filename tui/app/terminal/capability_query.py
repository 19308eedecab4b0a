"""What the terminal is asked before the app takes it over: its background, and how wide it draws
characters that are wide in one terminal and narrow in another (UAX #11: ambiguous).

Asked while the app is still being imported, which takes longer than an answer does, so that
nobody waits for it. Not every terminal is asked: one that answers late would type its answer.
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

_BACKGROUND = "\x1b]11;?\x1b\\"
_WIDTH = "\r“\x1b[6n\r\x1b[K"
"""An ambiguous character, where the cursor then is, and the line as it was."""
_IDENTITY = "\x1b[c"
"""Every terminal answers this one: behind its answer no other is to be waited for."""
_ANSWER = re.compile(
    rb"\x1b\](?:10|11);[^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[\?[0-9;]*c|\x1b\[[0-9]+;[0-9]+R"
)
_RGB = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")
_COLUMN = re.compile(rb"\x1b\[[0-9]+;([0-9]+)R")
_END = re.compile(rb"\x1b\[\?[0-9;]*c")
_ANSWERING = (
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
_PATIENCE = 0.1
"""Seconds more, once the app is ready to be shown."""
_MIDDLE = 0.18
"""Luminance at which white text and black text are read alike."""


def may_be_asked(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is one that answers, and is near."""
    far = any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))
    return not far and environ.get("TERM", "").startswith(_ANSWERING)


def east_asian(environ: Mapping[str, str]) -> bool:
    """Whether the locale is one whose terminals may draw ambiguous characters wide."""
    names = (environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    return next(filter(None, names), "")[:2] in ("zh", "ja", "ko")


class CapabilityQuery:
    """A question to the terminal; within it, the terminal neither echoes nor waits for lines."""

    def __init__(self, environ: Mapping[str, str], *, background: bool, width: bool) -> None:
        self._asked = False
        self._before: list[Any] = []
        self._words = (_BACKGROUND if background else "") + (_WIDTH if width else "")
        self._wanted = bool(self._words) and may_be_asked(environ)
        self.background: tuple[float, float, float] | None = None
        """Red, green and blue from 0 to 1, once it was answered."""
        self.ambiguous = 1
        """Cells of an ambiguous character."""
        self.typed = b""
        """What a person typed meanwhile."""

    def __enter__(self) -> CapabilityQuery:
        """Ask, unless somebody has typed ahead."""
        try:
            import select
            import termios
        except ImportError:  # Windows
            return self
        stdin, stderr = sys.__stdin__, sys.__stderr__
        if not self._wanted or stdin is None or stderr is None or not stdin.isatty():
            return self
        file = stdin.fileno()
        if os.getpgrp() != os.tcgetpgrp(file) or select.select([file], [], [], 0)[0]:
            return self
        self._before = termios.tcgetattr(file)
        quiet = termios.tcgetattr(file)
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(file, termios.TCSANOW, quiet)
        os.write(stderr.fileno(), (self._words + _IDENTITY).encode())
        self._asked = True
        return self

    def collect(self) -> None:
        """Read what the terminal has answered by now; wait a little, not for long."""
        if not self._asked or sys.__stdin__ is None:
            return
        import select

        file, end, heard = sys.__stdin__.fileno(), time.monotonic() + _PATIENCE, b""
        while not _END.search(heard) and (left := end - time.monotonic()) > 0:
            if not select.select([file], [], [], left)[0]:
                break
            piece = os.read(file, 4096)
            if not piece:
                break
            heard += piece
        if found := _RGB.search(heard):
            red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
            self.background = (red, green, blue)
        if (column := _COLUMN.search(heard)) and column[1] == b"3":
            self.ambiguous = 2
        self.typed = _ANSWER.sub(b"", heard)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if self._asked and sys.__stdin__ is not None:
            import termios

            termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, self._before)


def is_light(background: tuple[float, float, float]) -> bool:
    """Whether dark text is read better on it (relative luminance of WCAG 2, roughly)."""
    red, green, blue = (math.pow(part, 2.2) for part in background)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > _MIDDLE
