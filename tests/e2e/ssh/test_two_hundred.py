"""Two hundred sessions in a row, each ended in another way, leave nothing behind."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from pathlib import Path

import asyncssh
import pytest

from tests.serve.served import PATIENCE, Screen, Served

_SESSIONS = 200


class Left(tuple[int, ...]):
    """Descriptors and pseudo-terminals of the server's own processes, processes, zombies."""

    @classmethod
    def now(cls, server: Served) -> Left:
        """As it stands."""
        zygote = server.zygote
        children = server.children(zygote)
        zombies = sum(_state(each) == "Z" for each in (zygote, *children))
        own = (server.process.pid, zygote)
        terminals = sum(_terminals(each) for each in own)
        return cls((*map(server.descriptors, own), terminals, len(children), zombies))


def _state(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2][0]
    except OSError:
        return "gone"


def _terminals(process: int) -> int:
    found = 0
    for each in Path(f"/proc/{process}/fd").iterdir():
        try:
            found += "/dev/pt" in str(each.readlink())
        except OSError:
            continue
    return found


async def _begin(server: Served) -> tuple[asyncssh.SSHClientConnection, Screen]:
    connection = await server.connect()
    return connection, await Screen.open(connection, TERM="xterm-256color")


async def _leave_at_once(server: Served) -> None:
    connection, _ = await _begin(server)
    connection.abort()


async def _abort(server: Served) -> None:
    connection, screen = await _begin(server)
    await screen.until("概览")
    connection.abort()


async def _resize_and_abort(server: Served) -> None:
    connection, screen = await _begin(server)
    await screen.until("概览")
    for step in range(30):
        screen.process.change_terminal_size(40 + 3 * step, 12 + step)
    connection.abort()


async def _close_the_session(server: Served) -> None:
    connection, screen = await _begin(server)
    await screen.until("概览")
    screen.process.close()
    await screen.process.wait_closed()
    connection.close()


async def _quit(server: Served) -> None:
    connection, screen = await _begin(server)
    await screen.until("概览", "退出")
    screen.type("q")
    assert await screen.ended() == 0
    connection.close()


async def _ask_apart_and_abort(server: Served) -> None:
    connection = await server.connect()
    await connection.create_process("export --all", encoding=None)
    connection.abort()


async def _ask(server: Served) -> None:
    assert (await server.ask("list players")).code == 0


_WAYS = (
    _leave_at_once, _abort, _quit, _resize_and_abort, _ask, _ask_apart_and_abort,
    _close_the_session,
)  # fmt: skip


@pytest.mark.parametrize("at_once", [1, 8])
async def test_nothing_is_left_behind(
    environment: Mapping[str, str], server: Served, at_once: int
) -> None:
    for way in _WAYS:
        await way(server)
    before = await _rest(server, None)
    for number in range(0, _SESSIONS, at_once):
        group = range(number, min(number + at_once, _SESSIONS))
        await asyncio.gather(*(_WAYS[each % len(_WAYS)](server) for each in group))
    assert await _rest(server, before) == before


async def _rest(server: Served, wanted: Left | None) -> Left:
    """What is left once two are parked and all else is gone; at worst once patience is."""
    end = time.monotonic() + PATIENCE
    seen, since = Left.now(server), time.monotonic()
    while time.monotonic() < end:
        await asyncio.sleep(0.1)
        if (now := Left.now(server)) != seen:
            seen, since = now, time.monotonic()
        if seen == wanted or (wanted is None and time.monotonic() - since > 3):
            break
    return seen
