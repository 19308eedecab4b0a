"""Key files that change while the server runs, and what that means for open connections."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import asyncssh
import pytest

from tests.serve.conftest import StartServer
from tests.serve.key_material import AUTHORITY, OTHER, READER, public, user_certificate
from tests.serve.server_process import ServerProcess
from tests.serve.sessions import open_app, wait_until
from tui.cli.args.spec import UsageError
from tui.config.server_settings import ServerSettings
from tui.serve import connection as client_connection
from tui.serve import key_watch
from tui.serve.key_watch import KeyWatch
from tui.serve.security.access import Granted, Refused
from tui.serve.security.access_control import AccessControl, load_access
from tui.serve.security.authentication import Authentication


class _Events:
    """A log that keeps its events."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []

    def event(self, name: str, **fields: object) -> None:
        self.events.append({"event": name, **fields})


class _Connection:
    """A connection with an accepted key."""

    def __init__(self, access: AccessControl, key: asyncssh.SSHKey) -> None:
        self._access = access
        self._key = key.convert_to_public()
        self.checks = 0
        access.authenticated.add(self)

    def check_again(self) -> Granted | Refused:
        self.checks += 1
        return self.decision

    @property
    def decision(self) -> Granted | Refused:
        return self._access.decide(self._key, "192.0.2.7")


def _write(file: Path, *lines: str) -> str:
    file.write_text("".join(f"{line}\n" for line in lines))
    return str(file)


async def test_a_changed_file_is_applied_without_a_signal(tmp_path: Path) -> None:
    file = tmp_path / "readers.pub"
    access = AccessControl(_write(file, public(READER)))
    connection, log = _Connection(access, OTHER), _Events()
    task = asyncio.create_task(KeyWatch(access, log, interval=0.01).watch_forever())  # type: ignore[arg-type]
    await wait_until(lambda: connection.checks > 2)
    assert log.events == []
    assert connection.decision == Refused("not listed")
    _write(file, "broken", public(OTHER))
    await wait_until(lambda: isinstance(connection.decision, Granted))
    refused, loaded = log.events
    assert (refused["what"], refused["line"]) == ("line refused", 1)
    assert (loaded["what"], loaded["keys"], loaded["refused"]) == ("loaded", 1, 1)
    file.unlink()
    await wait_until(lambda: not access.is_usable)
    assert connection.decision == Refused("key file unusable")
    seen = connection.checks
    await wait_until(lambda: connection.checks > seen + 3)
    assert [event["what"] for event in log.events[2:]] == ["unusable, nobody can log in"]
    _write(file, public(OTHER))
    await wait_until(lambda: isinstance(connection.decision, Granted))
    task.cancel()


async def test_the_key_watch_survives_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    access = AccessControl(_write(tmp_path / "readers.pub", public(READER)))
    connection, log = _Connection(access, READER), _Events()
    with monkeypatch.context() as broken:
        broken.setattr(access, "versions", lambda: 1 / 0)
        task = asyncio.create_task(KeyWatch(access, log, interval=0.01).watch_forever())  # type: ignore[arg-type]
        await wait_until(lambda: bool(log.events))
    assert "ZeroDivisionError" in log.events[0]["what"]
    await wait_until(lambda: connection.checks > 0)
    task.cancel()


async def test_a_file_that_is_being_written_is_not_applied(tmp_path: Path) -> None:
    file = tmp_path / "readers.pub"
    access = AccessControl(_write(file, public(READER)))
    watch = KeyWatch(access, _Events())  # type: ignore[arg-type]
    seen = access.applied
    for text in ("", public(READER)[:20], f"{public(READER)}\n\n"):
        file.write_text(text)
        assert await watch.look(seen) != seen
        assert len(access.files.keys.entries) == 1
        seen = access.versions()
    _write(file, public(OTHER), public(READER))
    seen = await watch.look(seen)
    assert await watch.look(seen) == seen
    assert len(access.files.keys.entries) == 2


def test_a_revoked_key_is_ended_within_the_five_seconds_of_the_manual() -> None:
    reading = 0.4  # of the files, and the time until a timer is served
    assert 2 * (key_watch.INTERVAL + reading) + client_connection.END_GRACE < 5


