"""``python -m tests.benchmarks.ssh_typist PORT READERS SECONDS``: readers who walk up and down in a
list, their keys spread evenly over time.

Says ``open`` when all of them are there, types once it reads a line, prints what it saw, and leaves
at the next line.
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

from tests.benchmarks.ssh_reader import Reader, connect, open_panels

KEYS = 4
"""Keys a second of each reader."""
OPEN = b"open\n"
_DOWN, _UP, _LEFT, _RIGHT = b"\x1b[B", b"\x1b[A", b"\x1b[D", b"\x1b[C"
_TO_LIST = (b"o", _LEFT, _RIGHT, _RIGHT, _DOWN)
_SWEEP = (*(_DOWN,) * 8, *(_UP,) * 8)


class Typed(NamedTuple):
    """Milliseconds to the first and to the last byte of each repaint; for a key: the processor
    time that it cost the sessions, the front end and who typed it, and the bytes drawn;
    ``others``: how many cores others held."""

    first: tuple[float, ...]
    last: tuple[float, ...]
    sessions: float
    front: float
    client: float
    bytes: float
    others: float


def read_typed(
    said: bytes, front: float, sessions: float, others: Callable[[float], float]
) -> Typed:
    """What it printed, with what the server's processes cost; ``others``: told the seconds that
    all of us cost."""
    seen = json.loads(said)
    count = len(seen["last"])
    each = [1000 * seconds / count for seconds in (sessions, front, seen["client"])]
    held = others(sessions + front + seen["client"])
    return Typed(
        tuple(seen["first"]), tuple(seen["last"]), *each, seen["bytes"] / count, held
    )  # fmt: skip


class _Walk:
    """One reader, who is somewhere else in the list than others are."""

    def __init__(self, reader: Reader, begins: int) -> None:
        self._reader = reader
        self._keys = begins
        self._pressed = 0.0
        self.taken: list[tuple[float, float]] = []

    def press(self) -> None:
        """The next key, once the one before is noted."""
        self.done()
        self._pressed = self._reader.press(_SWEEP[self._keys % len(_SWEEP)])
        self._keys += 1

    def done(self) -> None:
        """Note when the last key was answered; if it never was, as if the time were up."""
        if self._pressed:
            now = time.perf_counter()
            reader = self._reader if self._reader.first else None
            first, last = (reader.first, reader.last) if reader else (now, now)
            self.taken.append((1000 * (first - self._pressed), 1000 * (last - self._pressed)))
        self._pressed = 0.0


async def _type(port: int, readers: int, seconds: float) -> None:
    sessions = []
    for _ in range(readers):
        reader = await open_panels(await connect(port))
        begins = len(sessions) % len(_SWEEP)
        for key in (*_TO_LIST, *_SWEEP[:begins]):
            reader.press(key)
            await asyncio.sleep(0.3 if key in _TO_LIST else 0.05)
        sessions.append(reader)
    walks = [_Walk(reader, number) for number, reader in enumerate(sessions)]
    gc.freeze()
    sys.stdout.buffer.write(OPEN)
    sys.stdout.flush()
    sys.stdin.readline()
    before = sum(reader.bytes for reader in sessions)
    spent, begun = time.process_time(), time.perf_counter()
    rate = KEYS * readers
    for number in range(int(seconds * rate)):
        wait = begun + number / rate - time.perf_counter()
        if wait > 0:
            await asyncio.sleep(wait)
        walks[number % readers].press()
    await asyncio.sleep(1 / KEYS)
    for walk in walks:
        walk.done()
    taken = [pair for walk in walks for pair in walk.taken]
    said = {
        "first": [first for first, _ in taken],
        "last": [last for _, last in taken],
        "bytes": sum(reader.bytes for reader in sessions) - before,
        "client": time.process_time() - spent,
    }
    sys.stdout.write(f"{json.dumps(said)}\n")
    sys.stdout.flush()
    sys.stdin.readline()


def main(words: list[str]) -> int:
    """Type, ahead of whatever else runs here (where one may say so)."""
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, 0, -10)
    port, readers, seconds = map(int, words)
    asyncio.run(_type(port, readers, seconds))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
