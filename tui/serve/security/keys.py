"""The server's host key, and the public keys that may connect."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path

import asyncssh

from tui.atomic_write import write_atomically
from tui.cli.args.spec import UsageError
from tui.text.language import Wording

_INVALID_HOST_KEY = Wording(
    "主机密钥{file}无法使用：{why}", "cannot use the host key {file}: {why}"
)
_READABLE_BY_OTHERS = Wording(
    "主机密钥{file}可被其他用户读取：请运行chmod 600 {file}",
    "the host key {file} is readable by other users: run chmod 600 {file}",
)
_INVALID_KEYS = Wording(
    "公钥文件{file}无法使用：{why}", "cannot use the authorized keys in {file}: {why}"
)


def default_host_key(environ: Mapping[str, str]) -> str:
    """Return the path in the user's data folder (XDG Base Directory Specification)."""
    base = environ.get("XDG_DATA_HOME", "")
    if not Path(base).is_absolute():
        base = str(Path.home() / ".local" / "share")
    return str(Path(base) / "medbrief" / "ssh_host_ed25519_key")


def load_host_key(file: str) -> asyncssh.SSHKey:
    """Read the host key, generating it first if the file does not exist.

    Raises:
        UsageError: it cannot be read or written, or other users can read it.
    """
    path = Path(file)
    try:
        if not path.exists():
            _generate(path)
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise UsageError(_READABLE_BY_OTHERS.format(file=file))
        return asyncssh.read_private_key(file)
    except (OSError, asyncssh.KeyImportError) as error:
        raise UsageError(_INVALID_HOST_KEY.format(file=file, why=_reason(error))) from None


def _generate(path: Path) -> None:
    """Write a new key. Two servers that start at the same time get the same one."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = asyncssh.generate_private_key("ssh-ed25519").export_private_key()
    write_atomically(str(path), key, mode=0o600, overwrite=False)


def read_authorized_keys(file: str) -> asyncssh.SSHAuthorizedKeys:
    """Read a file in OpenSSH's authorized_keys format.

    Raises:
        UsageError: it cannot be read.
    """
    try:
        return asyncssh.read_authorized_keys(file)
    except (OSError, ValueError) as error:
        raise UsageError(_INVALID_KEYS.format(file=file, why=_reason(error))) from None


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
