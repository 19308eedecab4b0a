"""Worker pools one after the other: a zygote that dies or hangs is replaced, with back-off."""

from __future__ import annotations

import asyncio
import signal

from tui.serve.observability.death_counter import DeathCounter
from tui.serve.observability.log import Log
from tui.serve.observability.metrics import Metrics
from tui.serve.workers.job import Job
from tui.serve.workers.pool import WorkerPool

_FIRST_RETRY, _MAX_RETRY = 0.1, 30.0
"""Seconds until a dead zygote is replaced. The first replacement is immediate; with each further
death the delay doubles from the first value to the second."""
_STABLE = 60.0
"""Seconds that a zygote must live for the next replacement to be immediate again."""
_SILENCE, _START_TIME = 10.0, 60.0
"""Seconds without an answer after which a zygote is killed: once it has started, and before."""
_MAX_WAIT = 2.0
"""Longest restart delay during which new sessions wait; with a longer one they are refused."""


class RestartingPool:
    """Starts jobs in the current zygote.

    A job that a zygote has read is never given to another one: the request may be what killed it.
    One that waited for the zygote, or arrives between two zygotes, is started in the next one.
    ``image``: the compiled briefing.

    Raises:
        OSError: the first zygote cannot be started.
    """

    closed = False
    """A job in the queue gets an exit status."""

    def __init__(self, image: bytes, log: Log, metrics: Metrics) -> None:
        self._image = image
        self._log = log
        self._metrics = metrics
        self._death_counter = DeathCounter("zygote", log, metrics)
        self._ready, self._answered = asyncio.Event(), asyncio.Event()
        self._queue: list[Job] = []
        self._retry = 0.0
        self._restart: asyncio.TimerHandle | None = None
        self._restarted = self._stopped = False
        self._pool = WorkerPool(image, self)
        self._retired: list[WorkerPool] = []
        self._started = self._last_answer = self._now()

    async def wait_until_ready(self) -> None:
        """Wait until the current zygote can fork sessions."""
        await self._ready.wait()

    async def wait_for_answer(self) -> None:
        """Wait until the current zygote has answered a ping."""
        await self._ready.wait()
        self._answered.clear()
        self._pool.ping()
        await self._answered.wait()

    def kill_silent_zygote(self) -> None:
        """Kill a zygote that has been stopped or hangs, so that it is replaced."""
        limit = _SILENCE if self._ready.is_set() else _START_TIME
        if not self._pool.closed and self._now() - self._last_answer >= limit:
            self._pool.kill()

    def start(self, job: Job) -> None:
        """Start a session process, now or when the next zygote is there.

        Raises:
            OSError: there is no zygote and none will start soon.
            ValueError: the request is too long or no valid Unicode.
        """
        if not self._pool.closed:
            try:
                self._pool.start(job)
                return
            except (BrokenPipeError, ConnectionResetError):  # its death is not processed yet
                self._pool.drain_messages()
        self._start_or_queue(job)

    def _start_or_queue(self, job: Job) -> None:
        if not self._pool.closed:
            self._pool.start(job)
        elif self._restart and self._restart.when() - self._now() <= _MAX_WAIT:
            job.owner = self
            self._queue.append(job)
        else:
            raise OSError("no process to start a session in")

    def replace(self, image: bytes) -> None:
        """Start a zygote with another briefing; the old one ends with its last session.

        Raises:
            OSError: it cannot be started; the old one stays.
        """
        old, self._pool = self._pool, WorkerPool(image, self)
        self._image = image
        self._zygote_started()
        self._queue += old.retire()
        self._retired = [pool for pool in (*self._retired, old) if not pool.closed]
        self._start_queue()

    def close(self) -> None:
        """End the zygote, those of earlier briefings, and all session processes."""
        self._stopped = True
        if self._restart:
            self._restart.cancel()
        for pool in (*self._retired, self._pool):
            pool.close()
        self._fail(self._queue)

    # -- owner of the jobs in the queue

    def signal_job(self, job: Job, number: signal.Signals) -> None:  # noqa: ARG002
        """End a job that has not started: every signal it gets is meant to end it."""
        if job in self._queue:
            self._queue.remove(job)
            job.start_failed()

    def forget(self, job: Job) -> None:
        """Remove a job from the queue."""
        if job in self._queue:
            self._queue.remove(job)
            job.close_descriptors()

    # -- owner of the pool

    def zygote_ready(self) -> None:
        """Log it, unless the server has just started."""
        if self._restarted:
            self._log.event("zygote", what="ready", process=self._pool.pid)
        self._last_answer = self._now()
        self._ready.set()

    def zygote_answered(self) -> None:
        """Wake up what waits for an answer."""
        self._last_answer = self._now()
        self._answered.set()

    def problem(self, text: str) -> None:
        """Log a problem of the zygote."""
        self._log.event("zygote", what="problem", error=text)

    def zygote_died(self, pending: list[Job]) -> None:
        """Replace the zygote, later if they keep dying."""
        now = self._now()
        self._ready.clear()
        if now - self._started >= _STABLE:
            self._retry = 0.0
        delay, self._retry = self._retry, min(max(self._retry * 2, _FIRST_RETRY), _MAX_RETRY)
        self._metrics.zygote_restarts.inc()
        self._log.event("zygote", what="died", retry_in=delay)
        self._death_counter.count()
        self._fail([job for job in pending if job.taken or job.attempts > 1])
        for job in pending:
            if not job.taken and job.attempts <= 1:
                job.owner = self
                self._queue.append(job)
        self._schedule_restart(delay)

    def _schedule_restart(self, delay: float) -> None:
        if delay > _MAX_WAIT:
            self._fail(self._queue)
        if delay:
            self._restart = asyncio.get_running_loop().call_later(delay, self._restart_zygote)
        else:
            self._restart_zygote()

    def _restart_zygote(self) -> None:
        self._restart = None
        if self._stopped or not self._pool.closed:  # replaced meanwhile
            return
        try:
            self._pool = WorkerPool(self._image, self)
        except OSError as error:  # out of memory or processes
            self._log.event("zygote", what=f"not started: {error}", retry_in=_MAX_RETRY)
            self._schedule_restart(_MAX_RETRY)
            return
        self._zygote_started()
        self._start_queue()

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()

    def _zygote_started(self) -> None:
        self._ready.clear()
        self._started = self._last_answer = self._now()
        self._restarted = True

    def _start_queue(self) -> None:
        queue, self._queue = self._queue, []
        for job in queue:
            try:
                self._pool.start(job)
            except (OSError, ValueError):
                job.start_failed()

    def _fail(self, jobs: list[Job]) -> None:
        for job in list(jobs):
            self.forget(job)
            job.start_failed()
