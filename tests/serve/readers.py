"""What tests of a server do with it again and again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import asyncssh

from tests.serve.served import PATIENCE, Screen, Served


async def until(what: Callable[[], bool]) -> None:
    """Wait for something that cannot be read."""
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end
        await asyncio.sleep(0.05)


async def is_well(served: Served) -> None:
    """Somebody else gets an answer, and the panels."""
    assert (await served.ask("find 医保")).code == 0
    async with await served.connect() as connection:
        screen = await Screen.open(connection)
        await screen.until("概览")
        screen.type("q")
        assert await screen.ended() == 0


async def begin_session(
    served: Served, connection: asyncssh.SSHClientConnection
) -> tuple[Screen, int]:
    """A session that draws, and its process."""
    before = set(drawing(served))
    screen = await Screen.open(connection)
    await screen.until("概览", "退出")
    (process,) = set(drawing(served)) - before
    return screen, process


def drawing(served: Served) -> list[int]:
    """Processes of sessions: they have a terminal; those that are parked have none."""
    return [
        each
        for each in served.children(served.zygote)
        if str(Path(f"/proc/{each}/fd/0").readlink()).startswith("/dev/pts/")
    ]


def resident(served: Served) -> int:
    """Kilobytes that the front end holds in memory."""
    status = Path(f"/proc/{served.process.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])
