"""A reader who measures: an SSH client that looks at bytes alone and draws nothing, so that it
costs next to nothing beside the server."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import Any

import asyncssh

from tests.benchmarks.measure import BenchmarkError

WHOLE = "退出".encode()
"""What is drawn last of a screen: the end of the bar of keys, in its last line."""
_PATIENCE = 30.0


class Reader(asyncssh.SSHClientSession[bytes]):
    """A session with a terminal: when its bytes came."""

    def __init__(self) -> None:
        self.first = self.last = 0.0
        self.bytes = 0
        self._whole = 0.0
        self._tail = b""
        self._seen = asyncio.Event()

    def connection_made(self, chan: asyncssh.SSHClientChannel[bytes]) -> None:
        """There is a channel."""
        self._chan = chan

    def data_received(self, data: bytes, _datatype: asyncssh.DataType) -> None:
        """Something was drawn."""
        self.last = time.perf_counter()
        self.first = self.first or self.last
        self.bytes += len(data)
        if not self._whole:
            self._tail = self._tail[-len(WHOLE) :] + data
            if WHOLE in self._tail:
                self._whole = self.last
                self._seen.set()

    def connection_lost(self, _exc: Exception | None) -> None:
        """It is over, whether all was seen or not."""
        self._seen.set()

    def press(self, key: bytes) -> float:
        """Tells when."""
        self.first = 0.0
        now = time.perf_counter()
        self._chan.write(key)
        return now

    async def whole(self) -> float:
        """When the whole screen is there.

        Raises:
            BenchmarkError: it does not come.
        """
        with suppress(TimeoutError):
            await asyncio.wait_for(self._seen.wait(), _PATIENCE)
        if not self._whole:
            raise BenchmarkError("the panels were never drawn whole")
        return self._whole


async def connect(port: int, **options: Any) -> asyncssh.SSHClientConnection:
    """A connection with nothing of the person who measures."""
    plain = {"known_hosts": None, "config": [], "client_keys": [], "username": "reader"}
    return await asyncssh.connect("127.0.0.1", port, **{**plain, **options})


async def open_panels(
    connection: asyncssh.SSHClientConnection, *, size: tuple[int, int] = (80, 24)
) -> Reader:
    """The panels in Chinese, whole."""
    _, reader = await connection.create_session(
        Reader,
        term_type="xterm-256color",
        term_size=size,
        env={"LANG": "zh_CN.UTF-8"},
        encoding=None,
    )
    await reader.whole()
    return reader


async def first_screen(port: int, **options: Any) -> float:
    """Seconds from the first packet to the whole screen; then it leaves."""
    begun = time.perf_counter()
    connection = await connect(port, **options)
    try:
        return await (await open_panels(connection)).whole() - begun
    finally:
        connection.close()
        await connection.wait_closed()
