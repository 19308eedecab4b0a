"""A failing session harms no other, and leaves nothing behind."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
from pathlib import Path

import asyncssh
import pytest

from tests.conftest import SAMPLE
from tests.serve.conftest import StartServer
from tests.serve.server_process import TIMEOUT, ServerProcess, SshScreen
from tests.serve.sessions import (
    add_long_terms,
    assert_serves_others,
    open_app,
    resident_kilobytes,
    wait_until,
    wait_until_stable,
)

_MAX_GROWTH = 6_000
"""Kilobytes by which the front end may grow for clients that do not read."""


async def test_a_killed_session_ends_with_a_message(shared_server: ServerProcess) -> None:
    async with await shared_server.connect() as connection:
        other, _ = await open_app(shared_server, connection)
        screen, pid = await open_app(shared_server, connection)
        os.kill(pid, signal.SIGKILL)
        assert await screen.wait_for_exit() == 70
        assert "请重新连接" in screen.text
        assert screen.is_restored
        other.type("L")
        await other.wait_for("Overview")
    await assert_serves_others(shared_server)


async def test_a_stopped_session_process_ends_with_its_client(
    shared_server: ServerProcess,
) -> None:
    connection = await shared_server.connect()
    _, pid = await open_app(shared_server, connection)
    os.kill(pid, signal.SIGSTOP)
    connection.abort()
    await wait_until(lambda: not Path(f"/proc/{pid}").exists())
    await assert_serves_others(shared_server)


async def test_clients_that_do_not_read_delay_no_other_and_take_no_memory(
    start_server: StartServer, sample_copy: Path
) -> None:
    add_long_terms(sample_copy)
    server = start_server("--anonymous", "--rate", "1000", MEDBRIEF_CONTENT=str(sample_copy))
    export = await server.run("export --all --format html")
    assert 8 * len(export.stdout) > 2 * 1000 * _MAX_GROWTH
    await assert_serves_others(server)
    before = resident_kilobytes(server)
    async with await server.connect() as connection:
        channels = []
        for _ in range(8):
            channel, _ = await connection.create_session(
                asyncssh.SSHClientSession, "export --all --format html", window=2048
            )
            channel.pause_reading()
            channels.append(channel)
        await assert_serves_others(server)
        assert resident_kilobytes(server) - before < _MAX_GROWTH
        for channel in channels:
            channel.close()


async def test_ten_megabytes_of_input_are_throttled(shared_server: ServerProcess) -> None:
    await assert_serves_others(shared_server)
    before = resident_kilobytes(shared_server)
    async with await shared_server.connect() as connection:
        screen = await SshScreen.open(connection)
        await screen.wait_for("概览")
        screen.process.stdin.write(b"\x1b[B" * 3_500_000)
        await assert_serves_others(shared_server)
        assert resident_kilobytes(shared_server) - before < _MAX_GROWTH
        connection.abort()


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (10_000, 10_000), (2**32 - 1, 2**32 - 1)])
async def test_any_terminal_size_is_accepted(
    shared_server: ServerProcess, size: tuple[int, int]
) -> None:
    async with await shared_server.connect() as connection:
        process = await connection.create_process(
            term_type="xterm", term_size=size, env={"LANG": "zh_CN.UTF-8"}, encoding=None
        )
        assert await asyncio.wait_for(process.stdout.read(100), TIMEOUT)
        for columns, rows in ((80, 24), size, (120, 40)):
            process.change_terminal_size(columns, rows)
        process.stdin.write(b"q")
        await asyncio.wait_for(process.wait_closed(), TIMEOUT)
    await assert_serves_others(shared_server)


@pytest.mark.parametrize("term", [" ", "../../etc/passwd", "%n%s$(id)"])
async def test_any_terminal_type_is_accepted(shared_server: ServerProcess, term: str) -> None:
    async with await shared_server.connect() as connection:
        screen = await SshScreen.open(connection, TERM=term)
        await screen.wait_for("退出")
        screen.type("q")
        assert await screen.wait_for_exit() == 0


@pytest.mark.parametrize("term", ["", "dumb", "x" * 5000])
async def test_a_terminal_that_cannot_show_panels_gets_the_overview(
    shared_server: ServerProcess, term: str
) -> None:
    async with await shared_server.connect() as connection:
        screen = await SshScreen.open(connection, TERM=term)
        assert await screen.wait_for_exit() == 0
        assert "来源：引用次数".encode() in screen.written
        assert b"\x1b[?1049h" not in screen.written


async def test_hundreds_of_resizes_in_a_row(shared_server: ServerProcess) -> None:
    async with await shared_server.connect() as connection:
        screen = await SshScreen.open(connection)
        await screen.wait_for("概览")
        for step in range(300):
            screen.process.change_terminal_size(40 + step % 100, 12 + step % 40)
        screen.resize(80, 24)
        screen.type("L")
        await screen.wait_for("Overview", "quit")
        screen.type("q")
        assert await screen.wait_for_exit() == 0


async def test_sessions_leave_no_descriptor_and_no_process(start_server: StartServer) -> None:
    server = start_server("--anonymous", "--rate", "1000")
    await assert_serves_others(server)
    zygote = server.zygote

    def resources() -> tuple[int, int, int]:
        children = len(server.children(zygote))
        return server.descriptors(), server.descriptors(zygote), children

    await wait_until(lambda: not server.children(zygote))
    before = await wait_until_stable(resources, 1)
    for number in range(16):
        connection = await server.connect()
        screen = await SshScreen.open(connection)
        if number % 4 == 0:  # leave while the app starts
            connection.abort()
            continue
        await screen.wait_for("概览")
        if number % 4 == 1:
            connection.abort()
            continue
        screen.type("q")
        await screen.wait_for_exit()
        connection.close()
    await wait_until(lambda: resources() == before)


async def test_sessions_survive_the_death_of_the_zygote(start_server: StartServer) -> None:
    server = start_server("--anonymous")
    async with await server.connect() as connection:
        screen, _ = await open_app(server, connection)
        os.kill(server.zygote, signal.SIGKILL)
        server.wait_for_event("zygote", what="died")
        screen.type("L")
        await screen.wait_for("Overview", "quit")
        await assert_serves_others(server)
        screen.type("q")
        assert await screen.wait_for_exit() == 0
    await assert_serves_others(server)


async def test_a_session_that_starts_during_a_zygote_restart_waits(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous")
    for _ in range(2):
        async with await server.connect() as connection:
            os.kill(server.zygote, signal.SIGKILL)
            screen = await SshScreen.open(connection)  # the server may not know of its death yet
            await screen.wait_for("概览", "退出")
            screen.type("q")
            assert await screen.wait_for_exit() == 0
    reports = [event["what"] for event in server.events if event["event"] == "zygote"]
    assert reports.count("died") == 2


async def test_changed_content_reaches_new_sessions_and_invalid_content_none(
    start_server: StartServer, tmp_path: Path
) -> None:
    shutil.copytree(SAMPLE, tmp_path / "briefing")
    content = tmp_path / "briefing" / "content"
    server = start_server("--anonymous", "--watch", MEDBRIEF_CONTENT=str(content))
    file = content / "briefing.toml"
    text = file.read_text(encoding="utf-8")
    edition = text.partition('edition = "')[2].partition('"')[0]
    async with await server.connect() as connection:
        old = await SshScreen.open(connection)
        await old.wait_for(edition)
        file.write_text(text.replace(f'edition = "{edition}"', 'edition = "2099.9"'))
        server.wait_for_event("content", edition="2099.9")
        new = await SshScreen.open(connection)
        await new.wait_for("2099.9")
        old.type("L")
        await old.wait_for("quit")
        old.type("L")
        await old.wait_for(edition, "退出")
        file.write_text("title = broken")
        await wait_until(lambda: any("error" in event for event in server.events))
        (event,) = (event for event in server.events if "error" in event)
        assert event["event"] == "content"
        assert "briefing.toml:1" in event["error"]
        third = await SshScreen.open(connection)
        await third.wait_for("2099.9")


async def test_sigterm_notifies_sessions_and_ends_them(start_server: StartServer) -> None:
    server = start_server("--anonymous", "--end-grace", "3")
    async with await server.connect() as connection:
        screen = await SshScreen.open(connection)
        await screen.wait_for("概览", "退出")
        server.process.send_signal(signal.SIGTERM)
        await screen.wait_for("服务器即将停止")
        screen.type("L")  # the app draws over the notice, and the notice is drawn again
        await screen.wait_for("Overview", "quit", "服务器即将停止")
        assert "medbrief: 服务器即将停止" not in screen.text  # the session has not ended yet
        assert await screen.wait_for_exit() == 0
        assert screen.is_restored
    assert server.process.wait(30) == 0


async def test_silent_clients_are_disconnected_and_do_not_block_others(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous", "--rate", "1000", "--login-grace", "3")
    silent = [await asyncio.open_connection("127.0.0.1", server.port) for _ in range(30)]
    await assert_serves_others(server)
    for reader, _ in silent:
        await asyncio.wait_for(reader.read(), TIMEOUT)
    for _, writer in silent:
        writer.close()
    server.wait_for_event("refuse", reason="login timeout")
