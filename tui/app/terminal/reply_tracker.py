"""Queries to the terminal whose replies have not come yet."""

from __future__ import annotations

import time
from threading import Event

_TIMEOUT = 1.0
"""Seconds after which a terminal is taken for one that does not reply."""


class ReplyTracker:
    """The replies that are awaited. ``received`` may be called from another thread."""

    def __init__(self) -> None:
        self._awaited: set[str] = set()
        self._deadline = 0.0
        self._none_awaited = Event()
        self._none_awaited.set()

    @property
    def awaits_reply(self) -> bool:
        """Whether a reply may still come."""
        return bool(self._awaited) and time.monotonic() < self._deadline

    def sent(self, query: str) -> None:
        """Await the reply to ``query``."""
        self._deadline = time.monotonic() + _TIMEOUT
        self._awaited.add(query)
        self._none_awaited.clear()

    def received(self, query: str) -> None:
        """Note the reply to ``query``; the empty string is no reply."""
        self._awaited.discard(query)
        if not self._awaited:
            self._none_awaited.set()

    def wait(self) -> None:
        """Wait for all replies, up to a second after the last query; then await none."""
        if self.awaits_reply:
            self._none_awaited.wait(self._deadline - time.monotonic())
        self._awaited.clear()
