"""A session that crashes tells its reader in one line, and the log what happened."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.e2e.ssh.conftest import StartServer
from tests.serve.sessions import assert_serves_others, open_app

# Only where the event loop waits does an exception end the app: asyncio logs one of a callback.
_SITECUSTOMIZE = """
import os, signal, threading

def fail(number, frame):
    if frame.f_code.co_name == "select":
        raise RuntimeError("first line\\nsecond line")
    threading.Timer(0.01, os.kill, (os.getpid(), number)).start()

signal.signal(signal.SIGUSR1, fail)
"""


@pytest.mark.parametrize("term", ["xterm-256color", "vt220"], ids=["template", "composed"])
async def test_a_crashed_app_prints_one_line_and_is_logged(
    start_server: StartServer, tmp_path: Path, term: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(_SITECUSTOMIZE)
    server = start_server("--anonymous", PYTHONPATH=str(tmp_path))
    async with await server.connect() as connection:
        screen, pid = await open_app(server, connection, TERM=term)
        before = len(screen.written)
        os.kill(pid, signal.SIGUSR1)
        assert await screen.wait_for_exit() == os.EX_SOFTWARE
        assert screen.is_restored
        after = screen.written[before:]
        assert after.decode().count("请重新连接") == 1
        assert b"Traceback" not in after
        assert b"RuntimeError" not in after
    event = server.wait_for_event("crash")
    assert event["error"].startswith("RuntimeError: first line second line (")
    assert event["connection"] == 1
    assert "Traceback" not in "".join(server.messages)
    await assert_serves_others(server)
