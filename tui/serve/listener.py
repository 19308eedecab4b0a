"""Accept TCP connections and start their SSH handshake, within the limits."""

from __future__ import annotations

import asyncio
import errno
import socket
import time
from ipaddress import ip_address

import asyncssh

from tui.config.server_value_types import Networks
from tui.serve import messages
from tui.serve.connection import ClientConnection
from tui.serve.net.client_address import network_of, normalize_address
from tui.serve.net.proxy_protocol import ProxyError, read_client_address
from tui.serve.net.quickack_socket import QuickAckSocket
from tui.serve.net.refusal import Refuser
from tui.serve.net.ssh_transport import SshTransport
from tui.serve.observability.event_throttle import EventThrottle
from tui.serve.server_state import ServerState
from tui.text.language import Wording

VERSION = "medbrief"
"""The server's version string without ``SSH-2.0-``."""
_OUT_OF_RESOURCES = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)
_RETRY_DELAY = 0.05
"""Seconds until the next accept when the machine is out of descriptors or memory."""
_ACCEPT_SLICE = 0.005
"""Seconds that accepting may take until everything else gets its turn: about 50 connections."""


class Listener:
    """Accepts connections on one socket."""

    def __init__(self, state: ServerState, options: asyncssh.SSHServerConnectionOptions) -> None:
        self._state = state
        self.options = options
        self._handshakes: set[asyncio.Task[None]] = set()
        self._awaiting_header = 0
        self._refuser = Refuser(VERSION)
        self._accept_errors = EventThrottle(state.log, limit=1)
        self._balancers = Networks.read(state.settings.proxy_from)

    async def accept_forever(self, listener: socket.socket) -> None:
        """Accept connections until the task is cancelled.

        ``sock_accept`` does not wait while clients do: without the pause, nothing else would run
        until a flood of connections ends.
        """
        loop = asyncio.get_running_loop()
        pause = loop.time() + _ACCEPT_SLICE
        while True:
            if loop.time() >= pause:
                await asyncio.sleep(0)
                pause = loop.time() + _ACCEPT_SLICE
            try:
                accepted, address = await loop.sock_accept(listener)
            except OSError as error:
                if error.errno not in _OUT_OF_RESOURCES:
                    continue  # the client left before it was accepted
                self._accept_errors.event("error", {"what": f"cannot accept: {error.strerror}"})
                await asyncio.sleep(_RETRY_DELAY)
                continue
            self._start(accepted, normalize_address(address[0]))

    def _start(self, accepted: socket.socket, address: str) -> None:
        """Start the handshake, or refuse it: at once, because floods consist of refused clients."""
        if self._state.settings.proxy_protocol:
            work = self._accept_from_balancer(accepted, address)
        elif reason := self._limit(address):
            self._refuse(accepted, address, *reason)
            return
        else:
            work = self._handshake(accepted, address)
        task = asyncio.get_running_loop().create_task(work)
        self._handshakes.add(task)
        task.add_done_callback(self._handshakes.discard)

    def close(self) -> None:
        """Log how many failures to accept were not logged."""
        self._accept_errors.flush()

    async def _accept_from_balancer(self, accepted: socket.socket, address: str) -> None:
        sock = QuickAckSocket(accepted)
        try:
            client = await self._read_header(sock, address)
        except _RefusedError as refused:
            self._refuse(sock, address, refused.reason, refused.message)
            return
        except BaseException:
            sock.close()
            raise
        # No client: a health check of the load balancer, every other second; not rate-limited.
        checked = client is None
        client = client or address
        if reason := self._limit(client, rated=not checked):
            self._refuse(sock, client, *reason)
        else:
            await self._handshake(sock, client, logged=not checked)

    def _limit(self, client: str, *, rated: bool = True) -> tuple[str, Wording] | None:
        """Take a place of the clients that log in; return why there is none."""
        limits = self._state.limits
        if refusal := limits.logins.take(network_of(client)):
            if refusal == "full":
                return "unauthenticated", messages.TOO_MANY_LOGINS
            return "unauthenticated of address", messages.ADDRESS_LOGINS
        if rated and not limits.rate.allows(client, time.monotonic()):
            limits.logins.release(network_of(client))
            return "rate", messages.TOO_MANY_CONNECTIONS
        return None

    async def _read_header(self, sock: QuickAckSocket, address: str) -> str | None:
        """Return the client's address; None for a connection of the balancer itself."""
        if not any(ip_address(address) in network for network in self._balancers):
            message = messages.NOT_A_BALANCER.format(address=address)
            raise _RefusedError("not a balancer", message)
        if self._awaiting_header >= self._state.settings.max_logins:
            raise _RefusedError("unauthenticated", messages.TOO_MANY_LOGINS)
        self._awaiting_header += 1
        try:
            async with asyncio.timeout(self._state.settings.login_grace):
                client = await read_client_address(sock)
        except (ProxyError, TimeoutError):
            raise _RefusedError("no PROXY header", messages.NO_PROXY_HEADER) from None
        finally:
            self._awaiting_header -= 1
        sock.client_address = client
        return client and normalize_address(client)

    async def _handshake(
        self, accepted: socket.socket, address: str, *, logged: bool = True
    ) -> None:
        """Return when the client has logged in, or its connection has ended; then give back the
        place that ``_limit`` took."""
        sock = accepted if isinstance(accepted, QuickAckSocket) else QuickAckSocket(accepted)
        try:
            await self._log_in(sock, address, logged=logged)
        except BaseException:
            sock.close()
            raise
        finally:
            self._state.limits.logins.release(network_of(address))

    async def _log_in(self, sock: QuickAckSocket, address: str, *, logged: bool) -> None:
        owner = ClientConnection(self._state, address)
        loop = asyncio.get_running_loop()
        account = self._state.limits.input.address_input(network_of(address))
        transport = SshTransport(self.options, owner, self._state.settings.login_grace, account)
        sock.may_read = transport.may_read
        error = ""
        try:
            await loop.connect_accepted_socket(lambda: transport, sock)
            await transport.authenticated
        except Exception as lost:  # asyncssh passes on whatever the client's bytes made it raise
            error = str(lost)
        if logged and not transport.logged_in:
            owner.login_failed(transport.end_reason, (transport.end_text or error)[:200])

    def _refuse(self, sock: socket.socket, address: str, reason: str, message: Wording) -> None:
        self._state.refusals.refused(address, reason)
        self._refuser.refuse(sock, network_of(address), message.en)


class _RefusedError(Exception):
    """The connection is refused. ``reason``: its name in log and metrics."""

    def __init__(self, reason: str, message: Wording) -> None:
        super().__init__(reason)
        self.reason = reason
        self.message = message
