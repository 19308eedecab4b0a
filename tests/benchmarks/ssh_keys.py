"""A key of one of twenty readers who all type: to the last byte of what it repaints.

It is measured while the machine is left to it, as far as it is: readers of a machine that is busy
with something else wait for that. Of several tries the one counts in which others were busy least,
and how busy they were is told.
"""

from __future__ import annotations

import subprocess
import sys

from tests.benchmarks.measure import BenchmarkError, Result, percentile
from tests.benchmarks.ssh_server import Cost, Machine
from tests.benchmarks.ssh_typist import KEYS, OPEN, Typed, read_typed
from tests.serve.server_process import ServerProcess

_READERS = 20
_LIMIT = 40.0
_SECONDS = 12
_TRIES = 3
_QUIET = 0.1
"""Cores; where others hold less, a try is good enough."""


def typed(server: ServerProcess, rounds: int) -> list[Result]:
    """One reader, then many; what a key costs the machine is told beside how long it takes."""
    results: list[Result] = []
    for readers in (1, _READERS):
        said = _quietest(server, readers, max(1, min(_TRIES, rounds // 3)))
        limit = _LIMIT if readers == _READERS else None
        name = f"{readers} reader{'s'[: readers - 1]}, {KEYS} keys a second each"
        results += [
            Result(f"{name}: key to repaint, median", "ms", said.last),
            Result("  p95", "ms", said.last, limit, percentile(said.last, 95)),
            Result("  p95 to its first byte", "ms", said.first, None, percentile(said.first, 95)),
            Result("  CPU of the session, a key", "ms", (said.sessions,)),
            Result("  CPU of the front end, a key", "ms", (said.front,)),
            Result("  CPU of who measures, a key", "ms", (said.client,)),
            Result("  bytes a key", "B", (said.bytes,)),
            Result("  cores that others held meanwhile", "", (said.others,)),
        ]
    return results


def _quietest(server: ServerProcess, readers: int, tries: int) -> Typed:
    found: list[Typed] = []
    while len(found) < tries and not (found and found[-1].others < _QUIET):
        found.append(_type(server, readers))
    return min(found, key=lambda said: said.others)


def _type(server: ServerProcess, readers: int) -> Typed:
    """In a process of its own, which goes before all others, so that it does not measure how long
    it waited itself."""
    words = ("-m", "tests.benchmarks.ssh_typist", server.port, readers, _SECONDS)
    with subprocess.Popen(
        [sys.executable, *map(str, words)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as typist:
        assert typist.stdin
        assert typist.stdout
        if typist.stdout.readline() != OPEN:
            raise BenchmarkError("who types over SSH could not open the panels")
        cost, machine = Cost(server), Machine.now()
        typist.stdin.write(b"\n")
        typist.stdin.flush()
        said = typist.stdout.readline()
        front, sessions = Cost(server).since(cost)
        after = Machine.now()
        typist.stdin.write(b"\n")
        typist.stdin.flush()
    return read_typed(said, front, sessions, lambda ours: after.others_since(machine, ours))
