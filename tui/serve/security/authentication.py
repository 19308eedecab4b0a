"""Authenticate one connection by its public key or certificate (RFC 4252, section 7)."""

from __future__ import annotations

from collections.abc import Callable

import asyncssh

from tui.serve.net.ssh_transport import KeyOffer, VerifyOffer
from tui.serve.observability.connection_log import ConnectionLog
from tui.serve.security.access import Granted, Refused
from tui.serve.security.access_control import AccessControl
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
        self._refused_keys = 0
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
        self._refused_keys += 1
        self._log.refused("key", key=fingerprint, why=why)
        if self._refused_keys >= _MAX_REFUSED_KEYS:
            self._disconnect("keys", f"{_MAX_REFUSED_KEYS} keys were refused: offer the right one")
        return False

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

        A key that is removed, revoked or expired ends the connection. While the key file cannot be
        read, sessions that are open go on: nothing says that their keys were removed.
        """
        if self._access is None:
            return Granted(line=0, allows_terminal=True)
        if self._accepted is None:
            return Refused("no key")
        decision = self._access.decide(self._accepted, self._address)
        if isinstance(decision, Refused) and self._access.is_usable and not self.ended:
            self.ended = True
            self._on_ended(decision.reason)
        return decision

    def closed(self) -> None:
        """Stop watching the key: the connection is closed."""
        if self._access:
            self._access.authenticated.discard(self)
