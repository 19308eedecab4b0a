"""The algorithms that the server offers: short lists without SHA-1, CBC or finite-field groups.

They follow the recommendations of ssh-audit, and every client of the last years has one of each
kind: OpenSSH 7.4, PuTTY 0.75, Dropbear 2020.79, paramiko 2.12, AsyncSSH. Key exchanges over large
finite fields and RSA are left out because one costs the server up to 50 times the CPU time of
Curve25519, so that a client could load the server by asking for them.
"""

from __future__ import annotations

import asyncssh
from asyncssh.encryption import get_encryption_algs
from asyncssh.kex import get_kex_algs

_KEY_EXCHANGES = (
    "mlkem768x25519-sha256",  # post-quantum hybrids first, as OpenSSH prefers them
    "sntrup761x25519-sha512",
    "sntrup761x25519-sha512@openssh.com",
    "curve25519-sha256",
    "curve25519-sha256@libssh.org",
)
_CIPHERS = (
    "chacha20-poly1305@openssh.com",
    "aes256-gcm@openssh.com",
    "aes128-gcm@openssh.com",
    "aes256-ctr",
    "aes192-ctr",
    "aes128-ctr",
)
MACS = ("hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com")
"""Encrypt-then-MAC only; used with the CTR ciphers."""
SIGNATURES = (
    "ssh-ed25519",
    "sk-ssh-ed25519@openssh.com",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ecdsa-sha2-nistp256@openssh.com",
    "rsa-sha2-512",
    "rsa-sha2-256",
)
"""Signatures of readers' keys, and of a host key of another type than Ed25519. RSA with SHA-1
(``ssh-rsa``) is refused by OpenSSH since 8.8."""
_CERTIFICATE = b"-cert-v01@openssh.com"


def key_exchanges() -> list[str]:
    """Return the key exchanges that this installation has: some need optional libraries."""
    return [name for name in _KEY_EXCHANGES if name.encode() in get_kex_algs()]


def ciphers() -> list[str]:
    """Return the ciphers that this installation has."""
    return [name for name in _CIPHERS if name.encode() in get_encryption_algs()]


def is_allowed_signature(algorithm: bytes) -> bool:
    """Return whether a signature algorithm, or that of a certificate's key, is accepted."""
    return algorithm.removesuffix(_CERTIFICATE).decode("ascii", "replace") in SIGNATURES


def remove_weak_host_key_algorithms(options: asyncssh.SSHServerConnectionOptions) -> None:
    """Keep the accepted signature algorithms of the host keys only.

    asyncssh has no option for it: an RSA host key would sign with SHA-1 as well.
    """
    for algorithm in list(options.server_host_keys):
        if not is_allowed_signature(algorithm):
            del options.server_host_keys[algorithm]
