"""An SSH connection that cannot be made to buffer without limit, and whose end has a reason.

With ``metered_connection``, the only module that uses private names of asyncssh's connection.
asyncssh leaves out:

- back-pressure of the TCP connection: a client that does not read would fill memory;
- a limit on key exchanges that the client starts, and a deadline for each;
- the rule for guessed key exchange packets (RFC 4253, 7), which Dropbear's client relies on;
- waiting until the client has read the reason of a disconnect.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import NamedTuple

import asyncssh
from asyncssh.packet import SSHPacket

from tui.serve.net.input_limit import AddressInput
from tui.serve.net.metered_connection import MeteredConnection
from tui.serve.net.ssh_channel import SshChannel

_MSG_KEXINIT, _MSG_NEWKEYS = 20, 21
_MAX_REKEYS = 6
"""Key exchanges per minute that a client may start. OpenSSH starts one per gigabyte, PuTTY one per
hour."""
_KEX_TIMEOUT = 20.0
"""Seconds in which a further key exchange must end: nothing else is sent meanwhile."""
_STALL_TIMEOUT = 120.0
"""Seconds in which a client must read something of what the kernel no longer accepts: as long as
an unanswered keepalive."""
_LINGER = 2.0
"""Seconds that a client gets to read the reason of a disconnect and to close its end."""
_MAX_DEFERRED = 200
"""Packets that may wait for the end of a key exchange."""


class KeyOffer(NamedTuple):
    """A key or certificate that a client offers (RFC 4252, 7). ``message``: what it signed; empty
    if it only asks whether the key is acceptable."""

    username: str
    key: bytes
    message: bytes
    signature: bytes


VerifyOffer = Callable[[KeyOffer], Awaitable[bool]]


class TransportOwner(asyncssh.SSHServer):
    """What a connection asks of its owner besides asyncssh's callbacks."""

    def rekey_allowed(self) -> bool:
        """Return whether the client may start another key exchange."""
        return True

    def set_output_paused(self, paused: bool) -> None:
        """Stop or resume producing output for the client."""

    async def key_offered(self, offer: KeyOffer, verify: VerifyOffer) -> bool:
        """Return whether a key may be used and, if it is signed, its signature is valid."""
        return await verify(offer)


