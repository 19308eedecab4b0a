"""Removes the message from a key bar after a few seconds."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer

MESSAGE_SECONDS = 3.0
"""How long a message hides the keys, unless one is pressed before."""


class MessageTimer:
    """Calls a function once a message was shown long enough."""

    def __init__(self, screen: Screen[None], end: Callable[[], None]) -> None:
        """``end``: removes the message of ``screen``."""
        self._screen = screen
        self._end = end
        self._message: object = None
        self._timer: Timer | None = None

    def show(self, message: object) -> None:
        """Start again if the message is another one than before; none: stop."""
        if message is self._message:
            return
        self._message = message
        if self._timer:
            self._timer.stop()
        self._timer = self._screen.set_timer(MESSAGE_SECONDS, self._over) if message else None

    def _over(self) -> None:
        if self._screen.is_current:  # below a dialog, the key that closes it removes the message
            self._end()
