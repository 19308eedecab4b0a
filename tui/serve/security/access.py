"""Who may connect, from which address and until when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.serve.security.address_patterns import parse_address
from tui.serve.security.authorized_keys import AuthorizedKey, AuthorizedKeys
from tui.serve.security.certificate import USER, OpenSSHCertificate
from tui.serve.security.key_problems import KeyLineError
from tui.serve.security.offered_key import OfferedKey, public_key_of
from tui.serve.security.public_key import printable

NOT_LISTED = "not listed"
"""The reason for a key that no line of the file names."""
AUTHORITY_NOT_LISTED = "authority not listed"
"""The reason for a certificate of an authority that no line names."""


class Refused(NamedTuple):
    """``reason``: for the log; clients do not learn it."""

    reason: str


class Granted(NamedTuple):
    """``line``: of the file of authorized keys; ``principal``: the one of the certificate that
    the authority's line accepts; empty for a plain key."""

    line: int
    allows_terminal: bool
    principal: str = ""


def decide(
    keys: AuthorizedKeys,
    revoked: frozenset[str],
    offered: OfferedKey,
    address: str,
    now: float,
) -> Granted | Refused:
    """Decide whether the owner of a key or certificate may connect.

    The first line that allows it decides, as in OpenSSH. ``address``: of the client; ``now``: Unix
    time.
    """
    if public_key_of(offered).get_fingerprint() in revoked:
        return Refused("revoked")
    if isinstance(offered, OpenSSHCertificate):
        return _decide_certificate(keys, revoked, offered, address, now)
    refusal = NOT_LISTED
    for entry in keys.lines_of(offered):
        refusal = _refusal(entry, address, now)
        if not refusal:
            return Granted(entry.line, entry.options.allows_terminal)
    return Refused(refusal)


def _refusal(entry: AuthorizedKey, address: str, now: float) -> str:
    """Return why the line does not apply; empty if it does."""
    options = entry.options
    if options.expires is not None and now > options.expires:
        return f"expired (line {entry.line})"
    if options.addresses is not None and not options.addresses.match(address):
        return f"address not in from= (line {entry.line})"
    return ""


def _decide_certificate(
    keys: AuthorizedKeys,
    revoked: frozenset[str],
    certificate: OpenSSHCertificate,
    address: str,
    now: float,
) -> Granted | Refused:
    if certificate.authority.get_fingerprint() in revoked:
        return Refused("authority revoked")
    try:
        certificate.check(USER, now)
    except KeyLineError as error:
        return Refused(error.reason.en)
    options: dict[str, object] = certificate.parsed.options  # type: ignore[attr-defined]
    if "force-command" in options:
        return Refused("critical option force-command is not supported")
    if "source-address" in options and not _from_source(options["source-address"], address):
        return Refused("address not in source-address of the certificate")
    refusal = AUTHORITY_NOT_LISTED
    for entry in keys.authorities(certificate.authority):
        accepted = [name for name in certificate.principals if name in entry.options.principals]
        refusal = _refusal(entry, address, now)
        if not refusal and accepted:
            terminal = entry.options.allows_terminal and bool(options.get("permit-pty"))
            return Granted(entry.line, terminal, accepted[0])
        if not refusal:
            names = printable(",".join(certificate.principals)) or "none"
            refusal = f"principals not accepted: {names} (line {entry.line})"
    return Refused(refusal)


def _from_source(networks: object, address: str) -> bool:
    """Return whether the address is in one of the networks; an empty list has no addresses."""
    parsed = parse_address(address)
    return (
        parsed is not None
        and isinstance(networks, Iterable)
        and any(parsed in network for network in networks)
    )
