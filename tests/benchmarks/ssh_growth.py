"""Many sessions: what each costs in memory, what all cost while nobody presses a key, and how long
the next reader waits."""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack

import asyncssh

from tests.benchmarks.measure import Result
from tests.benchmarks.ssh_reader import connect, first_screen, open_panels
from tests.benchmarks.ssh_server import Cost, memory
from tests.serve.server_process import ServerProcess

_STEPS = (1, 10, 50, 100)
_LIMITED = 50
"""The number of sessions of which limits speak."""
_MEMORY = 20.0
_IDLE = 10.0
_SECONDS = 10.0
_NEXT = 5
_GONE = 4.0
"""Seconds until sessions that were left are gone, and the next panels are parked."""


def grown(server: ServerProcess, rounds: int) -> list[Result]:
    """1, 10, 50 and 100 sessions."""
    return asyncio.run(_grown(server, max(_NEXT, rounds // 4)))


async def _grown(server: ServerProcess, rounds: int) -> list[Result]:
    results: list[Result] = []
    await asyncio.sleep(_GONE)
    before = memory(server)
    results.append(Result("memory without a session", "MB", (before,)))
    async with AsyncExitStack() as stack:
        count = 0
        for step in _STEPS:
            for _ in range(step - count):
                await open_panels(await _kept(stack, server))
            count = step
            await asyncio.sleep(_GONE)
            each = (memory(server) - before) / step
            limit = _MEMORY if step == _LIMITED else None
            results.append(Result(f"{step} sessions: memory of each (PSS)", "MB", (each,), limit))
            share = await _busy(server)
            limit = _IDLE if step == _LIMITED else None
            results.append(Result("  all idle: share of a core", "%", (share,), limit))
            waits = []
            for _ in range(rounds):
                waits.append(1000 * await first_screen(server.port))
                await asyncio.sleep(0.6)
            results.append(Result("  the next one's first whole screen", "ms", tuple(waits)))
    return results


async def _kept(stack: AsyncExitStack, server: ServerProcess) -> asyncssh.SSHClientConnection:
    connection = await connect(server.port)
    stack.push_async_callback(connection.wait_closed)
    stack.callback(connection.close)
    return connection


async def _busy(server: ServerProcess) -> float:
    cost, begun = Cost(server), time.perf_counter()
    await asyncio.sleep(_SECONDS)
    return 100 * sum(Cost(server).since(cost)) / (time.perf_counter() - begun)
