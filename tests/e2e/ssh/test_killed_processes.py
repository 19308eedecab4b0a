"""Processes that are killed or cannot do all of their job harm no other and leave nothing."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from tests.e2e.ssh.conftest import StartServer
from tests.serve.server_process import SshScreen
from tests.serve.sessions import assert_serves_others, open_app, wait_until

_NO_POLL = """
import selectors

def fail():
    raise OSError("no poll")

selectors.PollSelector = fail
"""


async def test_a_killed_front_end_takes_all_its_processes_with_it(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous")
    connection = await server.connect()
    _, app = await open_app(server, connection)
    _, stopped = await open_app(server, connection)
    os.kill(stopped, signal.SIGSTOP)
    processes = [server.zygote, app, stopped]
    server.process.kill()
    await wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in processes))
    await connection.wait_closed()


async def test_a_killed_zygote_leaves_its_sessions_and_they_end_with_their_clients(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous")
    async with await server.connect() as other:
        screen, kept = await open_app(server, other)
        connection = await server.connect()
        _, ended = await open_app(server, connection)
        os.kill(server.zygote, signal.SIGKILL)
        server.wait_for_event("zygote", what="ready")
        connection.abort()
        await wait_until(lambda: not Path(f"/proc/{ended}").exists())
        assert Path(f"/proc/{kept}").exists()
        screen.type("q")
        assert await screen.wait_for_exit() == 0
    await wait_until(lambda: not Path(f"/proc/{kept}").exists())
    await assert_serves_others(server)


async def test_sessions_start_where_no_app_can_be_composed_in_advance(
    start_server: StartServer, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(_NO_POLL)
    server = start_server("--anonymous", PYTHONPATH=str(tmp_path))
    event = server.wait_for_event("zygote", what="problem")
    assert event["error"].startswith("warm-up: OSError: no poll (")
    await assert_serves_others(server)


async def test_a_stopped_zygote_is_replaced_and_waiting_sessions_start(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous")
    stopped = server.zygote
    async with await server.connect() as other:
        kept, _ = await open_app(server, other)
        os.kill(stopped, signal.SIGSTOP)
        waiting = await SshScreen.open(other)
        await waiting.wait_for("概览", "退出")
        server.wait_for_event("zygote", what="died")
        assert server.zygote != stopped
        for screen in (kept, waiting):
            screen.type("q")
            assert await screen.wait_for_exit() == 0
    await assert_serves_others(server)