class SshTransport(MeteredConnection):
    """A connection of one client.

    ``authenticated``: done when the client has logged in, or the connection has ended;
    ``end_reason``: why this side ended it, for the log; ``end_text``: the message to the client.

    ``disconnect(code, reason)`` sends the reason and waits until the client has read it.
    """

    def __init__(
        self,
        options: asyncssh.SSHServerConnectionOptions,
        owner: TransportOwner,
        login_grace: int,
        address_input: AddressInput,
    ) -> None:
        self.end_reason = self.end_text = ""
        self._transport_owner = owner
        self._login_grace = login_grace
        self._pauses: set[str] = set()
        self._rekey_times: list[float] = []
        self._disconnect_sent = self._lingering = False
        self._end_error: Exception | None = None
        self.authenticated = options.waiter = asyncio.get_running_loop().create_future()
        super().__init__(options, address_input)
        self._protocol_factory = lambda: owner

    # -- back-pressure

    def pause_writing(self) -> None:
        """Produce no more output and read no more requests until the client reads."""
        self._pause("tcp")
        self._pause_reading("tcp")
        self._set_timer("stall", _STALL_TIMEOUT, self._stalled)

    def resume_writing(self) -> None:
        """Continue: the client has read."""
        self._cancel_timer("stall")
        self._resume_reading("tcp")
        self._resume("tcp")

    def _stalled(self) -> None:
        self.end_reason = "not reading"
        self._disconnect_sent = False  # no message would be read
        self._force_close(asyncssh.ConnectionLost("the client does not read"))

    def _pause(self, reason: str) -> None:
        if not self._pauses:
            self._transport_owner.set_output_paused(True)
        self._pauses.add(reason)

    def _resume(self, reason: str) -> None:
        if reason in self._pauses:
            self._pauses.discard(reason)
            if not self._pauses:
                self._transport_owner.set_output_paused(False)

    def data_received(self, data: bytes, datatype: asyncssh.DataType = None) -> None:
        """Process packets; ignore them after a disconnect."""
        if self._lingering:
            self._count_bytes(len(data))
            return
        super().data_received(data, datatype)
        if len(self._deferred_packets) > _MAX_DEFERRED:
            self.refuse("rekey", "requests during a key exchange (RFC 4253, 7.1)")

    # -- key exchange

    def _send_kexinit(self) -> None:
        if self._session_id:  # a further exchange: packets wait in memory until it ends
            self._pause("kex")
            self._set_timer("kex", _KEX_TIMEOUT, self._kex_timed_out)
        super()._send_kexinit()

    def _kex_timed_out(self) -> None:
        self.refuse("rekey", "the key exchange was not finished in time")

    async def _begin_kex(self, pkttype: int, pktid: int, packet: SSHPacket) -> None:
        if self._session_id and not self._kexinit_sent and not self._count_rekey():
            self.end_reason = "rekeys"
            raise asyncssh.DisconnectError(
                asyncssh.DISC_TOO_MANY_CONNECTIONS,
                f"too many key exchanges: at most {_MAX_REKEYS} a minute",
            )
        guess = SSHPacket(packet.get_remaining_payload())
        await self._process_kexinit(pkttype, pktid, packet)
        self._ignore_first_kex = self._guessed_wrong(guess)

    def _count_rekey(self) -> bool:
        now = time.monotonic()
        self._rekey_times = [then for then in self._rekey_times if now - then < 60]
        self._rekey_times.append(now)
        return len(self._rekey_times) <= _MAX_REKEYS and self._transport_owner.rekey_allowed()

    def _guessed_wrong(self, kexinit: SSHPacket) -> bool:
        """Return whether the client sent a packet of an exchange that must be ignored.

        RFC 4253, 7: the guess is right only if both sides prefer the same key exchange and the same
        host key algorithm. asyncssh compares with the algorithm chosen, so that it took a packet
        that Dropbear's client sends again.
        """
        kexinit.get_bytes(16)  # cookie
        lists = [kexinit.get_namelist() for _ in range(10)]
        if not kexinit.get_boolean():
            return False
        return lists[0][0] != self._kex_algs[0] or lists[1][0] != self._preferred_host_key()

    def _preferred_host_key(self) -> bytes:
        return (self._server_host_key_algs or [b""])[0]

    def _end_kex(self, pkttype: int, pktid: int, packet: SSHPacket) -> None:
        self._process_newkeys(pkttype, pktid, packet)
        self._cancel_timer("kex")
        self._resume("kex")

    _packet_handlers = {  # noqa: RUF012
        **asyncssh.SSHServerConnection._packet_handlers,
        _MSG_KEXINIT: _begin_kex,
        _MSG_NEWKEYS: _end_kex,
    }

    # -- authentication

    async def validate_public_key(
        self, username: str, key_data: bytes, msg: bytes, signature: bytes
    ) -> bool:
        """Let the owner decide before asyncssh verifies the signature: asyncssh's own callbacks
        show it neither the certificate nor what was refused."""
        verify = super().validate_public_key

        async def verify_offer(offer: KeyOffer) -> bool:
            return await verify(*offer)

        offer = KeyOffer(username, key_data, msg, signature)
        return await self._transport_owner.key_offered(offer, verify_offer)

    @property
    def logged_in(self) -> bool:
        """Whether the client has authenticated."""
        return self._auth_complete

    def _login_timer_callback(self) -> None:
        self._login_timer = None
        reason = f"not logged in within {self._login_grace} seconds"
        self.refuse("login timeout", reason, asyncssh.DISC_BY_APPLICATION)

    # -- channels

    def create_server_channel(
        self, encoding: str | None = None, errors: str = "", window: int = 0, max_pktsize: int = 0
    ) -> SshChannel:
        """Return a channel of bytes for a session."""
        self._update_recv_pktlen(self._max_pktsize)
        return SshChannel(
            *(self, self._loop, self._allow_pty, False, False, 0, 0),
            *(None, "strict", self._window, self._max_pktsize),
        )

    # -- end

    def refuse(
        self, end_reason: str, text: str, code: int = asyncssh.DISC_TOO_MANY_CONNECTIONS
    ) -> None:
        """Disconnect with a reason for the client. ``end_reason``: for the log and metrics."""
        self.end_reason = self.end_reason or end_reason
        self.disconnect(code, text)

    def _send_disconnect(self, code: int, reason: str, lang: str) -> None:
        if self._transport and not self._lingering:
            super()._send_disconnect(code, reason, lang)
            self.end_text = reason
            self._disconnect_sent = True

    def _send(self, data: bytes) -> None:
        closing = self._transport and self._transport.is_closing()
        if not self._lingering and not closing:
            super()._send(data)

    def _force_close(self, exc: Exception | None) -> None:
        """Close; after a disconnect message wait until the client closes, at most two seconds.

        A connection aborted with unread data is reset, and the client would show that instead of
        the reason.
        """
        transport = self._transport
        if transport and self._disconnect_sent and not self._lingering:
            self._lingering = True
            self._end_error = exc
            for timer in list(self._timers):
                self._cancel_timer(timer)
            self._cancel_login_timer()
            self._cancel_keepalive_timer()
            self._read_pauses.clear()
            transport.resume_reading()
            if transport.can_write_eof() and not transport.is_closing():
                transport.write_eof()
            self._set_timer("linger", _LINGER, lambda: self._force_close(exc))
            return
        super()._force_close(self._end_error or exc)
