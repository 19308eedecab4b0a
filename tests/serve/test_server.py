"""The server as clients use it: command output, the app, and refused requests."""

from __future__ import annotations

import asyncio
import shlex
from pathlib import Path

import asyncssh
import pytest

from tests.cli.inside import run
from tests.serve.conftest import StartServer
from tests.serve.request_lines import REQUEST_LINES
from tests.serve.server_process import ServerProcess, SshScreen


@pytest.mark.parametrize("locale", ["C.UTF-8", "zh_CN.UTF-8"])
async def test_output_equals_that_of_the_local_command(
    shared_server: ServerProcess, sample: Path, monkeypatch: pytest.MonkeyPatch, locale: str
) -> None:
    monkeypatch.setenv("LANG", locale)
    monkeypatch.setenv("MEDBRIEF_CONTENT", str(sample))
    for line in REQUEST_LINES:
        local = run(*shlex.split(line))
        answer = await shared_server.run(line or None, env={"LANG": locale})
        assert (answer.code, answer.text, answer.message) == local, line


async def test_clients_without_a_locale_get_the_operators_language(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous", "--lang", "zh")
    for env, chinese in (({}, True), ({"LANG": "C"}, False)):
        message = (await server.run("show nothing-like-it", env=env)).message
        assert any("\u4e00" <= char <= "\u9fff" for char in message) is chinese


@pytest.mark.parametrize("line", ["sh", "check", "find x -o /tmp/x", "find 'a", "a" * 100_000])
async def test_unavailable_requests_are_refused_in_one_line(
    shared_server: ServerProcess, line: str
) -> None:
    answer = await shared_server.run(line)
    assert (answer.code, answer.stdout, answer.stderr.count(b"\n")) == (2, b"", 1)


async def test_file_transfer_and_forwarding_are_refused(
    shared_server: ServerProcess, tmp_path: Path
) -> None:
    async with await shared_server.connect() as connection:
        with pytest.raises(asyncssh.ChannelOpenError):
            await connection.start_sftp_client()
        with pytest.raises(asyncssh.ChannelOpenError):
            await connection.open_connection("127.0.0.1", shared_server.port)
        with pytest.raises(asyncssh.ChannelListenError):
            await connection.forward_remote_port("", 0, "127.0.0.1", 1)
        with pytest.raises(asyncssh.ChannelOpenError):
            await connection.open_unix_connection("/tmp/x")
        with pytest.raises(asyncssh.ChannelListenError):
            await connection.forward_remote_path("/tmp/x", "/tmp/y")
        with pytest.raises((asyncssh.Error, OSError)):
            await asyncssh.scp(str(__file__), (connection, str(tmp_path / "x")))
    assert list(tmp_path.iterdir()) == []


async def test_the_app_opens_navigates_resizes_and_closes(shared_server: ServerProcess) -> None:
    async with await shared_server.connect() as connection:
        screen = await SshScreen.open(connection)
        await screen.wait_for("线上问诊样本简报", "概览", "退出")
        screen.type("L")
        await screen.wait_for("quit", "Overview")
        screen.resize(120, 40)
        await screen.wait_for("Data gaps")
        screen.type("/")
        await screen.wait_for("words, a name")
        screen.type("qhjk")
        await screen.wait_for("Qinghe Health", "qhjk")
        screen.type("\r")
        await screen.wait_for("› Companies & institutions", "q quit")  # the search field is closed
        screen.type("q")
        assert await screen.wait_for_exit() == 0
        assert screen.is_restored
        assert not screen.modes[2004]


async def test_open_shows_the_requested_record(shared_server: ServerProcess) -> None:
    async with await shared_server.connect() as connection:
        screen = await SshScreen.open(connection, "open qinghe-health --lang en")
        await screen.wait_for("Qinghe Health", "? help")
        screen.type("q")
        assert await screen.wait_for_exit() == 0


async def test_sessions_of_one_connection_have_their_own_language(
    shared_server: ServerProcess,
) -> None:
    async with await shared_server.connect() as connection:
        chinese = await SshScreen.open(connection, LANG="zh_CN.UTF-8")
        english = await SshScreen.open(connection, size=(120, 40), LANG="en_US.UTF-8")
        await asyncio.gather(chinese.wait_for("概览", "退出"), english.wait_for("Overview", "quit"))
        answer = await connection.run("find 医保 --json", check=True)
        assert str(answer.stdout).startswith("[")


async def test_command_output_fits_the_clients_terminal(shared_server: ServerProcess) -> None:
    async with await shared_server.connect() as connection:
        screen = await SshScreen.open(connection, "list players", size=(60, 60))
        assert await screen.wait_for_exit() == 0
        assert b"\x1b[" in screen.written
        assert b"\n" not in screen.written.replace(b"\r\n", b"")
        refused = await SshScreen.open(connection, "check", size=(60, 24))
        assert await refused.wait_for_exit() == 2
        assert "help" in refused.text


async def test_a_long_command_does_not_delay_others(shared_server: ServerProcess) -> None:
    async with await shared_server.connect() as connection:
        long = asyncio.create_task(connection.run("export --all --format html", encoding=None))
        short = await connection.run("find 医保")
        assert short.exit_status == 0
        assert bytes((await long).stdout or b"").rstrip().endswith(b"</html>")
