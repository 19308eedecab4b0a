"""An SSH client that records when bytes arrive and draws nothing, so that it takes little processor
time next to the server."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import Any

import asyncssh

from tests.benchmarks.measure import BenchmarkError

LAST_TEXT = "退出".encode()
"""The text that is drawn last: the end of the key bar, in the last line of the screen."""
_TIMEOUT = 30.0


class TimedSession(asyncssh.SSHClientSession[bytes]):
    """A session with a terminal that records when its bytes arrive."""

    def __init__(self) -> None:
        self.first = self.last = 0.0
        self.bytes = 0
        self._complete = 0.0
        self._tail = b""
        self._finished = asyncio.Event()

    def connection_made(self, chan: asyncssh.SSHClientChannel[bytes]) -> None:
        """Store the channel."""
        self._chan = chan

    def data_received(self, data: bytes, _datatype: asyncssh.DataType) -> None:
        """Record the time of output and whether the screen is complete."""
        self.last = time.perf_counter()
        self.first = self.first or self.last
        self.bytes += len(data)
        if not self._complete:
            self._tail = self._tail[-len(LAST_TEXT) :] + data
            if LAST_TEXT in self._tail:
                self._complete = self.last
                self._finished.set()

    def connection_lost(self, _exc: Exception | None) -> None:
        """End the wait for the screen."""
        self._finished.set()

    def press(self, key: bytes) -> float:
        """Press a key and return the time."""
        self.first = 0.0
        now = time.perf_counter()
        self._chan.write(key)
        return now

    async def first_complete(self) -> float:
        """Wait for the complete first screen and return its time.

        Raises:
            BenchmarkError: the screen is not drawn.
        """
        with suppress(TimeoutError):
            await asyncio.wait_for(self._finished.wait(), _TIMEOUT)
        if not self._complete:
            raise BenchmarkError("the app was not drawn completely")
        return self._complete


async def connect(port: int, **options: Any) -> asyncssh.SSHClientConnection:
    """Connect without any setting of the user."""
    plain = {"known_hosts": None, "config": [], "client_keys": [], "username": "session"}
    return await asyncssh.connect("127.0.0.1", port, **{**plain, **options})


async def open_app(
    connection: asyncssh.SSHClientConnection, *, size: tuple[int, int] = (80, 24)
) -> TimedSession:
    """Open the app in Chinese and wait for its complete first screen."""
    _, session = await connection.create_session(
        TimedSession,
        term_type="xterm-256color",
        term_size=size,
        env={"LANG": "zh_CN.UTF-8"},
        encoding=None,
    )
    await session.first_complete()
    return session


async def first_screen(port: int, **options: Any) -> float:
    """Return the seconds from the first packet to the complete screen, then disconnect."""
    start = time.perf_counter()
    connection = await connect(port, **options)
    try:
        return await (await open_app(connection)).first_complete() - start
    finally:
        connection.close()
        await connection.wait_closed()
