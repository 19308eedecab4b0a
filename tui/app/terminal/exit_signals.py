"""Signals that end the process before the app handles them itself."""

from __future__ import annotations

import signal
from typing import NoReturn


def exit_on_signals() -> None:
    """Make SIGTERM and SIGHUP end the process by an exception, so that the terminal is restored.

    SIGHUP ends it even if the parent process ignores it. The app replaces both handlers once it
    runs.
    """
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # Windows has no SIGHUP
            signal.signal(getattr(signal, name), _exit)


def _exit(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)
