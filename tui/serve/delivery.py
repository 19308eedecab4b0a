"""Ends a session whose client does not read its output."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import asyncssh


class DeliveryDeadline:
    """Watches the unsent output of a channel.

    ``timeout``: seconds without progress; ``max_time``: seconds that an answer may stay unread by a
    client that has received all of it, as in ``ssh HOST find x | less``. ``on_stalled``: called
    once when either is over.
    """

    def __init__(
        self,
        chan: asyncssh.SSHServerChannel[bytes],
        timeout: float,
        max_time: float,
        on_stalled: Callable[[], None],
    ) -> None:
        self._chan = chan
        self._timeout = timeout
        self._max_time = max_time
        self._end = 0.0
        self._on_stalled = on_stalled
        self._timer: asyncio.TimerHandle | None = None
        self._unsent = 0

    def start(self) -> None:
        """Start watching, if it is not watched yet."""
        if not self._timer:
            self._end = time.monotonic() + self._max_time
            self._wait()

    def stop(self) -> None:
        """Stop watching."""
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _wait(self) -> None:
        self._unsent = self._chan.get_write_buffer_size()
        delay = min(self._timeout, max(0.0, self._end - time.monotonic()))
        self._timer = asyncio.get_running_loop().call_later(delay, self._check)

    def _check(self) -> None:
        unsent = self._chan.get_write_buffer_size()
        if time.monotonic() < self._end and (not unsent or unsent < self._unsent):
            self._wait()
        else:
            self._timer = None
            self._on_stalled()
