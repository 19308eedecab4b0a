"""Deadlines of a session's channel: for the request, and for reading the output."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import asyncssh

from tui.config.server_settings import ServerSettings

_CLOSE_GRACE = 5.0
"""Seconds in which a client must close a channel that was cut."""


class ChannelDeadlines:
    """Ends a channel whose client requests nothing, or does not read.

    A client must request something within ``login_grace``. Output that is waiting must make
    progress within ``idle_timeout``. A client that has received all of an answer may leave it
    unread for ``max_time``, as in ``ssh HOST find x | less``.

    ``on_no_request`` and ``on_unread``: called once when a deadline has passed. After the second
    the channel is cut, and the connection as well if the client does not close the channel.
    """

    def __init__(
        self,
        chan: asyncssh.SSHServerChannel[bytes],
        settings: ServerSettings,
        on_no_request: Callable[[], None],
        on_unread: Callable[[], None],
    ) -> None:
        self._chan = chan
        self._idle_timeout = settings.idle_timeout
        self._max_time = settings.max_time
        self._on_unread = on_unread
        self._loop = asyncio.get_running_loop()
        self._end = 0.0
        self._unsent = 0
        self._timer: asyncio.TimerHandle | None = None
        self._request_timer = self._loop.call_later(settings.login_grace, on_no_request)

    def request_received(self) -> None:
        """There is a request: its deadline does not apply any more."""
        self._request_timer.cancel()

    def output_waits(self) -> None:
        """Output waits for the client, or the client has to close the channel."""
        self._request_timer.cancel()
        if not self._timer:
            self._end = time.monotonic() + self._max_time
            self._wait()

    def output_continues(self) -> None:
        """The client reads again. After the end of the output it still has to read the rest."""
        if not self._chan.is_closing():
            self._cancel()

    def closed(self) -> None:
        """The channel is closed."""
        self._request_timer.cancel()
        self._cancel()

    def _cancel(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _wait(self) -> None:
        self._unsent = self._chan.get_write_buffer_size()
        delay = min(self._idle_timeout, max(0.0, self._end - time.monotonic()))
        self._timer = self._loop.call_later(delay, self._check)

    def _check(self) -> None:
        unsent = self._chan.get_write_buffer_size()
        if time.monotonic() < self._end and (not unsent or unsent < self._unsent):
            self._wait()
            return
        self._on_unread()
        self._chan.abort()
        self._timer = self._loop.call_later(_CLOSE_GRACE, self._disconnect)

    def _disconnect(self) -> None:
        text = "the output of a session was not read in time"
        self._chan.get_connection().disconnect(asyncssh.DISC_BY_APPLICATION, text)
