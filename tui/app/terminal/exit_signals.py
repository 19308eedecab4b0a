"""Signals that end the process: the terminal is restored first, and the shell sees which it was."""

from __future__ import annotations

import signal
from typing import NoReturn

RAISED_AGAIN = tuple(
    getattr(signal, name)
    for name in ("SIGHUP", "SIGQUIT", "SIGALRM")
    if hasattr(signal, name)  # not defined on Windows
)
"""Signals that end the process themselves once the terminal is restored. SIGTERM and SIGINT exit
with 128 plus their number instead."""
_TIME_LIMIT = 3.0
"""Seconds for restoring the terminal. One that takes no output (Ctrl+S) would keep the process."""


def exit_on_signals() -> None:
    """Make signals end the process by an exception, so that the terminal is restored.

    SIGHUP ends it even if the parent process ignores it. The app replaces the handlers once it
    runs.
    """
    for number in (signal.SIGTERM, *RAISED_AGAIN):
        signal.signal(number, _exit)


def end_by_signal(number: int) -> None:
    """End the process by a signal, as if it had no handler."""
    signal.signal(number, signal.SIG_DFL)
    signal.raise_signal(number)


def start_time_limit(number: int, _: object) -> None:
    """Handle a signal: end the process by it unless ``stop_time_limit`` is called in time. Works
    even while the main thread waits for a lock, where an event loop could not."""
    signal.signal(signal.SIGALRM, lambda *_: end_by_signal(number))
    signal.setitimer(signal.ITIMER_REAL, _TIME_LIMIT)


def stop_time_limit() -> None:
    """The terminal is restored."""
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.setitimer(signal.ITIMER_REAL, 0)


def _exit(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)
