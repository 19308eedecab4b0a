"""From connecting to the first complete screen, relative to an idle Python and to OpenSSH that
starts the same app."""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

import asyncssh

from tests.benchmarks.data.briefings import isolated_environ
from tests.benchmarks.measure import Command, Result, percentile, run
from tests.benchmarks.ssh.client import connect, first_screen, open_app
from tests.benchmarks.ssh.server import ServerCost, environ
from tests.e2e.ssh.sshd import SSHD, Sshd
from tests.serve.server_process import ServerProcess

_MEDIAN, _SLOW = 3.0, 6.0
_SOONER = 0.1
_CONCURRENT: dict[int, float | None] = {10: None, 60: 1000.0}
"""Readers that connect at once; the limit for the median of their first whole screens, in ms."""
_REST = 0.6
"""Seconds in which the processes of closed sessions end."""


def measure_connect(server: ServerProcess, home: Path, rounds: int) -> list[Result]:
    """Measure interleaved connections, then concurrent ones."""
    sshd = _sshd(home)
    try:
        results = asyncio.run(_compare(server, sshd, rounds))
    finally:
        if sshd:
            sshd.close()
    return [*results, *_measure_concurrent(server, max(1, rounds // 5))]


def _measure_concurrent(server: ServerProcess, rounds: int) -> list[Result]:
    """Measure readers that connect at once, with the processor time of each."""
    results = []
    for readers, limit in _CONCURRENT.items():
        times: list[float] = []
        costs: list[float] = []
        for _ in range(rounds):
            before = ServerCost(server)
            times += asyncio.run(_connect_at_once(server, readers, before, costs))
            time.sleep(2 * _REST)
        name = f"{readers} readers connect at once: to each one's first whole screen"
        results += [
            Result(f"{name}, median", "ms", tuple(times), limit),
            Result("  p95", "ms", tuple(times), None, percentile(times, 95)),
            Result("  CPU of the server, each", "ms", tuple(costs)),
        ]
    return results


async def _connect_at_once(
    server: ServerProcess, readers: int, before: ServerCost, costs: list[float]
) -> list[float]:
    """Return the milliseconds of each; add the server's processor milliseconds of one."""

    async def connect_one() -> tuple[float, asyncssh.SSHClientConnection]:
        start = time.perf_counter()
        connection = await connect(server.port)
        complete = await (await open_app(connection)).first_complete()
        return 1000 * (complete - start), connection

    opened = await asyncio.gather(*(connect_one() for _ in range(readers)))
    costs.append(1000 * sum(ServerCost(server).since(before)) / readers)
    for _, connection in opened:
        connection.close()
    await asyncio.gather(*(connection.wait_closed() for _, connection in opened))
    return [milliseconds for milliseconds, _ in opened]


def _sshd(home: Path) -> Sshd | None:
    """Start OpenSSH with ``medbrief session`` as forced command; None if it is not installed."""
    if not SSHD:
        sys.stderr.write("skipped: sessions under OpenSSH (openssh-server is not installed)\n")
        return None
    folder = home / "sshd"
    folder.mkdir()
    names = ("MEDBRIEF_CONTENT", "XDG_CACHE_HOME", "HOME")
    return Sshd(folder, {name: environ(home)[name] for name in names})


async def _compare(server: ServerProcess, sshd: Sshd | None, rounds: int) -> list[Result]:
    idle = Command("python -c pass", (sys.executable, "-c", "pass"), isolated_environ())
    of_idle: list[float] = []
    ours: list[float] = []
    theirs: list[float] = []
    for number in range(rounds + 1):
        for which in (0, 1, 2) if number % 2 else (2, 1, 0):
            if which == 0:
                of_idle.append(run(idle).wall)
            elif which == 1:
                ours.append(await first_screen(server.port))
                await asyncio.sleep(_REST)
            elif sshd:
                theirs.append(await _first_screen_under(sshd))
    ours, theirs = ours[1:], theirs[1:]  # the first round is a warm-up
    unit = sorted(of_idle[1:])[rounds // 2]
    times = tuple(one / unit for one in ours)
    name = "connect to the first whole screen"
    results = [
        _milliseconds("python -c pass: wall", of_idle[1:]),
        _milliseconds(name, ours),
        Result(f"{name} / python -c pass: median", "x", times, _MEDIAN),
        Result("  p95", "x", times, _SLOW, percentile(times, 95)),
    ]
    if theirs:
        shares = tuple(one / other for one, other in zip(ours, theirs, strict=True))
        results += [
            _milliseconds("  the same under OpenSSH and ForceCommand", theirs),
            Result(f"{name} / under OpenSSH", "x", shares, _SOONER),
        ]
    return results


async def _first_screen_under(sshd: Sshd) -> float:
    key = str(Path(sshd.client.key))
    return await first_screen(
        sshd.port, client_keys=[key], username=sshd.client.destination.partition("@")[0]
    )


def _milliseconds(name: str, seconds: list[float]) -> Result:
    return Result(name, "ms", tuple(1000 * one for one in seconds))
