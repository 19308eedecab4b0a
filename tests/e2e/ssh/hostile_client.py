"""Clients that take what they can: connections, sessions, answers that they do not read."""

from __future__ import annotations

import asyncio
from typing import Any

import asyncssh

from tests.serve.server_process import ServerProcess

LONG_ANSWER = "find 年 --limit 100 --json"


async def connect_from(
    server: ServerProcess, address: str, **options: Any
) -> asyncssh.SSHClientConnection:
    """Connect with one of the loopback addresses 127.0.0.0/8 as the source."""
    return await server.connect(local_addr=(address, 0), **options)


class UnreadSession(asyncssh.SSHClientSession[bytes]):
    """Requests an answer with a receive window of one byte, so that it stays unread."""

    def __init__(self) -> None:
        self.exit_status: int | None = None
        self.errors = b""
        self.closed = False

    def data_received(self, data: bytes, datatype: asyncssh.DataType) -> None:
        """Keep what is sent on standard error."""
        if datatype == asyncssh.EXTENDED_DATA_STDERR:
            self.errors += data

    def exit_status_received(self, status: int) -> None:
        """Keep the exit code."""
        self.exit_status = status

    def connection_lost(self, exc: Exception | None) -> None:
        """The channel is closed."""
        del exc
        self.closed = True


async def request_unread(
    connection: asyncssh.SSHClientConnection, line: str = LONG_ANSWER
) -> UnreadSession:
    """Request an answer and read none of it."""
    channel, session = await connection.create_session(UnreadSession, line, window=1, encoding=None)
    channel.pause_reading()
    return session


async def take_all_sessions(
    server: ServerProcess, address: str, at_most: int = 60, **options: Any
) -> tuple[list[asyncssh.SSHClientConnection], int]:
    """Open as many channels as the server allows; return their connections and their number."""
    connections: list[asyncssh.SSHClientConnection] = []
    opened = 0
    while opened < at_most:
        try:
            connections.append(await connect_from(server, address, **options))
            for _ in range(11):
                await request_unread(connections[-1])
                opened += 1
        except asyncssh.ChannelOpenError:
            continue
        except (asyncssh.Error, OSError):
            break
    return connections, opened


async def refusal_of(coroutine: Any) -> str:
    """Return why a connection or channel is refused."""
    try:
        await coroutine
    except (asyncssh.Error, OSError) as error:
        return str(error)
    raise AssertionError("it is not refused")


async def close_all(connections: list[asyncssh.SSHClientConnection]) -> None:
    """Abort the connections."""
    for connection in connections:
        connection.abort()
    await asyncio.gather(*(connection.wait_closed() for connection in connections))
