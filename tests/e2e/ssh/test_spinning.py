"""A session's process that hangs or spins harms no other, and is ended."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.e2e.ssh.conftest import Serve
from tests.serve.readers import begin_session, is_well, until

_SPIN = """
import signal

def spin(*_):
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    while True:
        pass

signal.signal(signal.SIGUSR1, spin)
"""
"""Has every Python process of a server spin when it is told to, and listen to nobody then."""
_HANGS = [signal.SIGSTOP, signal.SIGUSR1]


@pytest.fixture
def spins(tmp_path: Path) -> str:
    (tmp_path / "sitecustomize.py").write_text(_SPIN)
    return str(tmp_path)


@pytest.mark.parametrize("how", _HANGS)
async def test_it_ends_with_its_client_and_others_do_not_notice(
    serve: Serve, spins: str, how: signal.Signals
) -> None:
    server = serve("--anonymous", "--rate", "1000", PYTHONPATH=spins)
    async with await server.connect() as other:
        living, _ = await begin_session(server, other)
        connection = await server.connect()
        _, process = await begin_session(server, connection)
        os.kill(process, how)
        await is_well(server)
        living.type("l")
        await living.until("Overview", "quit")
        assert Path(f"/proc/{process}").exists()
        connection.abort()
        await until(lambda: not Path(f"/proc/{process}").exists())
        living.type("l")
        await living.until("概览", "退出")


@pytest.mark.parametrize("how", _HANGS)
async def test_it_ends_with_its_time_and_its_client_is_told(
    serve: Serve, spins: str, how: signal.Signals
) -> None:
    server = serve("--anonymous", "--max-time", "4", PYTHONPATH=spins)
    async with await server.connect() as connection:
        screen, process = await begin_session(server, connection)
        os.kill(process, how)
        assert await screen.ended() == 0
        assert "时间到了" in screen.text
        assert not any(screen.modes.get(mode, False) for mode in (1000, 1003, 1049))
        assert not Path(f"/proc/{process}").exists()
    assert server.until("end", kind="app")["reason"] == "max-time"
