"""Many sessions: memory of each, processor time of idle ones, and the wait of the next client."""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack

import asyncssh

from tests.benchmarks.measure import Result
from tests.benchmarks.ssh.client import connect, first_screen, open_app
from tests.benchmarks.ssh.server import ServerCost, memory
from tests.serve.server_process import ServerProcess

_STEPS = (1, 10, 50, 100)
_LIMITED = 50
"""The number of sessions to which the limits apply."""
_MEMORY = 15.0
_IDLE = 10.0
_SECONDS = 10.0
_NEXT = 5
_SETTLING = 4.0
"""Seconds until closed sessions have ended."""


def measure_scaling(server: ServerProcess, rounds: int) -> list[Result]:
    """Measure 1, 10, 50 and 100 sessions."""
    return asyncio.run(_measure(server, max(_NEXT, rounds // 4)))


async def _measure(server: ServerProcess, rounds: int) -> list[Result]:
    results: list[Result] = []
    await asyncio.sleep(_SETTLING)
    before = memory(server)
    results.append(Result("memory without a session", "MB", (before,)))
    async with AsyncExitStack() as stack:
        count = 0
        for step in _STEPS:
            for _ in range(step - count):
                await open_app(await _connection(stack, server))
            count = step
            await asyncio.sleep(_SETTLING)
            each = (memory(server) - before) / step
            limit = _MEMORY if step == _LIMITED else None
            results.append(Result(f"{step} sessions: memory of each (PSS)", "MB", (each,), limit))
            share = await _core_share(server)
            limit = _IDLE if step == _LIMITED else None
            results.append(Result("  all idle: share of a core", "%", (share,), limit))
            waits = []
            for _ in range(rounds):
                waits.append(1000 * await first_screen(server.port))
                await asyncio.sleep(0.6)
            results.append(Result("  the next one's first whole screen", "ms", tuple(waits)))
    return results


async def _connection(stack: AsyncExitStack, server: ServerProcess) -> asyncssh.SSHClientConnection:
    connection = await connect(server.port)
    stack.push_async_callback(connection.wait_closed)
    stack.callback(connection.close)
    return connection


async def _core_share(server: ServerProcess) -> float:
    """Return the percentage of a core that the server uses."""
    cost, start = ServerCost(server), time.perf_counter()
    await asyncio.sleep(_SECONDS)
    return 100 * sum(ServerCost(server).since(cost)) / (time.perf_counter() - start)
