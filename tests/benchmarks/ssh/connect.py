"""From connecting to the first complete screen, relative to an idle Python and to OpenSSH that
starts the same app."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from tests.benchmarks.data.briefings import isolated_environ
from tests.benchmarks.measure import Command, Result, percentile, run
from tests.benchmarks.ssh.client import first_screen
from tests.benchmarks.ssh.server import environ
from tests.e2e.ssh.sshd import SSHD, Sshd
from tests.serve.server_process import ServerProcess

_MEDIAN, _SLOW = 3.0, 6.0
_SOONER = 0.1
_CONCURRENT = 10
_REST = 0.6
"""Seconds in which a session is pre-forked for the next client."""


def measure_connect(server: ServerProcess, home: Path, rounds: int) -> list[Result]:
    """Measure interleaved connections, then concurrent ones."""
    sshd = _sshd(home)
    try:
        results = asyncio.run(_compare(server, sshd, rounds))
    finally:
        if sshd:
            sshd.close()
    concurrent = tuple(1000 * one for one in asyncio.run(_concurrent(server, max(1, rounds // 5))))
    name = f"{_CONCURRENT} readers connect at once: to each one's first whole screen"
    return [
        *results,
        Result(f"{name}, median", "ms", concurrent),
        Result("  p95", "ms", concurrent, None, percentile(concurrent, 95)),
    ]


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


async def _concurrent(server: ServerProcess, rounds: int) -> list[float]:
    taken: list[float] = []
    for _ in range(rounds):
        taken += await asyncio.gather(*(first_screen(server.port) for _ in range(_CONCURRENT)))
        await asyncio.sleep(2 * _REST)
    return taken


def _milliseconds(name: str, seconds: list[float]) -> Result:
    return Result(name, "ms", tuple(1000 * one for one in seconds))
