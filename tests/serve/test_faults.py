"""What goes wrong in one session harms no other, and leaves nothing behind."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import time
from pathlib import Path

import asyncssh
import pytest

from tests.conftest import SAMPLE
from tests.serve.conftest import Serve
from tests.serve.readers import begin_session, drawing, is_well, resident, until
from tests.serve.served import PATIENCE, Screen, Served


async def test_a_session_whose_process_is_killed_ends_politely(served: Served) -> None:
    async with await served.connect() as connection:
        other, _ = await begin_session(served, connection)
        screen, process = await begin_session(served, connection)
        os.kill(process, signal.SIGKILL)
        assert await screen.ended() == 70
        assert "请再连一次" in screen.text
        assert not any(screen.modes.get(mode, False) for mode in (1000, 1003, 1049))
        other.type("l")
        await other.until("Overview")
    await is_well(served)


async def test_a_process_that_is_stopped_ends_with_its_client(served: Served) -> None:
    connection = await served.connect()
    _, process = await begin_session(served, connection)
    os.kill(process, signal.SIGSTOP)
    connection.abort()
    await until(lambda: not Path(f"/proc/{process}").exists())
    await is_well(served)


async def test_clients_that_never_read_hold_nobody_up_and_nothing_is_kept_for_them(
    served: Served,
) -> None:
    await is_well(served)
    before = resident(served)
    async with await served.connect() as connection:
        channels = []
        for _ in range(8):
            channel, _ = await connection.create_session(
                asyncssh.SSHClientSession, "export --all --format html", window=2048
            )
            channel.pause_reading()
            channels.append(channel)
        await is_well(served)
        assert resident(served) - before < 6_000  # of more than ten megabytes that they asked for
        for channel in channels:
            channel.close()


async def test_ten_megabytes_of_keys_are_taken_as_slowly_as_they_are_read(served: Served) -> None:
    await is_well(served)
    before = resident(served)
    async with await served.connect() as connection:
        screen = await Screen.open(connection)
        await screen.until("概览")
        screen.process.stdin.write(b"\x1b[B" * 3_500_000)
        await is_well(served)
        assert resident(served) - before < 6_000
        connection.abort()


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (10_000, 10_000), (2**32 - 1, 2**32 - 1)])
async def test_any_size_is_survived(served: Served, size: tuple[int, int]) -> None:
    async with await served.connect() as connection:
        process = await connection.create_process(
            term_type="xterm", term_size=size, env={"LANG": "zh_CN.UTF-8"}, encoding=None
        )
        assert await asyncio.wait_for(process.stdout.read(100), PATIENCE)
        for columns, rows in ((80, 24), size, (120, 40)):
            process.change_terminal_size(columns, rows)
        await asyncio.sleep(0.3)
        process.stdin.write(b"q")
        await asyncio.wait_for(process.wait_closed(), PATIENCE)
    await is_well(served)


@pytest.mark.parametrize("term", [" ", "dumb", "../../etc/passwd", "x" * 5000, "%n%s$(id)"])
async def test_any_terminal_type_is_survived(served: Served, term: str) -> None:
    async with await served.connect() as connection:
        screen = await Screen.open(connection, TERM=term)
        await screen.until("退出")
        screen.type("q")
        assert await screen.ended() == 0


async def test_a_storm_of_resizes(served: Served) -> None:
    async with await served.connect() as connection:
        screen = await Screen.open(connection)
        await screen.until("概览")
        for step in range(300):
            screen.process.change_terminal_size(40 + step % 100, 12 + step % 40)
        screen.resize(80, 24)
        screen.type("l")
        await screen.until("Overview", "quit")
        screen.type("q")
        assert await screen.ended() == 0


async def test_many_sessions_leave_nothing_behind(serve: Serve) -> None:
    served = serve("--anonymous", "--rate", "1000")
    await is_well(served)
    await until(lambda: len(served.children(served.zygote)) == 2 and not drawing(served))
    zygote = served.zygote
    # The last connection is closed, and so are its descriptors.
    await until(lambda: any(event["event"] == "disconnect" for event in served.events))
    await asyncio.sleep(1)
    before = (served.descriptors(), served.descriptors(zygote), len(served.children(zygote)))
    for number in range(16):
        connection = await served.connect()
        screen = await Screen.open(connection)
        if number % 4 == 0:  # left during the start
            connection.abort()
            continue
        if number % 4 == 1:
            await screen.until("概览")
            connection.abort()
            continue
        await screen.until("概览")
        screen.type("q")
        await screen.ended()
        connection.close()

    def left() -> tuple[int, int, int]:
        return served.descriptors(), served.descriptors(zygote), len(served.children(zygote))

    end = time.monotonic() + PATIENCE
    while left() != before and time.monotonic() < end:
        await asyncio.sleep(0.05)
    assert left() == before


async def test_when_the_zygote_dies_sessions_live_and_others_can_begin(serve: Serve) -> None:
    server = serve("--anonymous")
    async with await server.connect() as connection:
        screen, _ = await begin_session(server, connection)
        os.kill(server.zygote, signal.SIGKILL)
        server.until("zygote", what="died")
        screen.type("l")
        await screen.until("Overview", "quit")
        await is_well(server)
        screen.type("q")
        assert await screen.ended() == 0
    await is_well(server)


async def test_a_session_that_begins_while_the_zygote_is_renewed_only_waits(serve: Serve) -> None:
    server = serve("--anonymous")
    for _ in range(2):
        async with await server.connect() as connection:
            zygote = server.zygote
            os.kill(zygote, signal.SIGKILL)
            screen = await Screen.open(connection)  # perhaps before anybody has heard of it
            await screen.until("概览", "退出")
            screen.type("q")
            assert await screen.ended() == 0
    assert [told["what"] for told in server.events if told["event"] == "zygote"].count("died") == 2


async def test_new_content_serves_new_sessions_and_broken_content_none(
    serve: Serve, tmp_path: Path
) -> None:
    shutil.copytree(SAMPLE, tmp_path / "briefing")
    content = tmp_path / "briefing" / "content"
    server = serve("--anonymous", "--watch", MEDBRIEF_CONTENT=str(content))
    file = content / "briefing.toml"
    text = file.read_text()
    edition = text.partition('edition = "')[2].partition('"')[0]
    async with await server.connect() as connection:
        old = await Screen.open(connection)
        await old.until(edition)
        file.write_text(text.replace(f'edition = "{edition}"', 'edition = "2099.9"'))
        server.until("content", edition="2099.9")
        new = await Screen.open(connection)
        await new.until("2099.9")
        old.type("l")
        await old.until(edition, "quit")
        file.write_text("title = broken")
        told = server.until("content", wrong=next(iter(await _wrong(server))))
        assert "briefing.toml:1" in told["wrong"]
        third = await Screen.open(connection)
        await third.until("2099.9")


async def _wrong(server: Served) -> set[str]:
    await until(lambda: any("wrong" in event for event in server.events))
    return {event["wrong"] for event in server.events if "wrong" in event}


async def test_sigterm_tells_running_sessions_and_ends_them(serve: Serve) -> None:
    server = serve("--anonymous", "--end-grace", "3")
    async with await server.connect() as connection:
        screen = await Screen.open(connection)
        await screen.until("概览", "退出")
        server.process.send_signal(signal.SIGTERM)
        await screen.until("服务器即将停止")
        screen.type("l")  # the panels draw over it, and it is there again
        await screen.until("Overview", "quit", "服务器即将停止")
        assert "medbrief: 服务器即将停止" not in screen.text  # it is not over yet
        assert await screen.ended() == 0
        assert not any(screen.modes.get(mode, False) for mode in (1000, 1003, 1049))
    assert server.process.wait(30) == 0


async def test_who_never_says_a_word_is_hung_up_on_while_others_are_served(
    serve: Serve,
) -> None:
    server = serve("--anonymous", "--rate", "1000", "--login-grace", "3")
    silent = [await asyncio.open_connection("127.0.0.1", server.port) for _ in range(30)]
    await is_well(server)
    for reader, _ in silent:
        await asyncio.wait_for(reader.read(), PATIENCE)
    for _, writer in silent:
        writer.close()
    server.until("refuse", reason="handshake")


async def test_when_a_parked_process_is_killed_another_takes_its_place(serve: Serve) -> None:
    server = serve("--anonymous")
    await until(lambda: len(server.children(server.zygote)) == 2)
    gone = server.children(server.zygote)
    for process in gone:
        os.kill(process, signal.SIGKILL)
    await until(
        lambda: (
            len(server.children(server.zygote)) == 2
            and not set(gone) & set(server.children(server.zygote))
        )
    )
    await is_well(server)
