"""One client: whether it may come in, and what it may open."""

from __future__ import annotations

import itertools
import time
from typing import TYPE_CHECKING

import asyncssh

from tui.serve.session import ClientSession

if TYPE_CHECKING:
    from tui.serve.server_state import ServerState

_MOST_CHANNELS = 10
"""Sessions at a time over one connection, as OpenSSH's MaxSessions."""
_NUMBERS = itertools.count(1)


class ClientConnection(asyncssh.SSHServer):
    """What asyncssh asks about a client. Whatever is not said here is refused by asyncssh: ports,
    Unix sockets, tunnels."""

    def __init__(self, service: ServerState, address: str) -> None:
        self.service = service
        self.address = address
        self._number = next(_NUMBERS)
        self._key = ""
        self._open = 0
        self._used = False
        self._in = False

    def event(self, name: str, **fields: object) -> None:
        """Log something about this client."""
        self.service.log.event(name, connection=self._number, peer=self.address, **fields)

    def refused(self, reason: str, **fields: object) -> None:
        """Log and count that something was not to be had."""
        self.service.metrics.refusals.labels(reason).inc()
        self.event("refuse", reason=reason, **fields)

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        """The handshake begins."""
        self._connection = conn
        self.service.connections.add(conn)

    def connection_lost(self, exc: Exception | None) -> None:
        """It is over."""
        self.service.connections.discard(self._connection)
        if self._in:
            self.event("disconnect", reason=type(exc).__name__ if exc else "closed")

    def begin_auth(self, username: str) -> bool:
        """Whether a key is needed; anybody's name is as good as another's."""
        return self.service.keys is not None

    def public_key_auth_supported(self) -> bool:
        """Keys are all that lets one in."""
        return self.service.keys is not None

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Whether it stands in the file. Its options bind where it comes from (``from=``)."""
        keys = self.service.keys
        if keys is None or keys.validate(key, self.address, self.address) is None:
            return False
        self._key = key.get_fingerprint()
        return True

    def auth_completed(self) -> None:
        """It is in."""
        self._in = True
        self.event("connect", key=self._key or "none")

    def session_requested(self) -> ClientSession | bool:
        """A session."""
        if self._open >= _MOST_CHANNELS:
            self.refused("channels")
            return False
        # What comes by the connection that is there already counts like another connection.
        if self._used and not self.service.rates.allows(self.address, time.monotonic()):
            self.refused("rate")
            return False
        self._used = True
        self._open += 1
        return ClientSession(self)

    def closed(self) -> None:
        """A session is over."""
        self._open -= 1
