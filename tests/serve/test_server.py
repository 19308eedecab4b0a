"""The server as readers meet it: answers, panels, and what is not to be had."""

from __future__ import annotations

import asyncio
import shlex
from pathlib import Path

import asyncssh
import pytest

from tests.cli.inside import run
from tests.conftest import REAL_CONTENT
from tests.serve.conftest import Serve
from tests.serve.lines import LINES
from tests.serve.served import Screen, Served


@pytest.mark.parametrize("locale", ["C.UTF-8", "zh_CN.UTF-8"])
async def test_answers_are_those_of_the_local_command(
    served: Served, monkeypatch: pytest.MonkeyPatch, locale: str
) -> None:
    monkeypatch.setenv("LANG", locale)
    monkeypatch.setenv("MEDBRIEF_CONTENT", str(REAL_CONTENT))
    for line in LINES:
        local = run(*shlex.split(line))
        answer = await served.ask(line or None, env={"LANG": locale})
        assert (answer.code, answer.text, answer.message) == local, line


async def test_without_a_locale_the_server_speaks_the_language_of_its_operator(
    serve: Serve,
) -> None:
    server = serve("--anonymous", "--lang", "zh")
    assert "没有" in (await server.ask("show nothing-like-it", env={})).message
    assert "there is no" in (await server.ask("show nothing-like-it", env={"LANG": "C"})).message


@pytest.mark.parametrize("line", ["sh", "check", "find x -o /tmp/x", "find 'a", "a" * 100_000])
async def test_what_is_not_to_be_had_is_refused_in_a_line(served: Served, line: str) -> None:
    answer = await served.ask(line)
    assert (answer.code, answer.stdout, answer.stderr.count(b"\n")) == (2, b"", 1)


async def test_files_and_tunnels_are_refused(served: Served, tmp_path: Path) -> None:
    async with await served.connect() as connection:
        with pytest.raises(asyncssh.ChannelOpenError):
            await connection.start_sftp_client()
        with pytest.raises(asyncssh.ChannelOpenError):
            await connection.open_connection("127.0.0.1", served.port)
        with pytest.raises(asyncssh.ChannelListenError):
            await connection.forward_remote_port("", 0, "127.0.0.1", 1)
        with pytest.raises(asyncssh.ChannelOpenError):
            await connection.open_unix_connection("/tmp/x")
        with pytest.raises(asyncssh.ChannelListenError):
            await connection.forward_remote_path("/tmp/x", "/tmp/y")
        with pytest.raises((asyncssh.Error, OSError)):
            await asyncssh.scp(str(__file__), (connection, str(tmp_path / "x")))
    assert list(tmp_path.iterdir()) == []


async def test_the_panels_open_walk_resize_and_close(served: Served) -> None:
    async with await served.connect() as connection:
        screen = await Screen.open(connection)
        await screen.until("互联网医疗行业简报", "概览", "退出")
        screen.type("l")
        await screen.until("quit", "Overview")
        screen.resize(120, 40)
        await screen.until("Glossary")
        screen.type("/")
        await screen.until("words, a name")
        screen.type("jdjk")
        await screen.until("JD Health", "jdjk")
        screen.type("\r")
        await asyncio.sleep(1)  # what is typed ahead of an answer is part of the query
        screen.type("q")
        assert await screen.ended() == 0
        assert not any(screen.modes.get(mode, False) for mode in (1000, 1003, 1049, 2004))


async def test_open_goes_where_it_is_told(served: Served) -> None:
    async with await served.connect() as connection:
        screen = await Screen.open(connection, "open jd-health --lang en")
        await screen.until("JD Health", "quit")
        screen.type("q")
        assert await screen.ended() == 0


async def test_several_sessions_share_a_connection_each_with_its_own_language(
    served: Served,
) -> None:
    async with await served.connect() as connection:
        chinese = await Screen.open(connection, LANG="zh_CN.UTF-8")
        english = await Screen.open(connection, size=(120, 40), LANG="en_US.UTF-8")
        await asyncio.gather(chinese.until("概览", "退出"), english.until("Overview", "quit"))
        answer = await connection.run("find 医保 --json", check=True)
        assert str(answer.stdout).startswith("[")


async def test_an_answer_at_a_terminal_fits_it(served: Served) -> None:
    async with await served.connect() as connection:
        screen = await Screen.open(connection, "list players", size=(60, 60))
        assert await screen.ended() == 0
        assert b"\x1b[" in screen.written
        assert b"\n" not in screen.written.replace(b"\r\n", b"")
        refused = await Screen.open(connection, "check", size=(60, 24))
        assert await refused.ended() == 2
        assert "help" in refused.text


async def test_a_long_answer_lets_others_have_theirs(served: Served) -> None:
    async with await served.connect() as connection:
        long = asyncio.create_task(connection.run("export --all --format html", encoding=None))
        quick = await connection.run("find 医保")
        assert quick.exit_status == 0
        assert len(bytes((await long).stdout or b"")) > 500_000