def test_an_empty_file_lets_nobody_in(tmp_path: Path) -> None:
    file = tmp_path / "readers.pub"
    access = AccessControl(_write(file))
    assert _Connection(access, READER).decision == Refused("not listed")


@pytest.mark.parametrize("content", ["broken", None])
def test_an_unusable_list_of_revoked_keys_lets_nobody_in(
    tmp_path: Path, content: str | None
) -> None:
    keys, revoked = tmp_path / "readers.pub", tmp_path / "revoked"
    if content is not None:
        _write(revoked, content)
    access = AccessControl(_write(keys, public(READER)), str(revoked))
    assert _Connection(access, READER).decision == Refused("key file unusable")


_BROKEN_LINES = [f"{public(OTHER)}", "rubbish"]
_REVOKED = [f"{READER.get_fingerprint()} lost laptop"]


@pytest.mark.parametrize(
    ("keys", "revoked", "reason"),
    [
        ([public(READER)], [*_REVOKED, "rubbish"], "revoked"),
        ([public(READER)], ["rubbish", *_REVOKED], "revoked"),
        ([public(OTHER)], ["rubbish"], "not listed"),
        ([public(OTHER)], None, "not listed"),
        (None, _REVOKED, "revoked"),
        (None, [*_REVOKED, "rubbish"], "revoked"),
        ([f'expiry-time="20200101" {public(READER)}'], None, "expired (line 1)"),
        ([public(READER)], _BROKEN_LINES, None),
        ([public(READER)], None, None),
        (None, _BROKEN_LINES, None),
        (None, None, None),
    ],
)
async def test_what_can_be_read_ends_an_open_connection_whatever_the_other_file_holds(
    tmp_path: Path, keys: list[str] | None, revoked: list[str] | None, reason: str | None
) -> None:
    paths = tmp_path / "readers.pub", tmp_path / "revoked"
    _write(paths[0], public(READER))
    access = AccessControl(str(paths[0]), _write(paths[1]))
    ended: list[str] = []
    log: Any = Mock()
    authentication = Authentication(access, "192.0.2.7", log, Mock(), ended.append)
    authentication._accepted = READER.convert_to_public()
    authentication.completed()
    for path, lines in zip(paths, (keys, revoked), strict=True):
        path.unlink()
        if lines is not None:
            _write(path, *lines)
    await KeyWatch(access, log).reload()
    assert not access.is_usable
    assert ended == ([reason] if reason else [])
    assert authentication.check_again() == Refused(reason or "key file unusable")
    newcomer = _Connection(access, OTHER).decision
    assert isinstance(newcomer, Refused)


@pytest.mark.parametrize(
    ("revoked", "reason"), [([AUTHORITY], "authority revoked"), ([READER], "revoked"), ([], None)]
)
def test_a_certificate_ends_without_the_file_of_authorized_keys_only_if_it_is_revoked(
    tmp_path: Path, revoked: list[asyncssh.SSHKey], reason: str | None
) -> None:
    lines = [key.get_fingerprint() for key in revoked]
    access = AccessControl(str(tmp_path / "none"), _write(tmp_path / "revoked", *lines))
    decision = access.decide(user_certificate(), "192.0.2.7")
    assert decision == Refused(reason or "key file unusable")


def test_the_server_does_not_start_if_nobody_could_connect(tmp_path: Path) -> None:
    keys, revoked = str(tmp_path / "readers.pub"), str(tmp_path / "revoked")
    settings = ServerSettings(authorized_keys=keys)
    cases: list[tuple[ServerSettings, str]] = [
        (settings, "No such file"),
        (settings._replace(authorized_keys=_write(tmp_path / "empty")), "no usable key"),
        (settings._replace(authorized_keys=_write(tmp_path / "bad", "", "x y")), "line 2: unknown"),
        (ServerSettings(anonymous=True, revoked_keys=revoked), "only valid with authorized_keys"),
    ]
    _write(tmp_path / "good", public(READER))
    good = settings._replace(authorized_keys=str(tmp_path / "good"), revoked_keys=revoked)
    cases.append((good, "No such file"))
    for case, reason in cases:
        with pytest.raises(UsageError, match=reason):
            load_access(case)
    _write(tmp_path / "revoked", "SHA256")
    with pytest.raises(UsageError, match="line 1 cannot be read"):
        load_access(good)


