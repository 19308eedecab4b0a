"""The files that say who may connect, and their current contents."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tui.cli.args.spec import UsageError
from tui.config.server_settings import ServerSettings
from tui.serve.observability.log import Log
from tui.serve.security.access import (
    AUTHORITY_NOT_LISTED,
    NOT_LISTED,
    Granted,
    Refused,
    decide,
)
from tui.serve.security.authorized_keys import AuthorizedKeys, read_authorized_keys
from tui.serve.security.key_file import FileVersion, file_version
from tui.serve.security.key_problems import KeyFileError, KeyLineProblem
from tui.serve.security.offered_key import OfferedKey
from tui.serve.security.revoked_keys import read_revoked_keys
from tui.text.language import Wording

_UNUSABLE = Wording("密钥文件{file}无法使用：{why}", "cannot use the key file {file}: {why}")
_NOBODY = Wording(
    "公钥文件{file}没有可用的公钥，无人可以连接：每行写一个公钥，用ssh-keygen生成",
    "no usable key in {file}, so nobody could connect: write one public key per line; ssh-keygen "
    "generates them",
)
_NOBODY_LINE = Wording(
    "公钥文件{file}没有可用的公钥，无人可以连接；第{line}行：{reason}",
    "no usable key in {file}, so nobody could connect; line {line}: {reason}",
)
NO_KEYS_TO_REVOKE = Wording(
    "revoked_keys只能与authorized_keys一起使用",
    "revoked_keys is only valid with authorized_keys",
)
_BROKEN_REVOCATION = Wording("第{line}行无法读取：{reason}", "line {line} cannot be read: {reason}")

UNUSABLE = "key file unusable"
"""The reason for a key of which the files, as far as they can be read, say nothing against."""

Versions = tuple[FileVersion | None, ...]


_NOT_LISTED = (Refused(NOT_LISTED), Refused(AUTHORITY_NOT_LISTED))


class KeyFiles(NamedTuple):
    """The contents of both files, as far as they can be read.

    ``failure``: why one of them cannot be used; nobody may log in then. ``lists_keys``: whether the
    file of authorized keys could be read. ``problems``: refused lines.
    """

    keys: AuthorizedKeys
    revoked: frozenset[str] = frozenset()
    failure: KeyFileError | None = None
    lists_keys: bool = True

    @property
    def problems(self) -> tuple[KeyLineProblem, ...]:
        """Return the refused lines of authorized keys."""
        return self.keys.problems


def read_key_files(authorized: str, revoked: str) -> KeyFiles:
    """Read both files; ``revoked`` may be empty.

    A line that cannot be read makes the list of revoked keys unusable: it may stand for any key.
    """
    failures: list[KeyFileError] = []
    keys, fingerprints, lists_keys = AuthorizedKeys(()), frozenset[str](), True
    try:
        keys = read_authorized_keys(authorized)
    except KeyFileError as error:
        lists_keys = False
        failures.append(error)
    if revoked:
        try:
            fingerprints, problems = read_revoked_keys(revoked)
            for problem in problems:
                reason = _BROKEN_REVOCATION.format(line=problem.line, reason=problem.reason)
                failures.append(KeyFileError(revoked, reason, problem.line))
        except KeyFileError as error:
            failures.append(error)
    return KeyFiles(keys, fingerprints, failures[0] if failures else None, lists_keys)


class AuthenticatedConnection(Protocol):
    """What the access control asks of a connection whose key was accepted."""

    def check_again(self) -> Granted | Refused:
        """Decide again about its key."""


class AccessControl:
    """Decides by the last contents that were applied.

    ``authorized``, ``revoked``: paths; the second may be empty.
    """

    def __init__(self, authorized: str, revoked: str = "") -> None:
        self._paths = (authorized, revoked) if revoked else (authorized,)
        self._authorized, self._revoked = authorized, revoked
        self.authenticated: set[AuthenticatedConnection] = set()
        self.applied = self.versions()
        self._files = self.read()

    def versions(self) -> Versions:
        """Return the versions of the files on disk."""
        return tuple(map(file_version, self._paths))

    def read(self) -> KeyFiles:
        """Read the files, without applying them."""
        return read_key_files(self._authorized, self._revoked)

    @property
    def files(self) -> KeyFiles:
        """Return the contents that decide now."""
        return self._files

    def apply(self, files: KeyFiles, versions: Versions) -> None:
        """Decide by these contents from now on."""
        self._files, self.applied = files, versions

    @property
    def is_usable(self) -> bool:
        """Return whether both files could be read."""
        return self._files.failure is None

    def decide(self, offered: OfferedKey, address: str) -> Granted | Refused:
        """Decide whether the owner of a key may connect, or open another session, now.

        While a file cannot be used nobody may: it could say that the key is revoked. What can be
        read still counts: the reason is ``UNUSABLE`` only if none of it refuses the key.
        """
        files = self._files
        decision = decide(files.keys, files.revoked, offered, address, time.time())
        if files.failure is None:
            return decision
        unknown = not files.lists_keys and decision in _NOT_LISTED
        return Refused(UNUSABLE) if unknown or isinstance(decision, Granted) else decision

    def log_contents(self, log: Log) -> None:
        """Log how many keys the files hold, and every refused line."""
        files = self._files
        if files.failure:
            log.event(
                "keys",
                what="unusable, nobody can log in",
                file=files.failure.file,
                error=files.failure.reason.en,
            )
            return
        for problem in files.problems:
            log.event(
                "keys",
                what="line refused",
                file=problem.file,
                line=problem.line,
                error=problem.reason.en,
            )
        authorities = sum(entry.options.cert_authority for entry in files.keys.entries)
        log.event(
            "keys",
            what="loaded",
            file=self._authorized,
            keys=len(files.keys.entries) - authorities,
            authorities=authorities,
            refused=len(files.problems),
            revoked=len(files.revoked),
        )


def load_access(settings: ServerSettings) -> AccessControl | None:
    """Read the key files before the server starts; None for anonymous access.

    Raises:
        UsageError: a file cannot be used, or no key is valid: the server would accept nobody.
    """
    if not settings.authorized_keys:
        if settings.revoked_keys:
            raise UsageError(NO_KEYS_TO_REVOKE)
        return None
    access = AccessControl(settings.authorized_keys, settings.revoked_keys)
    files = access.files
    if files.failure:
        failure = files.failure
        raise UsageError(_UNUSABLE.format(file=failure.file, why=failure.reason))
    if not files.keys.entries:
        raise UsageError(no_usable_key(settings.authorized_keys, files.problems))
    return access


def no_usable_key(file: str, problems: Sequence[KeyLineProblem] = ()) -> Wording:
    """Return the message about a file without a valid key, with its first refused line."""
    if not problems:
        return _NOBODY.format(file=file)
    first = problems[0]
    return _NOBODY_LINE.format(file=file, line=first.line, reason=first.reason)
