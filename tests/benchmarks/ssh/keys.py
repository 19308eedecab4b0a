"""A key in one of many sessions in which all type: until the last byte of the repaint.

Other load on the machine delays the sessions. Of several tries the one with the least other load
counts, and that load is reported.
"""

from __future__ import annotations

import subprocess
import sys

from tests.benchmarks.measure import BenchmarkError, Result, percentile
from tests.benchmarks.ssh.server import MachineLoad, ServerCost
from tests.benchmarks.ssh.typing_clients import READY, KeyTimes, parse_key_times
from tests.serve.server_process import ServerProcess

_READERS = ((1, 4), (20, 4), (1, 1), (60, 1))
"""Numbers of readers, and the keys that each presses in a second: four is moving through a list,
one is reading. Sixty readers with four keys would take all of two cores."""
_LIMITED, _LIMIT = (20, 4), 40.0
_RATIO = 1.3
_SECONDS, _LEAST_KEYS = 12, 48
"""How long the readers type; a single one long enough for a percentile."""
_TRIES = 3
_QUIET = 0.1
"""Cores: with less other load a try is accepted."""


def measure_keys(server: ServerProcess, rounds: int) -> list[Result]:
    """Measure the time and the processor time of a key with one session, then with many."""
    results: list[Result] = []
    p95: dict[tuple[int, int], float] = {}
    for sessions, keys in _READERS:
        times = _least_disturbed(server, sessions, keys, max(1, min(_TRIES, rounds // 3)))
        limit = _LIMIT if (sessions, keys) == _LIMITED else None
        first, last = times.first_byte, times.last_byte
        p95[sessions, keys] = percentile(last, 95)
        name = f"{sessions} reader{'s'[: sessions - 1]}, {keys} key{'s'[: keys - 1]} a second each"
        results += [
            Result(f"{name}: key to repaint, median", "ms", last),
            Result("  p95", "ms", last, limit, percentile(last, 95)),
            Result("  p95 to its first byte", "ms", first, None, percentile(first, 95)),
            Result("  CPU of the session, a key", "ms", (times.session_cpu,)),
            Result("  CPU of the front end, a key", "ms", (times.front_end_cpu,)),
            Result("  CPU of the clients, a key", "ms", (times.client_cpu,)),
            Result("  bytes a key", "B", (times.bytes,)),
            Result("  cores used by other processes meanwhile", "", (times.other_load,)),
        ]
    ratio = p95[60, 1] / p95[1, 1]
    results.append(Result("  p95 of 60 readers / of one", "x", (ratio,), _RATIO))
    return results


def _least_disturbed(server: ServerProcess, sessions: int, keys: int, tries: int) -> KeyTimes:
    found: list[KeyTimes] = []
    while len(found) < tries and not (found and found[-1].other_load < _QUIET):
        found.append(_run_clients(server, sessions, keys))
    return min(found, key=lambda times: times.other_load)


def _run_clients(server: ServerProcess, sessions: int, keys: int) -> KeyTimes:
    """Type in a separate process of higher priority, whose own waits do not count."""
    seconds = max(_SECONDS, _LEAST_KEYS // (sessions * keys))
    words = ("-m", "tests.benchmarks.ssh.typing_clients", server.port, sessions, seconds, keys)
    with subprocess.Popen(
        [sys.executable, *map(str, words)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as clients:
        assert clients.stdin
        assert clients.stdout
        if clients.stdout.readline() != READY:
            raise BenchmarkError("the clients could not open the app over SSH")
        cost, machine = ServerCost(server), MachineLoad.now()
        clients.stdin.write(b"\n")
        clients.stdin.flush()
        printed = clients.stdout.readline()
        front_end, of_sessions = ServerCost(server).since(cost)
        after = MachineLoad.now()
        clients.stdin.write(b"\n")
        clients.stdin.flush()
    return parse_key_times(
        printed, front_end, of_sessions, lambda ours: after.others_since(machine, ours)
    )