async def _reload(server: ServerProcess) -> None:
    count = len([event for event in server.events if event["event"] == "content"])
    server.process.send_signal(1)
    await wait_until(
        lambda: len([event for event in server.events if event["event"] == "content"]) > count
    )


async def _refused(server: ServerProcess, key: asyncssh.SSHKey) -> None:
    with pytest.raises(asyncssh.PermissionDenied):
        await server.run("help", client_keys=[key])


async def test_a_removed_key_ends_its_connections(
    start_server: StartServer, tmp_path: Path
) -> None:
    file, revoked = tmp_path / "readers.pub", tmp_path / "revoked"
    _write(file, "# readers", f'from="10.0.0.0/8" {public(READER)}', public(READER), public(OTHER))
    _write(revoked)
    server = start_server("--authorized-keys", str(file), "--revoked-keys", str(revoked))
    await _refused(server, AUTHORITY)
    server.wait_for_event("refuse", reason="key", key=AUTHORITY.get_fingerprint(), why="not listed")
    reader = await server.connect(client_keys=[READER])
    idle = await server.connect(client_keys=[READER])
    other = await server.connect(client_keys=[OTHER])
    accepted = server.wait_for_event("connect", key=READER.get_fingerprint())
    assert (accepted["line"], accepted["user"]) == (3, "r")
    screen, _ = await open_app(server, reader)

    file.unlink()  # open sessions go on: nothing says that their key was removed
    await _reload(server)
    server.wait_for_event("keys", what="unusable, nobody can log in")
    await _refused(server, OTHER)
    with pytest.raises(asyncssh.ChannelOpenError, match="cannot read its file of keys"):
        await idle.run("help")
    screen.type("?")
    await screen.wait_for("帮助", "此处可用的按键")

    _write(file, public(READER), public(OTHER))
    await _reload(server)
    assert (await idle.run("help")).exit_status == 0

    _write(revoked, f"{READER.get_fingerprint()} lost laptop")
    await _reload(server)
    ended = server.wait_for_event("revoke", key=READER.get_fingerprint())
    assert ended["reason"] == "revoked"
    await screen.wait_for_exit()
    assert "这个密钥已不能访问" in screen.written.decode()
    await asyncio.wait_for(asyncio.gather(reader.wait_closed(), idle.wait_closed()), 30)
    await _refused(server, READER)
    assert (await other.run("help")).exit_status == 0

    _write(file)  # an empty file means nobody
    await _reload(server)
    await asyncio.wait_for(other.wait_closed(), 30)
    await _refused(server, OTHER)


@pytest.fixture(scope="module")
def lookup_server(
    server_environ: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ServerProcess]:
    """A server where READER may only look things up, and OTHER may open the panels."""
    file = tmp_path_factory.mktemp("keys") / "readers.pub"
    lines = (f"restrict {public(READER)}", f"restrict,pty {public(OTHER)}")
    server = ServerProcess(server_environ, "--authorized-keys", _write(file, *lines))
    yield server
    assert server.close() == 0


async def test_a_key_without_a_terminal_is_for_lookups(lookup_server: ServerProcess) -> None:
    assert (await lookup_server.run("find 医保", client_keys=[READER])).code == 0
    async with await lookup_server.connect(client_keys=[READER]) as connection:
        with pytest.raises(asyncssh.ChannelOpenError):
            await connection.create_process(term_type="xterm", encoding=None)
    async with await lookup_server.connect(client_keys=[OTHER]) as connection:
        await open_app(lookup_server, connection)


async def test_many_refused_keys_end_the_connection(lookup_server: ServerProcess) -> None:
    keys = [asyncssh.generate_private_key("ssh-ed25519") for _ in range(30)]
    with pytest.raises((asyncssh.DisconnectError, OSError), match="20 keys were refused"):
        await lookup_server.run("help", client_keys=keys)
    last = keys[19].get_fingerprint()
    refused = lookup_server.wait_for_event("refuse", key=last, why="not listed")
    assert refused["error"].startswith("20 keys were refused")
    assert all(key.get_fingerprint() in refused["others"] for key in keys[:19])
    assert keys[20].get_fingerprint() not in str(refused)
