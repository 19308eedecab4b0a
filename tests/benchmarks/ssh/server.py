"""``medbrief serve`` for the benchmarks: anonymous access on a free port; its processor time and
memory."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.data.briefings import live_briefing
from tests.benchmarks.measure import BenchmarkError
from tests.serve.server_process import ServerProcess
from tui.store import open_store

_OPTIONS = (
    *("--anonymous", "--rate", "100000", "--max-sessions", "1000"),
    *("--max-logins", "1000", "--max-connections", "1000"),
)
"""One address opens all sessions."""


def environ(home: Path) -> dict[str, str]:
    """Return the environment of the server: a compiled briefing, an empty home."""
    briefing = live_briefing()
    open_store(briefing.content, briefing.environ).close()
    return {**briefing.environ, "HOME": str(home), "MEDBRIEF_CONTENT": briefing.content}


@contextmanager
def run_server(home: Path) -> Iterator[ServerProcess]:
    """Run a server for the duration of the block."""
    try:
        server = ServerProcess(environ(home), *_OPTIONS)
    except AssertionError as error:
        raise BenchmarkError(f"medbrief serve does not start: {error}") from None
    try:
        yield server
    finally:
        server.close()


class ServerCost:
    """Processor time of the server until now: of the front end, and of all other processes."""

    def __init__(self, server: ServerProcess) -> None:
        self.front = _cpu(server.process.pid)
        self.sessions = sum(_cpu(each) for each in _descendants(server.process.pid))

    def since(self, before: ServerCost) -> tuple[float, float]:
        """Return the seconds of the front end and of the other processes that still run."""
        return self.front - before.front, self.sessions - before.sessions


class MachineLoad(NamedTuple):
    """Processor seconds of all processes on this machine until now."""

    at: float
    busy: float

    @classmethod
    def now(cls) -> MachineLoad:
        """Read it from /proc/stat (Linux)."""
        ticks = list(map(int, Path("/proc/stat").read_text("ascii").split("\n")[0].split()[1:8]))
        idle = ticks[3] + ticks[4]
        return cls(time.perf_counter(), (sum(ticks) - idle) / os.sysconf("SC_CLK_TCK"))

    def others_since(self, before: MachineLoad, ours: float) -> float:
        """Return how many cores other processes used on average. ``ours``: our own seconds."""
        return max(0.0, (self.busy - before.busy - ours) / (self.at - before.at))


def memory(server: ServerProcess) -> float:
    """Return the megabytes of all processes of the server, shared pages counted once (PSS)."""
    return sum(_pss(each) for each in (server.process.pid, *_descendants(server.process.pid)))


def _descendants(process: int) -> list[int]:
    found: list[int] = []
    try:
        lists = [
            path.read_text("ascii") for path in Path(f"/proc/{process}/task").glob("*/children")
        ]
    except OSError:  # the process has just ended
        return found
    for child in (int(word) for each in lists for word in each.split()):
        found += [child, *_descendants(child)]
    return found


def _cpu(process: int) -> float:
    try:
        return time.clock_gettime(((~process) << 3) | 2)  # see clock_getcpuclockid
    except OSError:
        return 0.0


def _pss(process: int) -> float:
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0.0
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.M)
    return int(found[1]) / 1024 if found else 0.0
