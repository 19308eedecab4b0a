"""Progress line on standard error while the briefing is compiled.

Imported when compiling begins; a lookup in a compiled briefing does not need it.
"""

from __future__ import annotations

import os
import sys
import time
from shutil import get_terminal_size
from typing import Any, TextIO

from tui.cli.settings import is_dumb_terminal
from tui.render.glyphs import UNICODE
from tui.text.encoding import replace_unencodable
from tui.text.language import Language, Wording

_COMPILING = Wording("正在编译简报", "compiling the briefing")
_CELLS = 20
"""Of the bar at most."""
_AROUND = 40
"""Cells of the line without the bar: a longer line would wrap and could not be erased."""
_DELAY = 0.3
"""Seconds before the line appears."""
_INTERVAL = 0.1
"""Seconds between two updates."""


class Progress:
    """Callback that shows how much is compiled, as a bar on a terminal, after a delay."""

    def __init__(self, out: TextIO | None, language: Language) -> None:
        is_terminal = out is not None and not out.closed and out.isatty()
        self._out = out if is_terminal and not is_dumb_terminal(os.environ) else None
        self._language = language
        self._cells = max(0, min(_CELLS, get_terminal_size().columns - _AROUND))
        self._next = time.monotonic() + _DELAY
        self._shown = False
        self._echoing = _stop_echo() if self._out else None

    def __call__(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` steps are done."""
        now = time.monotonic()
        if now >= self._next:
            self._next, self._shown = now + _INTERVAL, True
            filled = self._cells * done // total
            bar = UNICODE.gauge * filled + UNICODE.rule * (self._cells - filled)
            words = _COMPILING.of(self._language)
            self._write(f"medbrief  {words}  {bar} {100 * done // total:3}%")

    def erase(self) -> None:
        """Erase the line; compiling is done, or was interrupted."""
        if self._echoing:
            _set_attributes(self._echoing)
            self._echoing = None
        if self._shown:
            self._shown = False
            self._write("")

    def _write(self, line: str) -> None:
        if self._out:
            encoding = self._out.encoding or "utf-8"
            try:
                self._out.write(f"\r\x1b[K{replace_unencodable(line, encoding)}")
                self._out.flush()
            except OSError:  # the terminal is gone: the compilation goes on without the line
                self._out = None


def _stop_echo() -> list[Any] | None:
    """Stop the echo of keys that are typed ahead, which would stand in the line; they are still
    read later. Return the attributes of the terminal to restore; None if there is nothing to do."""
    try:
        import termios
    except ImportError:  # Windows
        return None
    try:
        file = sys.stdin.fileno()
        if os.getpgrp() != os.tcgetpgrp(file):  # it would stop this background process
            return None
        attributes = termios.tcgetattr(file)
    except (OSError, ValueError, AttributeError, termios.error):  # no terminal
        return None
    if not attributes[3] & termios.ECHO:
        return None
    silent = [*attributes[:3], attributes[3] & ~termios.ECHO, *attributes[4:]]
    return attributes if _set_attributes(silent) else None


def _set_attributes(attributes: list[Any]) -> bool:
    import termios

    try:
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, attributes)
    except (OSError, ValueError, termios.error):  # the terminal is gone
        return False
    return True
