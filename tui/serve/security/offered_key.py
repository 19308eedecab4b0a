"""The key or certificate that a client offers (RFC 4252, section 7)."""

from __future__ import annotations

import base64

import asyncssh

from tui.serve.security.certificate import (
    CERTIFICATE_TYPES,
    OpenSSHCertificate,
    decode_certificate,
    read_string,
)
from tui.serve.security.key_problems import KeyLineError
from tui.serve.security.public_key import parse_public_key
from tui.text.language import Wording

_INVALID = Wording("密钥无法读取", "the key cannot be read")
_SHA_1 = b"ssh-rsa"
"""The signature algorithm with SHA-1 (RFC 8332 replaces it)."""

OfferedKey = asyncssh.SSHKey | OpenSSHCertificate


def decode_offered_key(blob: bytes) -> OfferedKey:
    """Decode what a client offers.

    Raises:
        KeyLineError: it cannot be read, is too weak or of a type that is not supported.
    """
    try:
        name = read_string(blob, 0)[0].decode("ascii")
    except ValueError:
        raise KeyLineError(_INVALID) from None
    if name in CERTIFICATE_TYPES:
        return decode_certificate(blob)
    return parse_public_key(name, base64.b64encode(blob).decode())


def public_key_of(offered: OfferedKey) -> asyncssh.SSHKey:
    """Return the key whose owner signs the login."""
    return offered.key if isinstance(offered, OpenSSHCertificate) else offered


def is_sha1_signature(signature: bytes) -> bool:
    """Return whether a signature is made with SHA-1; also if it cannot be read."""
    try:
        return read_string(signature, 0)[0] == _SHA_1
    except ValueError:
        return True
