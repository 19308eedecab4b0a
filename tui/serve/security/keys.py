"""The server's own key, and the keys of those who may come in."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path

import asyncssh

from tui.atomic_write import write_atomically
from tui.cli.args.spec import UsageError
from tui.text.language import Wording

_UNUSABLE = Wording("主机密钥{file}用不了：{why}", "the host key {file} cannot be used: {why}")
_TOO_OPEN = Wording(
    "主机密钥{file}别人也能读：chmod 600 {file}",
    "the host key {file} can be read by others: chmod 600 {file}",
)
_NO_KEYS = Wording(
    "公钥文件{file}用不了：{why}", "the authorized keys in {file} cannot be used: {why}"
)


def default_host_key(environ: Mapping[str, str]) -> str:
    """In the user's data folder (XDG Base Directory specification)."""
    base = environ.get("XDG_DATA_HOME", "")
    if not Path(base).is_absolute():
        base = str(Path.home() / ".local" / "share")
    return str(Path(base) / "medbrief" / "ssh_host_ed25519_key")


def host_key(file: str) -> asyncssh.SSHKey:
    """The key in ``file``, made now if there is none.

    Raises:
        UsageError: it cannot be read, made, or trusted.
    """
    path = Path(file)
    try:
        if not path.exists():
            _make(path)
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise UsageError(_TOO_OPEN.format(file=file))
        return asyncssh.read_private_key(file)
    except (OSError, asyncssh.KeyImportError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError(_UNUSABLE.format(file=file, why=why)) from None


def _make(path: Path) -> None:
    """Write a new key. Two servers that start at the same time get the same one."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = asyncssh.generate_private_key("ssh-ed25519").export_private_key()
    write_atomically(str(path), key, mode=0o600, overwrite=False)


def authorized(file: str) -> asyncssh.SSHAuthorizedKeys:
    """The keys in a file of OpenSSH's form.

    Raises:
        UsageError: it cannot be read.
    """
    try:
        return asyncssh.read_authorized_keys(file)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError(_NO_KEYS.format(file=file, why=why)) from None
