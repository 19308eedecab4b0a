"""The server's host key and its certificate."""

from __future__ import annotations

import base64
import os
import stat
import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import asyncssh

from tui.cli.args.spec import UsageError
from tui.file_write import write_file
from tui.serve.observability.log import Log
from tui.serve.security.certificate import HOST, OpenSSHCertificate, decode_certificate
from tui.serve.security.key_file import key_lines, read_key_file, read_regular_file
from tui.serve.security.key_problems import KeyFileError, KeyLineError
from tui.serve.security.public_key import printable, require_strength
from tui.text.language import Wording

_FOREVER = 253_402_300_800
"""Unix time of the year 10000: ssh-keygen writes 2**64 - 1 for no end."""

_UNUSABLE = Wording("主机密钥{file}无法使用：{why}", "cannot use the host key {file}: {why}")
_MISSING = Wording(
    "主机密钥{file}不存在：请检查路径；首次启动时加--generate-host-key即可生成",
    "the host key {file} does not exist: check the path, or add --generate-host-key to generate it "
    "at the first start",
)
_READABLE_BY_OTHERS = Wording(
    "主机密钥{file}可被其他用户读取：请运行chmod 600 {file}",
    "the host key {file} is readable by other users: run chmod 600 {file}",
)
_ENCRYPTED = Wording(
    "密钥有密码：请运行ssh-keygen -p -N '' -f 文件去除密码",
    "it has a passphrase: remove it with ssh-keygen -p -N '' -f FILE",
)
_NO_PRIVATE_KEY = Wording("不是有效的私钥文件", "it is not a valid private key")
_CERTIFICATE = Wording(
    "主机证书{file}无法使用：{why}", "cannot use the host certificate {file}: {why}"
)
_OTHER_KEY = Wording("它不属于主机密钥{key}", "it does not belong to the host key {key}")
_NO_CERTIFICATE = Wording(
    "应为一行证书，如ssh_host_ed25519_key-cert.pub",
    "expected one certificate, such as the file ssh_host_ed25519_key-cert.pub",
)


class HostIdentity(NamedTuple):
    """``is_new``: the key was generated at this start."""

    key: asyncssh.SSHKey
    certificate: OpenSSHCertificate | None
    file: str
    is_new: bool

    @property
    def fingerprint(self) -> str:
        """Return the key's fingerprint."""
        return self.key.get_fingerprint()

    def reload_certificate(self, file: str, log: Log) -> HostIdentity:
        """Read the certificate again; keep the current one if the new one cannot be used."""
        if not file:
            return self
        try:
            renewed = self._replace(certificate=load_host_certificate(file, self.key), is_new=False)
        except UsageError as error:
            log.event("host_certificate", what="kept the current one", error=error.message.en)
            return self
        renewed.log_origin(log)
        return renewed

    def log_origin(self, log: Log) -> None:
        """Log a new key, and the certificate."""
        if self.is_new:
            log.event("host_key", what="generated", file=self.file, key=self.fingerprint)
        if self.certificate:
            fields = self.certificate.fields
            until = "forever"
            if fields.valid_before < _FOREVER:
                until = datetime.fromtimestamp(fields.valid_before, UTC).isoformat()
            log.event("host_certificate", certificate=printable(fields.key_id, 100), until=until)


def load_host_identity(file: str, certificate: str, *, generate: bool) -> HostIdentity:
    """Read the host key and its certificate (an empty path for none).

    Raises:
        UsageError: one of them cannot be used.
    """
    key, is_new = load_host_key(file, generate=generate)
    loaded = load_host_certificate(certificate, key) if certificate else None
    return HostIdentity(key, loaded, file, is_new)


def default_host_key(environ: Mapping[str, str]) -> str:
    """Return the path in the user's data folder (XDG Base Directory Specification)."""
    base = environ.get("XDG_DATA_HOME", "")
    if not Path(base).is_absolute():
        base = str(Path.home() / ".local" / "share")
    return str(Path(base) / "medbrief" / "ssh_host_ed25519_key")


def load_host_key(file: str, *, generate: bool) -> tuple[asyncssh.SSHKey, bool]:
    """Read the host key; return it, and whether it is new.

    ``generate``: write a new key if the file does not exist. Without it a mistyped path would give
    the server another identity, which readers see as an attack.

    Raises:
        UsageError: it is missing, cannot be read or written, is too weak, or other users can read
            it.
    """
    path = Path(file)
    try:
        is_new = not path.exists()
        if is_new:
            if not generate:
                raise UsageError(_MISSING.format(file=file))
            _generate(path)
        return read_host_key(file), is_new
    except OSError as error:
        raise UsageError(_UNUSABLE.format(file=file, why=error.strerror or str(error))) from None


def read_host_key(file: str) -> asyncssh.SSHKey:
    """Read an existing host key.

    Raises:
        UsageError: it cannot be used.
        OSError: it cannot be read.
    """
    try:
        data = read_regular_file(file)
    except KeyFileError as error:
        raise UsageError(_UNUSABLE.format(file=file, why=error.reason)) from None
    found = Path(file).stat()
    # As OpenSSH does: a file of another owner (a secret that systemd or Kubernetes mounts) may need
    # its group permissions.
    if found.st_uid == os.geteuid() and stat.S_IMODE(found.st_mode) & 0o077:
        raise UsageError(_READABLE_BY_OTHERS.format(file=file))
    try:
        key = asyncssh.import_private_key(data)
        require_strength(key)
    except KeyLineError as error:
        raise UsageError(_UNUSABLE.format(file=file, why=error.reason)) from None
    except Exception as error:  # asyncssh raises re.error and others for damaged files
        why = _ENCRYPTED if "passphrase" in str(error).lower() else _NO_PRIVATE_KEY
        raise UsageError(_UNUSABLE.format(file=file, why=why)) from None
    return key


def _generate(path: Path) -> None:
    """Write a new key. Two servers that start at the same time get the same one."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = asyncssh.generate_private_key("ssh-ed25519").export_private_key()
    with suppress(FileExistsError):
        write_file(str(path), key, mode=0o600, exclusive=True)


def load_host_certificate(file: str, host_key: asyncssh.SSHKey) -> OpenSSHCertificate:
    """Read the certificate of the host key.

    Raises:
        UsageError: it cannot be read, is not in date, or belongs to another key.
    """
    try:
        certificate = _read_certificate(file)
        certificate.check(HOST, time.time())
    except (KeyFileError, KeyLineError) as error:
        raise UsageError(_CERTIFICATE.format(file=file, why=error.reason)) from None
    if certificate.key.public_data != host_key.public_data:
        why = _OTHER_KEY.format(key=host_key.get_fingerprint())
        raise UsageError(_CERTIFICATE.format(file=file, why=why))
    return certificate


def _read_certificate(file: str) -> OpenSSHCertificate:
    lines = [line for _, line in key_lines(read_key_file(file))]
    if len(lines) != 1 or len(fields := lines[0].split()) < 2:
        raise KeyLineError(_NO_CERTIFICATE)
    try:
        blob = base64.b64decode(fields[1], validate=True)
    except ValueError:
        raise KeyLineError(_NO_CERTIFICATE) from None
    return decode_certificate(blob)
