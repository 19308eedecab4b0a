"""``medbrief serve`` as it is measured: for anybody, on a free port; what its processes cost."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.measure import BenchmarkError
from tests.benchmarks.shelf import real
from tests.serve.server_process import ServerProcess
from tui.store import open_store

_OPTIONS = ("--anonymous", "--rate", "100000", "--max-sessions", "1000")


def environ(home: Path) -> dict[str, str]:
    """Of a server whose briefing is compiled and whose home is nobody's."""
    briefing = real()
    open_store(briefing.content, briefing.environ).close()
    return {**briefing.environ, "HOME": str(home), "MEDBRIEF_CONTENT": briefing.content}


@contextmanager
def serving(home: Path) -> Iterator[ServerProcess]:
    """A server, ended when the block is."""
    try:
        server = ServerProcess(environ(home), *_OPTIONS)
    except AssertionError as error:
        raise BenchmarkError(f"medbrief serve does not start: {error}") from None
    try:
        time.sleep(1)  # panels are parked for the first readers
        yield server
    finally:
        server.close()


class Cost:
    """What a server's processes have cost by now: the front end's, and all others'."""

    def __init__(self, server: ServerProcess) -> None:
        self.front = _cpu(server.process.pid)
        self.others = sum(_cpu(each) for each in _offspring(server.process.pid))

    def since(self, before: Cost) -> tuple[float, float]:
        """Seconds of processor time: of the front end, of the others (those that still live)."""
        return self.front - before.front, self.others - before.others


class Machine(NamedTuple):
    """The processor time that all processes of this machine have had by now, in seconds."""

    at: float
    busy: float

    @classmethod
    def now(cls) -> Machine:
        """As Linux counts it."""
        ticks = list(map(int, Path("/proc/stat").read_text("ascii").split("\n")[0].split()[1:8]))
        idle = ticks[3] + ticks[4]
        return cls(time.perf_counter(), (sum(ticks) - idle) / os.sysconf("SC_CLK_TCK"))

    def others_since(self, before: Machine, ours: float) -> float:
        """How many cores others than us held, on average; ``ours``: seconds of processor time."""
        return max(0.0, (self.busy - before.busy - ours) / (self.at - before.at))


def memory(server: ServerProcess) -> float:
    """Megabytes of all its processes, what they share counted once (PSS)."""
    return sum(_pss(each) for each in (server.process.pid, *_offspring(server.process.pid)))


def _offspring(process: int) -> list[int]:
    found: list[int] = []
    try:
        lists = [
            path.read_text("ascii") for path in Path(f"/proc/{process}/task").glob("*/children")
        ]
    except OSError:  # it has just ended
        return found
    for child in (int(word) for each in lists for word in each.split()):
        found += [child, *_offspring(child)]
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
