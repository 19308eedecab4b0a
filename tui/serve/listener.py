"""Accept TCP connections and start their SSH handshake, within the limits."""

from __future__ import annotations

import asyncio
import errno
import socket
import time

import asyncssh

from tui.serve import messages
from tui.serve.connection import ClientConnection
from tui.serve.net.proxy_protocol import ProxyError, read_client_address
from tui.serve.net.quickack_socket import QuickAckSocket
from tui.serve.server_state import ServerState

_MAX_STARTUPS = 100
"""Concurrent unauthenticated connections (OpenSSH MaxStartups)."""
_REJECTIONS = {
    "unauthenticated": messages.TOO_MANY_LOGINS,
    "no PROXY header": messages.NO_PROXY_HEADER,
    "rate": messages.TOO_MANY_CONNECTIONS,
}
"""The message for each reason, by its name in log and metrics."""
_OUT_OF_RESOURCES = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)
_RETRY_DELAY = 0.5
"""Seconds until the next accept when the machine is out of descriptors or memory."""


class Listener:
    """Accepts connections on one socket."""

    def __init__(self, state: ServerState, options: asyncssh.SSHServerConnectionOptions) -> None:
        self._state = state
        self.options = options
        self._handshakes: set[asyncio.Task[None]] = set()

    async def accept_forever(self, listener: socket.socket) -> None:
        """Accept connections until the task is cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            try:
                accepted, address = await loop.sock_accept(listener)
            except OSError as error:
                if error.errno not in _OUT_OF_RESOURCES:
                    continue  # the client left before it was accepted
                self._state.log.event("error", what=f"cannot accept: {error.strerror}")
                await asyncio.sleep(_RETRY_DELAY)
                continue
            if len(self._handshakes) >= _MAX_STARTUPS:
                self._reject(accepted, address[0], "unauthenticated")
                continue
            task = loop.create_task(self._handshake(accepted, address[0]))
            self._handshakes.add(task)
            task.add_done_callback(self._handshakes.discard)

    async def _handshake(self, accepted: socket.socket, address: str) -> None:
        sock = QuickAckSocket(accepted)
        client: str | None = address
        try:
            if self._state.settings.proxy_protocol:
                client = await asyncio.wait_for(
                    read_client_address(sock), self._state.settings.login_grace
                )
                address = client or address
                sock.client_address = client
        except (ProxyError, TimeoutError):
            self._reject(sock, address, "no PROXY header")
            return
        except BaseException:
            sock.close()
            raise
        # No client: a health check of the load balancer, every other second; not rate-limited.
        if client and not self._state.rate_limit.allows(address, time.monotonic()):
            self._reject(sock, address, "rate")
            return
        try:
            await asyncssh.run_server(
                sock,
                config=[],
                options=self.options,
                server_factory=lambda: ClientConnection(self._state, address),
            )
        except (OSError, asyncssh.Error):
            if client is None:
                return
            self._state.log.event("refuse", peer=address, reason="handshake")
            self._state.metrics.refusals.labels("handshake").inc()

    def _reject(self, sock: socket.socket, address: str, reason: str) -> None:
        """Close the connection after a line that ``ssh -v`` shows.

        RFC 4253, 4.2 allows lines before the server's version string.
        """
        self._state.metrics.refusals.labels(reason).inc()
        self._state.log.event("refuse", peer=address, reason=reason)
        sock.setblocking(False)
        try:
            sock.send(f"{_REJECTIONS[reason].en}\r\n".encode())
        except OSError:
            pass
        finally:
            sock.close()
