"""Refuse a connection before its SSH handshake, so that the client shows the reason."""

from __future__ import annotations

import asyncio
import os
import socket
import struct
from collections import Counter
from contextlib import suppress
from functools import partial

from asyncssh import DISC_TOO_MANY_CONNECTIONS

_LINGER = 2.0
"""Seconds that a refused client gets to read the reason and to close its end."""
_MAX_LINGERING = 200
_MAX_LINGERING_OF_CLIENT = 10
"""Refused connections that linger at a time, in all and of one client; further ones are closed at
once, without the reason."""
_LINGER_READS = 16
_LINGER_READ = 4096
"""Reads, and bytes of each, until a client is not waited for any longer: it sends its version and
its first key exchange packet before it knows that it is refused, 2 KB."""
_MSG_DISCONNECT = 1
_BLOCK = 8


class Refuser:
    """Sends a reason and closes. ``version``: the server's version string without ``SSH-2.0-``."""

    def __init__(self, version: str) -> None:
        self._version = version
        self._tasks: set[asyncio.Task[None]] = set()
        self._lingering: Counter[str] = Counter()

    def refuse(self, sock: socket.socket, client: str, reason: str) -> None:
        """Send the reason, then close the connection once the client has read it.

        ``client``: its address or network.
        """
        if (
            len(self._tasks) >= _MAX_LINGERING
            or self._lingering[client] >= _MAX_LINGERING_OF_CLIENT
        ):
            sock.close()
            return
        sock.setblocking(False)
        try:
            sock.send(refusal_message(self._version, reason))
        except OSError:  # the client has left
            sock.close()
            return
        self._lingering[client] += 1
        task = asyncio.get_running_loop().create_task(_linger(sock))
        self._tasks.add(task)
        task.add_done_callback(partial(self._closed, client))

    def _closed(self, client: str, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._lingering[client] -= 1
        if not self._lingering[client]:
            del self._lingering[client]


def refusal_message(version: str, reason: str) -> bytes:
    """Return a line that ``ssh -v`` shows and health checks read (RFC 4253, 4.2), the version
    string, and a disconnect message (11.1), which every client shows."""
    text = reason.encode()
    payload = struct.pack("!BII", _MSG_DISCONNECT, DISC_TOO_MANY_CONNECTIONS, len(text))
    payload += text + struct.pack("!I", 2) + b"en"
    padding = _BLOCK - (5 + len(payload)) % _BLOCK
    if padding < 4:  # RFC 4253, 6: at least four bytes
        padding += _BLOCK
    packet = struct.pack("!IB", 1 + len(payload) + padding, padding) + payload + os.urandom(padding)
    return text + f"\r\nSSH-2.0-{version}\r\n".encode() + packet


async def _linger(sock: socket.socket) -> None:
    """Read until the client closes, or has sent too much. A socket closed with unread data resets
    the connection, and the client would report that instead of the reason."""
    loop = asyncio.get_running_loop()
    with sock, suppress(OSError, TimeoutError):
        sock.shutdown(socket.SHUT_WR)
        async with asyncio.timeout(_LINGER):
            for _ in range(_LINGER_READS):
                if not await loop.sock_recv(sock, _LINGER_READ):
                    return
                await asyncio.sleep(0)  # sock_recv does not wait while there is something to read
