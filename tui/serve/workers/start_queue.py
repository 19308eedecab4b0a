"""Session processes that wait to be started, in turns of their readers."""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter, OrderedDict

from tui.serve.workers.job import Job

_MAX_WAIT = 10.0
"""Seconds after which a job that still waits fails."""
_MAX_READERS = 1000
"""Readers whose last turn is remembered; the one with the oldest turn is forgotten first."""


class StartQueue:
    """Chooses the next job: of the reader whose last start is longest ago.

    Among those who have had none, the reader with fewest waiting jobs is first. The jobs of one
    reader keep their order. So a reader who opens many sessions delays his own, not those of
    others (round-robin scheduling).
    """

    def __init__(self) -> None:
        self._waiting: dict[Job, asyncio.TimerHandle] = {}
        self._turns: OrderedDict[str, int] = OrderedDict()
        self._next_turn = itertools.count(1)

    def __len__(self) -> int:
        """Return the number of waiting jobs."""
        return len(self._waiting)

    def add(self, job: Job) -> None:
        """Let a job wait; it fails after 10 seconds."""
        loop = asyncio.get_running_loop()
        self._waiting[job] = loop.call_later(_MAX_WAIT, self._expired, job)

    def next_job(self) -> Job | None:
        """Return the job to start next, which stays in the queue; None if none waits."""
        counts = Counter(job.reader for job in self._waiting)
        return min(
            self._waiting,
            key=lambda job: (self._turns.get(job.reader, 0), counts[job.reader]),
            default=None,
        )

    def count_turn(self, reader: str) -> None:
        """Record that a job of a reader is started now."""
        self._turns[reader] = next(self._next_turn)
        self._turns.move_to_end(reader)
        if len(self._turns) > _MAX_READERS:
            self._turns.popitem(last=False)

    def remove(self, job: Job) -> bool:
        """Remove a job; return whether it waited."""
        timer = self._waiting.pop(job, None)
        if timer:
            timer.cancel()
        return timer is not None

    def clear(self) -> list[Job]:
        """Remove and return all jobs in the order of their arrival."""
        jobs = list(self._waiting)
        for job in jobs:
            self.remove(job)
        return jobs

    def _expired(self, job: Job) -> None:
        if self.remove(job):
            job.start_failed()
