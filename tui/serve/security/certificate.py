"""OpenSSH certificates: their fields, and the checks that certificates of readers and of the server
share (PROTOCOL.certkeys of OpenSSH)."""

from __future__ import annotations

import base64
import struct
from collections.abc import Iterator
from typing import NamedTuple

import asyncssh

from tui.serve.security.key_problems import KeyLineError
from tui.serve.security.public_key import printable, require_strength
from tui.text.language import Wording

USER, HOST = 1, 2
"""Types of certificates (SSH_CERT_TYPE_USER, SSH_CERT_TYPE_HOST)."""
_SUFFIX = "-cert-v01@openssh.com"
_KEY_FIELDS = {
    "ssh-ed25519": 1,
    "ssh-rsa": 2,
    "ecdsa-sha2-nistp256": 2,
    "ecdsa-sha2-nistp384": 2,
    "ecdsa-sha2-nistp521": 2,
    "sk-ssh-ed25519": 2,
    "sk-ecdsa-sha2-nistp256": 3,
}
"""Strings and multiple precision integers of the certified key, by its type."""
CERTIFICATE_TYPES = {name + _SUFFIX for name in _KEY_FIELDS}
_CRITICAL_OPTIONS = ("force-command", "source-address")
"""Those that are known. One that is not known refuses the certificate (PROTOCOL.certkeys)."""

_INVALID = Wording("证书无效：{why}", "invalid certificate: {why}")
_WRONG_TYPE = {
    USER: Wording("这不是用户证书", "not a user certificate"),
    HOST: Wording(
        "这不是主机证书：签发时应加-h（ssh-keygen -s CA -h）",
        "not a host certificate: it must be signed with ssh-keygen -s CA -h",
    ),
}
_NOT_YET_VALID = Wording("证书尚未生效", "the certificate is not valid yet")
_EXPIRED = Wording("证书已过期", "the certificate has expired")
_SHA_1 = Wording(
    "证书以SHA-1签名（ssh-rsa）：应以rsa-sha2-512签发",
    "the certificate is signed with SHA-1 (ssh-rsa): it must be signed with rsa-sha2-512",
)


class CertificateFields(NamedTuple):
    """Fields that asyncssh does not publish; times in seconds (Unix time)."""

    serial: int
    type: int
    key_id: str
    valid_after: int
    valid_before: int
    critical_options: tuple[str, ...]
    signature_algorithm: str


class OpenSSHCertificate(NamedTuple):
    """A certificate whose signature is valid. ``parsed``: principals, options and keys."""

    parsed: asyncssh.SSHCertificate
    fields: CertificateFields

    @property
    def key(self) -> asyncssh.SSHKey:
        """Return the certified key."""
        return self.parsed.key

    @property
    def authority(self) -> asyncssh.SSHKey:
        """Return the key that signed the certificate."""
        key: asyncssh.SSHKey = self.parsed.signing_key  # type: ignore[attr-defined]
        return key

    @property
    def principals(self) -> list[str]:
        """Return the names that the certificate is for."""
        return list(self.parsed.principals)  # type: ignore[attr-defined]

    def check(self, wanted_type: int, now: float) -> None:
        """Check type, validity, strength of the keys, and the signature's algorithm.

        Raises:
            KeyLineError: it cannot be used at ``now`` (Unix time).
        """
        if self.fields.type != wanted_type:
            raise KeyLineError(_WRONG_TYPE[wanted_type])
        if now < self.fields.valid_after:
            raise KeyLineError(_NOT_YET_VALID)
        if now >= self.fields.valid_before:
            raise KeyLineError(_EXPIRED)
        if self.fields.signature_algorithm == "ssh-rsa":
            raise KeyLineError(_SHA_1)
        require_strength(self.key)
        require_strength(self.authority)


def decode_certificate(blob: bytes) -> OpenSSHCertificate:
    """Decode a certificate and verify its signature.

    Raises:
        KeyLineError: it is invalid, or has a critical option that is not known.
    """
    try:
        algorithm = read_string(blob, 0)[0].decode("ascii")
        if algorithm not in CERTIFICATE_TYPES:
            raise ValueError(f"type {printable(algorithm)}")
        fields = _fields(blob)
        for name in fields.critical_options:  # asyncssh refuses them too, without saying why
            if name not in _CRITICAL_OPTIONS:
                raise ValueError(f"unknown critical option {name}")
        text = base64.b64encode(blob).decode()
        parsed = asyncssh.import_certificate(f"{algorithm} {text}")
        return OpenSSHCertificate(parsed, fields)
    except Exception as error:  # asyncssh raises OverflowError and others for invalid numbers
        raise KeyLineError(_INVALID.format(why=printable(str(error), 100))) from None


def _fields(blob: bytes) -> CertificateFields:
    algorithm, offset = read_string(blob, 0)
    for _ in range(1 + _KEY_FIELDS[algorithm.decode("ascii").removesuffix(_SUFFIX)]):
        _, offset = read_string(blob, offset)  # nonce, certified key
    serial, certificate_type = struct.unpack_from(">QI", blob, offset)
    key_id, offset = read_string(blob, offset + 12)
    _, offset = read_string(blob, offset)  # principals
    valid_after, valid_before = struct.unpack_from(">QQ", blob, offset)
    offset += 16
    options, offset = read_string(blob, offset)
    for _ in range(3):
        _, offset = read_string(blob, offset)  # extensions, reserved, authority
    signature, offset = read_string(blob, offset)
    return CertificateFields(
        serial,
        certificate_type,
        key_id.decode("utf-8"),
        valid_after,
        valid_before,
        tuple(_option_names(options)),
        read_string(signature, 0)[0].decode("ascii"),
    )


def _option_names(data: bytes) -> Iterator[str]:
    offset = 0
    while offset < len(data):
        name, offset = read_string(data, offset)
        _, offset = read_string(data, offset)
        yield name.decode("utf-8")


def read_string(data: bytes, offset: int) -> tuple[bytes, int]:
    """Return a string (RFC 4251, 5) and the offset behind it.

    Raises:
        ValueError: the data end within it.
    """
    end = offset + 4 + int.from_bytes(data[offset : offset + 4], "big")
    if offset + 4 > len(data) or end > len(data):
        raise ValueError("truncated")
    return data[offset + 4 : end], end
