"""Measuring: the processor time of a command, pairs taken turn by turn, medians and spread."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class BenchmarkError(Exception):
    """Something could not be run; the text says what, and how to mend it."""


class Spent(NamedTuple):
    """Seconds of a child process: user and system together, and by the clock."""

    cpu: float
    wall: float


class Command(NamedTuple):
    """A command line. ``words``: the program's path first."""

    name: str
    words: tuple[str, ...]
    environ: Mapping[str, str]


class Result(NamedTuple):
    """One thing that was measured: the median of ``values`` and where most of them lie.

    ``limit``: what it is wanted not to exceed; None for a figure that is only told.
    ``middle``: what of the values counts, where it is not their median.
    """

    name: str
    unit: str
    values: tuple[float, ...]
    limit: float | None = None
    middle: float | None = None

    @property
    def value(self) -> float:
        """What is compared with the limit."""
        return statistics.median(self.values) if self.middle is None else self.middle

    @property
    def spread(self) -> tuple[float, float]:
        """The quartiles: half of the values lie between them."""
        return percentile(self.values, 25), percentile(self.values, 75)

    @property
    def holds(self) -> bool | None:
        """Whether the limit does; None without one."""
        return None if self.limit is None else self.value <= self.limit


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` percent of the values lie."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * share / 100
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def run(command: Command) -> Spent:
    """Run a command to its end, its output thrown away.

    Raises:
        BenchmarkError: it cannot be run, or fails.
    """
    silent = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    start = time.perf_counter()
    try:
        child = os.posix_spawn(
            command.words[0], command.words, command.environ, file_actions=silent
        )
    except OSError as error:
        raise BenchmarkError(f"{command.name}: {error}") from None
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    if status:
        code = os.waitstatus_to_exitcode(status)
        raise BenchmarkError(f"{command.name} ended with exit code {code}")
    return Spent(usage.ru_utime + usage.ru_stime, wall)


def compare(commands: Sequence[Command], rounds: int) -> list[list[Spent]]:
    """What each command spends, ``rounds`` times. They take turns, in an order that turns about
    too: whatever else the machine does meets all of them alike."""
    spent: list[list[Spent]] = [[] for _ in commands]
    for command in commands:  # what is compiled or cached at the first time is so after this
        run(command)
    for number in range(rounds):
        places = range(len(commands))
        for place in reversed(places) if number % 2 else places:
            spent[place].append(run(commands[place]))
    return spent


def ratios(these: Sequence[Spent], those: Sequence[Spent]) -> tuple[float, ...]:
    """Processor time of the one by that of the other, round by round."""
    return tuple(one.cpu / other.cpu for one, other in zip(these, those, strict=True))
