"""Taking connections: who may begin a handshake, and with whose address."""

from __future__ import annotations

import asyncio
import errno
import socket
import time

import asyncssh

from tui.serve import messages
from tui.serve.connection import ClientConnection
from tui.serve.net.proxy_protocol import ProxyError, client_of
from tui.serve.net.quickack_socket import QuickAckSocket
from tui.serve.server_state import ServerState

_MOST_STRANGERS = 100
"""Connections that have not yet shown who they are, as OpenSSH's MaxStartups."""
_NO_ROOM = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)


class Listener:
    """Accepts on one socket."""

    def __init__(self, service: ServerState, options: asyncssh.SSHServerConnectionOptions) -> None:
        self._service = service
        self._options = options
        self._strangers: set[asyncio.Task[None]] = set()

    async def keep(self, listener: socket.socket) -> None:
        """Until it is cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            try:
                accepted, address = await loop.sock_accept(listener)
            except OSError as error:
                if error.errno not in _NO_ROOM:
                    continue  # gone before it was accepted
                self._service.log.event("error", what=f"cannot accept: {error.strerror}")
                await asyncio.sleep(0.5)
                continue
            if len(self._strangers) >= _MOST_STRANGERS:
                self._turn_away(accepted, address[0], "strangers")
                continue
            task = loop.create_task(self._greet(accepted, address[0]))
            self._strangers.add(task)
            task.add_done_callback(self._strangers.discard)

    async def _greet(self, accepted: socket.socket, address: str) -> None:
        sock = QuickAckSocket(accepted)
        client: str | None = address
        try:
            if self._service.plan.proxy_protocol:
                grace = self._service.plan.login_grace
                client = await asyncio.wait_for(client_of(sock), grace)
                address = client or address
        except (ProxyError, TimeoutError):
            self._turn_away(sock, address, "no PROXY header")
            return
        except BaseException:
            sock.close()
            raise
        # A balancer that speaks for itself looks whether the server is well, every other second.
        if client and not self._service.rates.allows(address, time.monotonic()):
            self._turn_away(sock, address, "rate")
            return
        try:
            await asyncssh.run_server(
                sock,
                config=[],
                options=self._options,
                server_factory=lambda: ClientConnection(self._service, address),
            )
        except (OSError, asyncssh.Error):
            if client is None:
                return
            self._service.log.event("refuse", peer=address, reason="handshake")
            self._service.metrics.refusals.labels("handshake").inc()

    def _turn_away(self, sock: socket.socket, address: str, reason: str) -> None:
        """With a line before the server's version (RFC 4253, 4.2), which ``ssh -v`` shows."""
        self._service.metrics.refusals.labels(reason).inc()
        self._service.log.event("refuse", peer=address, reason=reason)
        sock.setblocking(False)
        try:
            sock.send(f"{messages.TOO_MANY.en}\r\n".encode())
        except OSError:
            pass
        finally:
            sock.close()
