"""A session process that stops or spins harms no other, and is ended."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.e2e.ssh.conftest import StartServer
from tests.serve.sessions import assert_serves_others, open_app, wait_until

_SITECUSTOMIZE = """
import signal

def spin(*_):
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    while True:
        pass

signal.signal(signal.SIGUSR1, spin)
"""
"""On SIGUSR1, every Python process of the server ignores signals and spins."""
_SIGNALS = [signal.SIGSTOP, signal.SIGUSR1]


@pytest.fixture
def spin_on_signal(tmp_path: Path) -> str:
    """A PYTHONPATH for the server."""
    (tmp_path / "sitecustomize.py").write_text(_SITECUSTOMIZE)
    return str(tmp_path)


@pytest.mark.parametrize("number", _SIGNALS)
async def test_a_hanging_session_ends_with_its_client(
    start_server: StartServer, spin_on_signal: str, number: signal.Signals
) -> None:
    server = start_server("--anonymous", "--rate", "1000", PYTHONPATH=spin_on_signal)
    async with await server.connect() as other:
        running, _ = await open_app(server, other)
        connection = await server.connect()
        _, pid = await open_app(server, connection)
        os.kill(pid, number)
        await assert_serves_others(server)
        running.type("L")
        await running.wait_for("Overview", "quit")
        assert Path(f"/proc/{pid}").exists()
        connection.abort()
        await wait_until(lambda: not Path(f"/proc/{pid}").exists())
        running.type("L")
        await running.wait_for("概览", "退出")


@pytest.mark.parametrize("number", _SIGNALS)
async def test_a_hanging_session_ends_at_its_maximum_time_with_a_message(
    start_server: StartServer, spin_on_signal: str, number: signal.Signals
) -> None:
    server = start_server("--anonymous", "--max-time", "4", PYTHONPATH=spin_on_signal)
    async with await server.connect() as connection:
        screen, pid = await open_app(server, connection)
        os.kill(pid, number)
        assert await screen.wait_for_exit() == 0
        assert "会话已达时长上限" in screen.text
        assert screen.is_restored
        assert not Path(f"/proc/{pid}").exists()
    assert server.wait_for_event("end", kind="app")["reason"] == "max-time"
