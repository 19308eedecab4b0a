"""One client connection: authentication, and which channels the client may open."""

from __future__ import annotations

import asyncio
import time

import asyncssh

from tui.serve import messages
from tui.serve.net.client_address import network_of
from tui.serve.net.ssh_transport import KeyOffer, SshTransport, TransportOwner, VerifyOffer
from tui.serve.security.access import Refused
from tui.serve.security.authentication import Authentication
from tui.serve.server_state import ServerState
from tui.serve.session import ClientSession
from tui.text.language import Wording

_MAX_CHANNELS = 10
"""Open channels of one connection (OpenSSH MaxSessions)."""
END_GRACE = 2.0
"""Seconds that sessions get to show their reader why the connection ends."""


class ClientConnection(TransportOwner):
    """Callbacks of asyncssh for one connection.

    asyncssh refuses whatever is not overridden here: forwarded ports, Unix sockets, tunnels.
    """

    transport: SshTransport

    def __init__(self, state: ServerState, address: str) -> None:
        self._state = state
        self._address = address
        self._log = state.connection_log(address)
        self._authentication = Authentication(
            state.access, address, self._log, self.disconnect, self._end
        )
        self._sessions: set[ClientSession] = set()
        self._output_paused = False
        self._had_session = False
        self._authenticated = False
        self._reader = ""
        self._unused_timer: asyncio.TimerHandle | None = None

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        """Register the connection; the handshake begins."""
        assert isinstance(conn, SshTransport)
        self.transport = conn
        self._state.connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._state.connections.discard(self)
        self._authentication.closed()
        for session in list(self._sessions):  # those whose channel did not open any more
            session.connection_lost(exc)
        if self._unused_timer:
            self._unused_timer.cancel()
        if self._reader:
            self._state.limits.connections.release(self._reader)
        if self._authenticated:
            closed = type(exc).__name__ if exc else "closed"
            self._log.event("disconnect", reason=self.transport.end_reason or closed)

    def disconnect(self, reason: str, text: str) -> None:
        """End the connection.

        ``reason``: for the log; ``text``: for the reader, in English, because SSH clients escape
        other scripts in the reason of a disconnect.
        """
        self.transport.refuse(reason, text, asyncssh.DISC_BY_APPLICATION)

    # -- authentication

    def begin_auth(self, username: str) -> bool:
        """Return whether a key is required. The user name has no meaning."""
        return self._authentication.required

    def public_key_auth_supported(self) -> bool:
        """Only public-key authentication is supported."""
        return self._authentication.required

    async def key_offered(self, offer: KeyOffer, verify: VerifyOffer) -> bool:
        """Decide about a key or certificate that the client offers."""
        return await self._authentication.decide(offer, verify)

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Return whether this key may connect."""
        return self._authentication.accepts_key(key)

    def validate_ca_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Return whether this key signed the certificate that may connect."""
        return self._authentication.accepts_authority(key)

    def auth_completed(self) -> None:
        """Log the authenticated connection, and count it as its reader's.

        The reader, for whom the limits on connections and sessions count, is the key, or the
        address of a client without one.
        """
        self._authenticated = True
        self._authentication.completed()
        reader = self._authentication.fingerprint or network_of(self._address)
        limit = self._state.limits.connections
        if refusal := limit.take(reader):
            if refusal == "full":
                reason, message = "connections", messages.CONNECTIONS_FULL
            else:
                reason, message = "connections of reader", messages.CONNECTION_SHARE
            self._log.refused(reason)
            self.disconnect(reason, message.format(count=limit.held_by(reader)).en)
            return
        self._reader = reader
        self._start_unused_timer()

    def login_failed(self, end_reason: str, error: str) -> None:
        """Log and count, as one event, that the client has not logged in: with the keys that were
        refused, or else ``end_reason`` and ``error``."""
        refused = self._authentication.refused_keys()
        reason = "key" if refused else end_reason or "handshake"
        self._log.refused(reason, **refused, error=error)

    def _end(self, reason: str) -> None:
        """End the connection: its key is no longer accepted."""
        self._log.event("revoke", key=self._authentication.fingerprint, reason=reason)
        for session in list(self._sessions):
            session.stop("access ended", messages.ACCESS_ENDED)
        delay = END_GRACE if self._sessions else 0.0
        asyncio.get_running_loop().call_later(
            delay, self.disconnect, "access ended", messages.ACCESS_ENDED.en
        )

    # -- sessions

    def session_requested(self) -> ClientSession:
        """Open a session.

        Raises:
            ChannelOpenError: a limit of the connection is reached, or the key is no longer
                accepted. Limits on sessions are reported in the session.
        """
        access = self._authentication.check_again()
        if isinstance(access, Refused):
            ended = self._authentication.ended
            message = messages.ACCESS_ENDED if ended else messages.ACCESS_UNKNOWN
            raise self._refused("key", message, why=access.reason)
        if len(self._sessions) >= _MAX_CHANNELS:
            raise self._refused("channels", messages.TOO_MANY_CHANNELS.format(limit=_MAX_CHANNELS))
        # A further session on an open connection counts as another connection.
        if self._had_session and not self.rekey_allowed():
            raise self._refused("rate", messages.TOO_MANY_CONNECTIONS)
        self._had_session = True
        if self._unused_timer:
            self._unused_timer.cancel()
        session = ClientSession(
            self._state,
            self._log,
            self._reader,
            self._session_closed,
            allows_terminal=access.allows_terminal,
        )
        session.connection_paused(self._output_paused)
        self._sessions.add(session)
        return session

    def _refused(self, reason: str, message: Wording, **fields: str) -> asyncssh.ChannelOpenError:
        self._log.refused(reason, **fields)
        return asyncssh.ChannelOpenError(asyncssh.OPEN_RESOURCE_SHORTAGE, message.en)

    def _session_closed(self, session: ClientSession) -> None:
        self._sessions.discard(session)
        if not self._sessions and self in self._state.connections:
            self._start_unused_timer()

    def _start_unused_timer(self) -> None:
        seconds = self._state.settings.unused_timeout
        self._unused_timer = asyncio.get_running_loop().call_later(
            seconds, self.disconnect, "unused", f"no session for {seconds} seconds"
        )

    # -- transport

    def rekey_allowed(self) -> bool:
        """Count a further key exchange or session as a connection of the address."""
        return self._state.limits.rate.allows(self._address, time.monotonic())

    def set_output_paused(self, paused: bool) -> None:
        """Stop or resume the output of all sessions."""
        self._output_paused = paused
        for session in self._sessions:
            session.connection_paused(paused)
