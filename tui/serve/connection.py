"""One client connection: authentication, and which channels the client may open."""

from __future__ import annotations

import time

import asyncssh

from tui.serve.server_state import ServerState
from tui.serve.session import ClientSession

_MAX_SESSIONS = 10
"""Concurrent sessions of one connection (OpenSSH MaxSessions)."""


class ClientConnection(asyncssh.SSHServer):
    """Callbacks of asyncssh for one connection.

    asyncssh refuses whatever is not overridden here: forwarded ports, Unix sockets, tunnels.
    """

    def __init__(self, state: ServerState, address: str) -> None:
        self._state = state
        self._address = address
        self._log = state.connection_log(address)
        self._fingerprint = ""
        self._open_sessions = 0
        self._had_session = False
        self._authenticated = False

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        """Register the connection; the handshake begins."""
        self._connection = conn
        self._state.connections.add(conn)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._state.connections.discard(self._connection)
        if self._authenticated:
            self._log.event("disconnect", reason=type(exc).__name__ if exc else "closed")

    def begin_auth(self, username: str) -> bool:
        """Return whether a key is required. The user name has no meaning."""
        return self._state.keys is not None

    def public_key_auth_supported(self) -> bool:
        """Only public-key authentication is supported."""
        return self._state.keys is not None

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Return whether the file lists the key, and its ``from=`` option allows the address."""
        keys = self._state.keys
        if keys is None or keys.validate(key, self._address, self._address) is None:
            return False
        self._fingerprint = key.get_fingerprint()
        return True

    def auth_completed(self) -> None:
        """Log the authenticated connection."""
        self._authenticated = True
        self._log.event("connect", key=self._fingerprint or "none")

    def session_requested(self) -> ClientSession | bool:
        """Open a session, unless a limit is reached."""
        if self._open_sessions >= _MAX_SESSIONS:
            self._log.refused("channels")
            return False
        # A further session on an open connection counts as another connection.
        if self._had_session and not self._state.rate_limit.allows(self._address, time.monotonic()):
            self._log.refused("rate")
            return False
        self._had_session = True
        self._open_sessions += 1
        return ClientSession(self._state, self._log, self._session_closed)

    def _session_closed(self) -> None:
        self._open_sessions -= 1
