"""Work that is requested more often than it can be done."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from tui.serve.observability.log import Log


class CoalescedTask:
    """Runs ``work`` in the background: one run at a time, and at most one more that waits for it.

    All requests during a run are answered by one further run, which starts after the last of them.
    An exception of a run is logged with ``name``, and the next run starts.
    """

    def __init__(self, name: str, work: Callable[[], Awaitable[None]], log: Log) -> None:
        self._name = name
        self._work = work
        self._log = log
        self._requested = self._closed = False
        self._task: asyncio.Task[None] | None = None

    def request(self) -> None:
        """Run now, or once more after the present run."""
        if self._closed:
            return
        self._requested = True
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._run())

    async def close(self) -> None:
        """Cancel the run, and the one that waits; ignore further requests."""
        self._closed = True
        if self._task:
            self._task.cancel()
            await asyncio.wait([self._task])

    async def _run(self) -> None:
        try:
            while self._requested:
                self._requested = False
                try:
                    await self._work()
                except Exception as error:
                    what = f"{self._name} failed: {type(error).__name__}: {error}"[:200]
                    self._log.event("error", what=what)
        finally:
            self._task = None
