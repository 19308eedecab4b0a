"""A reader who types faster than the app handles keys is throttled."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.e2e.ssh.conftest import StartServer
from tests.serve.server_process import ServerProcess
from tests.serve.sessions import assert_serves_others, open_app, wait_until


def _memory(pid: int) -> int:
    """Resident megabytes of a process."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) // 1024


async def _flood(server: ServerProcess, keys: bytes) -> None:
    connection = await server.connect()
    screen, pid = await open_app(server, connection)
    before = _memory(pid)
    screen.process.stdin.write(keys * (2_000_000 // len(keys)))
    for _ in range(30):
        await asyncio.sleep(0.1)
        assert _memory(pid) < before + 30
    connection.abort()
    await wait_until(lambda: not Path(f"/proc/{pid}").exists())


@pytest.mark.parametrize("keys", [b"L", b"/aaaa", b"\x1b[<35;10;10M\x1b[<65;9;9M"])
async def test_unread_keys_take_no_memory_and_do_not_delay_the_end(
    start_server: StartServer, keys: bytes
) -> None:
    server = start_server("--anonymous")
    await _flood(server, keys)
    await assert_serves_others(server)
    assert not [event for event in server.events if event["event"] == "crash"]
