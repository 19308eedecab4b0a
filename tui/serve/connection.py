"""One client connection: authentication, and which channels the client may open."""

from __future__ import annotations

import asyncio
import time

import asyncssh

from tui.serve import messages
from tui.serve.security.access import Refused
from tui.serve.security.authentication import Authentication
from tui.serve.server_state import ServerState
from tui.serve.session import ClientSession

_MAX_SESSIONS = 10
"""Concurrent sessions of one connection (OpenSSH MaxSessions)."""
_END_GRACE = 1.0
"""Seconds that sessions get to show their reader why the connection ends."""


class ClientConnection(asyncssh.SSHServer):
    """Callbacks of asyncssh for one connection.

    asyncssh refuses whatever is not overridden here: forwarded ports, Unix sockets, tunnels.
    """

    def __init__(self, state: ServerState, address: str) -> None:
        self._state = state
        self._address = address
        self._log = state.connection_log(address)
        self._authentication = Authentication(state.access, address, self._log, self._end)
        self._sessions: set[ClientSession] = set()
        self._had_session = False
        self._authenticated = False

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        """Register the connection; the handshake begins."""
        self._connection = conn
        self._state.connections.add(conn)
        self._authentication.attach(conn)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._state.connections.discard(self._connection)
        self._authentication.closed()
        if self._authenticated:
            self._log.event("disconnect", reason=type(exc).__name__ if exc else "closed")

    def begin_auth(self, username: str) -> bool:
        """Return whether a key is required. The user name has no meaning."""
        return self._authentication.required

    def public_key_auth_supported(self) -> bool:
        """Only public-key authentication is supported."""
        return self._authentication.required

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Return whether this key may connect."""
        return self._authentication.accepts_key(key)

    def validate_ca_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Return whether this key signed the certificate that may connect."""
        return self._authentication.accepts_authority(key)

    def auth_completed(self) -> None:
        """Log the authenticated connection."""
        self._authenticated = True
        self._authentication.completed()

    def session_requested(self) -> ClientSession | bool:
        """Open a session, unless a limit is reached or the key is no longer accepted."""
        access = self._authentication.check_again()
        if isinstance(access, Refused):
            self._log.refused("key", why=access.reason)
            return False
        if len(self._sessions) >= _MAX_SESSIONS:
            self._log.refused("channels")
            return False
        # A further session on an open connection counts as another connection.
        if self._had_session and not self._state.rate_limit.allows(self._address, time.monotonic()):
            self._log.refused("rate")
            return False
        self._had_session = True
        session = ClientSession(
            self._state,
            self._log,
            self._sessions.discard,
            allows_terminal=access.allows_terminal,
        )
        self._sessions.add(session)
        return session

    def _end(self, reason: str) -> None:
        """End the connection: its key is no longer accepted."""
        self._log.event("revoke", key=self._authentication.fingerprint, reason=reason)
        for session in list(self._sessions):
            session.stop("access ended", messages.ACCESS_ENDED)
        delay = _END_GRACE if self._sessions else 0.0
        asyncio.get_running_loop().call_later(
            delay,
            self._connection.disconnect,
            asyncssh.DISC_BY_APPLICATION,
            messages.ACCESS_ENDED.en,
        )
