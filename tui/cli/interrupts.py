"""What Ctrl+C (SIGINT) does to the process of the command: exit code 130, never a traceback.

While the command starts and ends, it exits at once (``tui.exit_interrupted``). While a command
runs, the first SIGINT raises KeyboardInterrupt, so that files and the terminal are restored; a
second one exits at once. Any other handler is left alone: that of a program that imports ``tui``.
"""

from __future__ import annotations

# The module ``signal`` imports enum: 5 % of the time of a lookup.
import _signal  # type: ignore[import-not-found]

from tui import exit_interrupted


def raise_on_interrupt() -> None:
    """Raise KeyboardInterrupt at the next SIGINT."""
    if _signal.getsignal(_signal.SIGINT) is exit_interrupted:
        _signal.signal(_signal.SIGINT, _raise_once)


def exit_on_interrupt() -> None:
    """Exit at the next SIGINT; undoes ``raise_on_interrupt``."""
    if _signal.getsignal(_signal.SIGINT) in (_raise_once, _signal.default_int_handler):
        _signal.signal(_signal.SIGINT, exit_interrupted)


def _raise_once(*_: object) -> None:
    _signal.signal(_signal.SIGINT, exit_interrupted)
    raise KeyboardInterrupt
