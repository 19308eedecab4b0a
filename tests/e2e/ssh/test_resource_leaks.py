"""Two hundred sessions, ended in different ways, leave nothing behind."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import NamedTuple

import asyncssh
import pytest

from tests.serve.server_process import ServerProcess, SshScreen
from tests.serve.sessions import wait_until, wait_until_stable

_SESSIONS = 200


class Resources(NamedTuple):
    """What the server's processes hold. ``front_end`` and ``zygote``: open descriptors."""

    front_end: int
    zygote: int
    terminals: int
    sessions: int
    zombies: int

    @classmethod
    def of(cls, server: ServerProcess) -> Resources:
        """The resources of a running server."""
        zygote = server.zygote
        children = server.children(zygote)
        return cls(
            server.descriptors(),
            server.descriptors(zygote),
            _terminals(server.process.pid) + _terminals(zygote),
            len(children),
            sum(_state(pid) == "Z" for pid in (zygote, *children)),
        )


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]
    except OSError:
        return "gone"


def _terminals(pid: int) -> int:
    count = 0
    for link in Path(f"/proc/{pid}/fd").iterdir():
        try:
            count += "/dev/pt" in str(link.readlink())
        except OSError:
            continue
    return count


async def _open(server: ServerProcess) -> tuple[asyncssh.SSHClientConnection, SshScreen]:
    connection = await server.connect()
    return connection, await SshScreen.open(connection, TERM="xterm-256color")


async def _abort_during_start(server: ServerProcess) -> None:
    connection, _ = await _open(server)
    connection.abort()


async def _abort(server: ServerProcess) -> None:
    connection, screen = await _open(server)
    await screen.wait_for("概览")
    connection.abort()


async def _resize_and_abort(server: ServerProcess) -> None:
    connection, screen = await _open(server)
    await screen.wait_for("概览")
    for step in range(30):
        screen.process.change_terminal_size(40 + 3 * step, 12 + step)
    connection.abort()


async def _close_the_session(server: ServerProcess) -> None:
    connection, screen = await _open(server)
    await screen.wait_for("概览")
    screen.process.close()
    await screen.process.wait_closed()
    connection.close()


async def _quit(server: ServerProcess) -> None:
    connection, screen = await _open(server)
    await screen.wait_for("概览", "退出")
    screen.type("q")
    assert await screen.wait_for_exit() == 0
    connection.close()


async def _run_in_worker_and_abort(server: ServerProcess) -> None:
    connection = await server.connect()
    await connection.create_process("export --all", encoding=None)
    connection.abort()


async def _run(server: ServerProcess) -> None:
    assert (await server.run("list players")).code == 0


_SCENARIOS = (
    _abort_during_start, _abort, _quit, _resize_and_abort, _run, _run_in_worker_and_abort,
    _close_the_session,
)  # fmt: skip


@pytest.mark.parametrize("concurrent", [1, 8])
async def test_sessions_leave_no_descriptor_terminal_or_process(
    server: ServerProcess, concurrent: int
) -> None:
    for scenario in _SCENARIOS:
        await scenario(server)
    before = await wait_until_stable(lambda: Resources.of(server), 3)
    for number in range(0, _SESSIONS, concurrent):
        group = range(number, min(number + concurrent, _SESSIONS))
        await asyncio.gather(*(_SCENARIOS[each % len(_SCENARIOS)](server) for each in group))
    await wait_until(lambda: Resources.of(server) == before)
