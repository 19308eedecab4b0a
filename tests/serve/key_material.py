"""Keys and certificates for the tests."""

from __future__ import annotations

from typing import Any

import asyncssh
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tui.serve.security.authorized_keys import AuthorizedKeys, parse_authorized_keys
from tui.serve.security.certificate import OpenSSHCertificate
from tui.serve.security.offered_key import decode_offered_key


def _key(seed: int) -> asyncssh.SSHKey:
    """The same key in every process: names of tests contain it."""
    key = Ed25519PrivateKey.from_private_bytes(bytes([seed] * 32)).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.OpenSSH,
        serialization.NoEncryption(),
    )
    return asyncssh.import_private_key(key)


READER, OTHER, AUTHORITY = _key(1), _key(2), _key(3)


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
