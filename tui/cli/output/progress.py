"""How far compiling has come: a line for a person who waits, on standard error.

Imported when compiling begins; a look-up in a compiled briefing does without.
"""

from __future__ import annotations

import os
import time
from typing import TextIO

from tui.cli import messages
from tui.text.language import Language

_PATIENCE = 1.0
"""Seconds within which nobody asks."""
_STEP = 0.1
"""Seconds between two counts."""


class Progress:
    """Told how many records are done, of how many. Shown on a terminal only, after a second, and
    wiped away when all are done."""

    def __init__(self, out: TextIO | None, language: Language) -> None:
        open_terminal = out is not None and not out.closed and out.isatty()
        self._out = out if open_terminal and os.environ.get("TERM") != "dumb" else None
        self._language = language
        self._next = time.monotonic() + _PATIENCE
        self._shown = False

    def __call__(self, done: int, of: int) -> None:
        """So many records are compiled."""
        now = time.monotonic()
        if done == of:
            if self._shown:
                self._write("")
        elif now >= self._next:
            self._next, self._shown = now + _STEP, True
            line = messages.COMPILING.format(done=done, of=of).of(self._language)
            self._write(f"medbrief: {line}")

    def _write(self, line: str) -> None:
        if self._out:
            encoding = self._out.encoding or "utf-8"
            self._out.write(f"\r\x1b[K{line}".encode(encoding, "replace").decode(encoding))
            self._out.flush()
