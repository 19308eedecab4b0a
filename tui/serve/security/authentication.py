"""Authenticate one connection by its public key or certificate (RFC 4252, section 7)."""

from __future__ import annotations

from collections.abc import Callable

import asyncssh

from tui.serve.net.ssh_transport import KeyOffer, VerifyOffer
from tui.serve.observability.connection_log import ConnectionLog
from tui.serve.security.access import NOT_LISTED, Granted, Refused
from tui.serve.security.access_control import UNUSABLE, AccessControl
from tui.serve.security.certificate import OpenSSHCertificate
from tui.serve.security.key_problems import KeyLineError
from tui.serve.security.offered_key import (
    OfferedKey,
    decode_offered_key,
    is_sha1_signature,
    public_key_of,
)
from tui.serve.security.public_key import blob_fingerprint, printable

_MAX_REFUSED_KEYS = 20
"""Keys that a client may try on one connection. OpenSSH's MaxAuthTries is 6; an agent may hold
more."""


class Authentication:
    """Decides about the keys that a client offers, and keeps the one that was accepted.

    ``access``: None if anyone may connect; ``address``: of the client; ``disconnect``: takes a
    reason for the log and one for the client; ``on_ended``: called with the reason when the
    accepted key may not connect any longer; ``ended``: whether it was called.
    """

    def __init__(
        self,
        access: AccessControl | None,
        address: str,
        log: ConnectionLog,
        disconnect: Callable[[str, str], None],
        on_ended: Callable[[str], None],
    ) -> None:
        self._access = access
        self._address = address
        self._log = log
        self._disconnect = disconnect
        self._on_ended = on_ended
        self._candidate: OfferedKey | None = None
        self._accepted: OfferedKey | None = None
        self._username = ""
        self._attempts = 0
        self._refused: dict[tuple[str, str], None] = {}  # fingerprint and reason, in order
        self.ended = False

    @property
    def required(self) -> bool:
        """Return whether a key is required."""
        return self._access is not None

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of the accepted key; empty without one."""
        return public_key_of(self._accepted).get_fingerprint() if self._accepted else ""

    def accepts_key(self, key: asyncssh.SSHKey) -> bool:
        """Answer asyncssh: whether this is the key that was decided about just before."""
        return self._candidate == key

    def accepts_authority(self, key: asyncssh.SSHKey) -> bool:
        """Answer asyncssh: whether this key signed the certificate that was decided about."""
        candidate = self._candidate
        return isinstance(candidate, OpenSSHCertificate) and candidate.authority == key

    async def decide(self, offer: KeyOffer, verify: VerifyOffer) -> bool:
        """Return whether a key may connect and, if it is signed, its signature is valid.

        ``verify``: asyncssh's verification, which asks ``accepts_key`` or ``accepts_authority``.
        """
        if self._access is None:
            return False
        try:
            offered = decode_offered_key(offer.key)
        except KeyLineError as error:
            return self._refuse(blob_fingerprint(offer.key), error.reason.en)
        fingerprint = public_key_of(offered).get_fingerprint()
        decision = self._access.decide(offered, self._address)
        if isinstance(decision, Refused):
            return self._refuse(fingerprint, decision.reason)
        if offer.message and is_sha1_signature(offer.signature):
            return self._refuse(fingerprint, "signature with SHA-1")
        self._candidate = offered
        try:
            # The user name has no meaning here; asyncssh compares it with the principals.
            verified = await verify(offer._replace(username=decision.principal or offer.username))
        finally:
            self._candidate = None
        if not verified:
            return self._refuse(fingerprint, "invalid signature")
        if offer.message:
            self._accepted = offered
            self._username = offer.username
        return True

    def _refuse(self, fingerprint: str, why: str) -> bool:
        self._attempts += 1
        self._refused[fingerprint, why] = None
        if self._attempts >= _MAX_REFUSED_KEYS:
            self._disconnect("keys", f"{_MAX_REFUSED_KEYS} keys were refused: offer the right one")
        return False

    def refused_keys(self) -> dict[str, str]:
        """Return the log fields of the keys that were refused; empty if there were none.

        A client offers all keys of its agent, and for a certificate its plain key too. ``key`` and
        ``why`` are those of the last key that the key file knows, if there is one; ``others`` has
        the rest.
        """
        if not self._refused:
            return {}
        known = [each for each in self._refused if each[1] != NOT_LISTED]
        key, why = (known or list(self._refused))[-1]
        others = [
            f"{other} {reason}" for other, reason in self._refused if (other, reason) != (key, why)
        ]
        return {"key": key, "why": why} | ({"others": "; ".join(others)} if others else {})

    def completed(self) -> None:
        """Log the accepted key, and watch whether it stays accepted."""
        fields: dict[str, object] = {"key": self.fingerprint or "none"}
        if self._accepted and self._access:
            self._access.authenticated.add(self)
            fields["user"] = printable(self._username)
            decision = self._access.decide(self._accepted, self._address)
            if isinstance(decision, Granted):
                fields["line"] = decision.line
            if isinstance(self._accepted, OpenSSHCertificate):
                certificate = self._accepted
                fields["certificate"] = printable(certificate.fields.key_id, 100)
                fields["serial"] = certificate.fields.serial
                fields["authority"] = certificate.authority.get_fingerprint()
        self._log.event("connect", **fields)

    def check_again(self) -> Granted | Refused:
        """Decide again about the accepted key, as files and time have changed since.

        A key that is removed, revoked or expired ends the connection. While a key file cannot be
        read, a session that is open goes on unless what can be read ends it.
        """
        if self._access is None:
            return Granted(line=0, allows_terminal=True)
        if self._accepted is None:
            return Refused("no key")
        decision = self._access.decide(self._accepted, self._address)
        if isinstance(decision, Refused) and decision.reason != UNUSABLE and not self.ended:
            self.ended = True
            self._on_ended(decision.reason)
        return decision

    def closed(self) -> None:
        """Stop watching the key: the connection is closed."""
        if self._access:
            self._access.authenticated.discard(self)
