"""Measuring: processor time of commands, interleaved runs, medians and quartiles."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class BenchmarkError(Exception):
    """Something could not be run; the text says what, and what to do."""


class Spent(NamedTuple):
    """Seconds of a child process: processor time (user and system) and wall-clock time."""

    cpu: float
    wall: float


class Command(NamedTuple):
    """A command line. ``words``: the path of the program first."""

    name: str
    words: tuple[str, ...]
    environ: Mapping[str, str]


class Result(NamedTuple):
    """One measurement.

    ``limit``: the target maximum; None for a value without a target. ``middle``: the value
    that counts, where it is not the median of ``values``.
    """

    name: str
    unit: str
    values: tuple[float, ...]
    limit: float | None = None
    middle: float | None = None

    @property
    def value(self) -> float:
        """The value that is compared with the limit."""
        return statistics.median(self.values) if self.middle is None else self.middle

    @property
    def spread(self) -> tuple[float, float]:
        """The first and third quartile."""
        return percentile(self.values, 25), percentile(self.values, 75)

    @property
    def holds(self) -> bool | None:
        """Whether the limit holds; None without one."""
        return None if self.limit is None else self.value <= self.limit


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which ``share`` percent of the values are."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * share / 100
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def run(command: Command) -> Spent:
    """Run a command to its end and discard its output.

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
    """Return what each command spends in ``rounds`` runs. The runs are interleaved, every other
    round in reverse order, so that other load on the machine affects all commands alike."""
    spent: list[list[Spent]] = [[] for _ in commands]
    for command in commands:  # fills caches
        run(command)
    for number in range(rounds):
        indexes = range(len(commands))
        for index in reversed(indexes) if number % 2 else indexes:
            spent[index].append(run(commands[index]))
    return spent


def ratios(these: Sequence[Spent], those: Sequence[Spent]) -> tuple[float, ...]:
    """Return the ratio of the processor times in each round."""
    return tuple(one.cpu / other.cpu for one, other in zip(these, those, strict=True))
