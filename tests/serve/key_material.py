"""Keys and certificates for the tests."""

from __future__ import annotations

from typing import Any

import asyncssh

from tui.serve.security.authorized_keys import AuthorizedKeys, parse_authorized_keys
from tui.serve.security.certificate import OpenSSHCertificate
from tui.serve.security.offered_key import decode_offered_key

READER = asyncssh.generate_private_key("ssh-ed25519")
OTHER = asyncssh.generate_private_key("ssh-ed25519")
AUTHORITY = asyncssh.generate_private_key("ssh-ed25519")


def public(key: asyncssh.SSHKey) -> str:
    """The line of the ``.pub`` file without its comment."""
    return key.export_public_key().decode().strip()


def parse(*lines: str) -> AuthorizedKeys:
    """Parse a file of these lines."""
    return parse_authorized_keys("\n".join(lines), "readers.pub")


def user_certificate(
    authority: asyncssh.SSHKey = AUTHORITY, key: asyncssh.SSHKey = READER, **options: Any
) -> OpenSSHCertificate:
    """A certificate for the principal ``medbrief``, as a client offers it."""
    options = {"principals": ["medbrief"], **options}
    certificate = authority.generate_user_certificate(key, "reader 7", serial=7, **options)
    offered = decode_offered_key(certificate.public_data)
    assert isinstance(offered, OpenSSHCertificate)
    return offered
