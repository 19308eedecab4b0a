"""Check the files that the server needs, without listening or writing anything."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui.cli.args.spec import UsageError
from tui.config.server_settings import ServerSettings
from tui.serve.deploy.resource_limits import resource_limits
from tui.serve.net.open_files import largest_open_files
from tui.serve.security.access_control import (
    NO_KEYS_TO_REVOKE,
    AccessControl,
    KeyFiles,
    no_usable_key,
)
from tui.serve.security.host_key import load_host_certificate, load_host_key
from tui.text.language import Language, Wording

_SEVERITIES = {True: Wording("错误", "error"), False: Wording("警告", "warning")}
_EXPIRED = Wording("这个密钥已过期", "this key has expired")
_WRITABLE = Wording(
    "其他用户可写入此文件，从而自行取得访问权：请运行chmod go-w",
    "other users can write to this file and so give themselves access: run chmod go-w",
)
_CANNOT_GENERATE = Wording(
    "无法在此生成主机密钥：{folder}不可写", "cannot generate the host key: {folder} is not writable"
)
_OPEN_FILES = Wording(
    "打开文件数的硬限制为{limit}，低于这些设置所需的{needed}：请调高（ulimit -Hn、LimitNOFILE），"
    "或调低max_sessions、max_connections",
    "the hard limit of open files is {limit}, below the {needed} that these settings need: "
    "raise it (ulimit -Hn, LimitNOFILE), or lower max_sessions or max_connections",
)


class ServerFinding(NamedTuple):
    """A problem. ``line`` counts from 1, 0 is the whole file; with an error the server does not
    start, with a warning it does."""

    file: str
    line: int
    message: Wording
    is_error: bool

    def format(self, language: Language) -> str:
        """Return ``file:line  severity  message``."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        severity = _SEVERITIES[self.is_error].of(language)
        return f"{place}  {severity}  {self.message.of(language)}"


def check_settings(settings: ServerSettings) -> list[ServerFinding]:
    """Return the problems of the key files, the host key and its certificate, and the limits of
    this process."""
    return [*_check_access(settings), *_check_host_key(settings), *_check_open_files(settings)]


def _check_access(settings: ServerSettings) -> Iterator[ServerFinding]:
    authorized, revoked = settings.authorized_keys, settings.revoked_keys
    if not authorized:
        if revoked:
            yield ServerFinding(revoked, 0, NO_KEYS_TO_REVOKE, is_error=True)
        return
    files = AccessControl(authorized, revoked).files
    yield from _check_key_files(authorized, files)
    for file in filter(None, (authorized, revoked)):
        if Path(file).is_file() and Path(file).stat().st_mode & 0o002:
            yield ServerFinding(file, 0, _WRITABLE, is_error=False)


def _check_key_files(authorized: str, files: KeyFiles) -> Iterator[ServerFinding]:
    for problem in files.problems:
        yield ServerFinding(problem.file, problem.line, problem.reason, is_error=False)
    if files.failure:
        yield ServerFinding(
            files.failure.file, files.failure.line, files.failure.reason, is_error=True
        )
    elif not files.keys.entries:
        yield ServerFinding(authorized, 0, no_usable_key(authorized), is_error=True)
    now = time.time()
    for entry in files.keys.entries:
        if entry.options.expires is not None and now > entry.options.expires:
            yield ServerFinding(authorized, entry.line, _EXPIRED, is_error=False)


def _check_host_key(settings: ServerSettings) -> Iterator[ServerFinding]:
    path = Path(settings.host_key)
    if settings.generate_host_key and not path.exists():
        folder = next(parent for parent in path.absolute().parents if parent.exists())
        if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
            message = _CANNOT_GENERATE.format(folder=folder)
            yield ServerFinding(settings.host_key, 0, message, is_error=True)
        return
    try:
        key, _ = load_host_key(settings.host_key, generate=False)
    except UsageError as error:
        yield ServerFinding(settings.host_key, 0, error.message, is_error=True)
        return
    if settings.host_certificate:
        try:
            load_host_certificate(settings.host_certificate, key)
        except UsageError as error:
            yield ServerFinding(settings.host_certificate, 0, error.message, is_error=True)


def _check_open_files(settings: ServerSettings) -> Iterator[ServerFinding]:
    if message := open_files_shortage(settings, largest_open_files()):
        yield ServerFinding("RLIMIT_NOFILE", 0, message, is_error=False)


def open_files_shortage(settings: ServerSettings, limit: int) -> Wording | None:
    """Return a message if fewer open files are allowed than the settings need."""
    needed = resource_limits(settings).open_files
    return _OPEN_FILES.format(limit=limit, needed=needed) if limit < needed else None
