"""Public keys: which types are accepted, and how they are read."""

from __future__ import annotations

import base64
import hashlib

import asyncssh

from tui.serve.security.key_problems import KeyLineError
from tui.text.language import Wording

KEY_TYPES = (
    "ssh-ed25519",
    "ssh-rsa",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ssh-ed25519@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
)
"""Of the types of sshd(8) all but DSA. ``ssh-rsa`` is the type of the key; signatures with SHA-1
are refused (RFC 8332)."""
MIN_RSA_BITS = 2048
"""NIST SP 800-131A, section 3: shorter keys are disallowed."""

_UNKNOWN_TYPE = Wording(
    "不支持的密钥类型“{type}”：应为{known}之一",
    "key type {type!r} is not supported: expected one of {known}",
)
_NO_KEY = Wording(
    "类型{type}之后缺少base64编码的公钥", "the base64 text of the key is missing after {type}"
)
_INVALID_KEY = Wording(
    "公钥无效：类型之后应为完整的base64文本", "invalid key: expected its complete base64 text"
)
_SHORT_RSA = Wording(
    "RSA密钥只有{bits}位：至少应为{least}位",
    "RSA key of {bits} bits: at least {least} are required",
)


def parse_public_key(key_type: str, text: str) -> asyncssh.SSHKey:
    """Return the key of a type and a base64 text, the first two fields of a ``.pub`` file.

    Raises:
        KeyLineError: the type is not supported, the text is invalid, or the key too weak.
    """
    if key_type not in KEY_TYPES:
        raise _unknown_type(key_type)
    if not text:
        raise KeyLineError(_NO_KEY.format(type=key_type))
    try:
        base64.b64decode(text, validate=True)
        key = asyncssh.import_public_key(f"{key_type} {text}")
    except Exception:  # asyncssh raises OverflowError and others for some invalid numbers
        raise KeyLineError(_INVALID_KEY) from None
    require_strength(key)
    return key


def require_strength(key: asyncssh.SSHKey) -> None:
    """Check the type of a key, and the size of an RSA key.

    Raises:
        KeyLineError: it is not supported or too short.
    """
    if key.get_algorithm() not in KEY_TYPES:
        raise _unknown_type(key.get_algorithm())
    if key.get_algorithm() == "ssh-rsa":
        bits = getattr(key.pyca_key, "key_size", 0)
        if bits < MIN_RSA_BITS:
            raise KeyLineError(_SHORT_RSA.format(bits=bits, least=MIN_RSA_BITS))


def _unknown_type(name: str) -> KeyLineError:
    return KeyLineError(_UNKNOWN_TYPE.format(type=printable(name), known=", ".join(KEY_TYPES)))


def blob_fingerprint(blob: bytes) -> str:
    """Return the fingerprint of a key that cannot be read, as ``ssh-keygen -l`` prints it."""
    return "SHA256:" + base64.b64encode(hashlib.sha256(blob).digest()).decode().rstrip("=")


def printable(text: str, limit: int = 40) -> str:
    """Return text from a file or client without control characters, shortened."""
    shown = "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )
    return shown if len(shown) <= limit else shown[:limit] + "…"
