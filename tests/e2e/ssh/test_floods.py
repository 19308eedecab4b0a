"""Floods from one address: a reader at another one is answered while they run."""

from __future__ import annotations

import asyncio
from typing import Any

import asyncssh

from tests.e2e.ssh.hostile_client import close_all, connect_from
from tests.serve.conftest import StartServer
from tests.serve.server_process import SshScreen
from tests.serve.sessions import wait_until

_CONNECTIONS, _REQUESTS = 40, 400
"""Requests of 40 bytes: 16 KB of each connection, 50 ms of the server's time."""


class _Flood:
    """A logged-in connection that sends prepared packets; ``received``: bytes of the replies."""

    def __init__(self, connection: asyncssh.SSHClientConnection) -> None:
        self._internals: Any = connection
        self.received = 0
        connection.data_received = self._count  # type: ignore[method-assign]

    def _count(self, data: bytes, _datatype: object = None) -> None:
        self.received += len(data)

    def prepare(self, requests: int) -> bytes:
        """Return encrypted global requests that want a reply."""
        prepared = bytearray()
        self._internals._send = prepared.extend
        for _ in range(requests):
            self._internals.send_packet(80, b"\0\0\0\x01x\x01")
        return bytes(prepared)

    def send(self, prepared: bytes) -> None:
        """Send all of it at once."""
        self._internals._transport.write(prepared)


async def test_small_packets_of_many_connections_do_not_delay_others(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous", "--rate", "100000")
    ciphers = ["chacha20-poly1305@openssh.com"]
    connections = [
        await connect_from(server, "127.0.0.2", encryption_algs=ciphers)
        for _ in range(_CONNECTIONS)
    ]
    await asyncio.sleep(0.1)  # what the server sends after a login
    floods = [_Flood(connection) for connection in connections]
    floods[0].send(floods[0].prepare(1))
    await wait_until(lambda: floods[0].received > 0)
    all_replies = floods[0].received * _CONNECTIONS * _REQUESTS
    prepared = [flood.prepare(_REQUESTS) for flood in floods]
    async with await connect_from(server, "127.0.0.3") as reader:
        for flood, data in zip(floods, prepared, strict=True):
            flood.send(data)
        assert (await reader.run("find 医保")).exit_status == 0
        screen = await SshScreen.open(reader)
        await screen.wait_for("概览")
        assert sum(flood.received for flood in floods) < all_replies / 2
        screen.type("q")
        assert await screen.wait_for_exit() == 0
    await close_all(connections)


async def test_ctrl_backslash_while_the_panels_start_ends_nothing(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous", "--rate", "100000")

    async def open_and_press(connection: asyncssh.SSHClientConnection) -> SshScreen:
        screen = await SshScreen.open(connection)
        for _ in range(100):  # the moment between fork and raw mode is short
            screen.type("\x1c")
            await asyncio.sleep(0.001)
        return screen

    async with await connect_from(server, "127.0.0.2") as connection:
        screens = await asyncio.gather(*(open_and_press(connection) for _ in range(10)))
        for screen in screens:
            await screen.wait_for("概览")
    assert not [event for event in server.events if event["event"] == "crash"]
