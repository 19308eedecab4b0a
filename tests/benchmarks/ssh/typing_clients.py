"""``python -m tests.benchmarks.ssh.typing_clients PORT SESSIONS SECONDS``: clients that move up and
down in a list, their keys spread evenly over time.

Prints ``ready`` when all sessions are open, types after the next line of input, prints the
measurements as JSON, and disconnects after one more line.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from tests.benchmarks.ssh.client import TimedSession, connect, open_app

READY = b"ready\n"
_DOWN, _UP, _LEFT, _RIGHT = b"\x1b[B", b"\x1b[A", b"\x1b[D", b"\x1b[C"
_TO_LIST = (b"o", _LEFT, _RIGHT, _RIGHT, _DOWN)
_OPENED_AT_ONCE = 10
_PAUSE = 0.3
"""Seconds for a session to answer a key while the others open."""
_SWEEP = (*(_DOWN,) * 8, *(_UP,) * 8)


class KeyTimes(NamedTuple):
    """Milliseconds to the first and to the last byte of each repaint; averages for a key:
    processor milliseconds of the session, the front end and the client, and the bytes drawn.
    ``other_load``: cores used by other processes."""

    first_byte: tuple[float, ...]
    last_byte: tuple[float, ...]
    session_cpu: float
    front_end_cpu: float
    client_cpu: float
    bytes: float
    other_load: float


def parse_key_times(
    printed: bytes, front_end: float, sessions: float, other_load: Callable[[float], float]
) -> KeyTimes:
    """Combine the output of this program with the processor seconds of the server's processes.
    ``other_load`` is called with the processor seconds of all our processes."""
    measured = json.loads(printed)
    count = len(measured["last"])
    per_key = [1000 * seconds / count for seconds in (sessions, front_end, measured["client"])]
    load = other_load(sessions + front_end + measured["client"])
    first, last = tuple(measured["first"]), tuple(measured["last"])
    return KeyTimes(first, last, *per_key, measured["bytes"] / count, load)


class _Client:
    """One client, each at another row of the list."""

    def __init__(self, session: TimedSession, start: int) -> None:
        self._session = session
        self._next = start
        self._pressed = 0.0
        self.times: list[tuple[float, float]] = []

    def press(self) -> None:
        """Record the previous key and press the next one."""
        self.record()
        self._pressed = self._session.press(_SWEEP[self._next % len(_SWEEP)])
        self._next += 1

    def record(self) -> None:
        """Record when the last key was answered; a key without an answer counts until now."""
        if self._pressed:
            now = time.perf_counter()
            session = self._session if self._session.first else None
            first, last = (session.first, session.last) if session else (now, now)
            self.times.append((1000 * (first - self._pressed), 1000 * (last - self._pressed)))
        self._pressed = 0.0


async def _open_at_row(port: int, number: int) -> TimedSession:
    """Open the app and move to the row at which this client starts."""
    session = await open_app(await connect(port))
    for key in (*_TO_LIST, *_SWEEP[: number % len(_SWEEP)]):
        session.press(key)
        await asyncio.sleep(_PAUSE)
    return session


async def _type(port: int, count: int, seconds: float, keys: float) -> None:
    sessions: list[TimedSession] = []
    while len(sessions) < count:
        numbers = range(len(sessions), min(len(sessions) + _OPENED_AT_ONCE, count))
        sessions += await asyncio.gather(*(_open_at_row(port, number) for number in numbers))
    clients = [_Client(session, number) for number, session in enumerate(sessions)]
    gc.freeze()
    sys.stdout.buffer.write(READY)
    sys.stdout.flush()
    sys.stdin.readline()
    before = sum(session.bytes for session in sessions)
    cpu, begin = time.process_time(), time.perf_counter()
    rate = keys * count
    for number in range(int(seconds * rate)):
        wait = begin + number / rate - time.perf_counter()
        if wait > 0:
            await asyncio.sleep(wait)
        clients[number % count].press()
    await asyncio.sleep(1 / keys)
    for client in clients:
        client.record()
    times = [pair for client in clients for pair in client.times]
    measured = {
        "first": [first for first, _ in times],
        "last": [last for _, last in times],
        "bytes": sum(session.bytes for session in sessions) - before,
        "client": time.process_time() - cpu,
    }
    sys.stdout.write(f"{json.dumps(measured)}\n")
    sys.stdout.flush()
    sys.stdin.readline()


def main(words: list[str]) -> int:
    """Type with a higher priority than other processes, where that is permitted."""
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, 0, -10)
    port, sessions, seconds, keys = map(int, words)
    asyncio.run(_type(port, sessions, seconds, keys))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
