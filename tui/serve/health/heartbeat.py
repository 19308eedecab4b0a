"""Whether the event loop runs and the workers answer, checked at intervals."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from tui.serve.health.http_endpoint import Response
from tui.serve.observability.log import Log

_INTERVAL = 10.0
"""Seconds between two checks, unless systemd's watchdog needs them more often."""
_DEAD = 60.0
"""Seconds without an answer after which the server counts as dead: twice the longest delay before a
zygote that keeps dying is restarted."""


class Heartbeat:
    """Asks the workers to answer, again and again.

    ``wait_for_answer``: returns once they have; ``on_answer``: called after each answer;
    ``on_silence``: called whenever an answer is overdue;
    ``watchdog_interval``: largest interval in seconds, 0 for no watchdog.
    """

    def __init__(
        self,
        wait_for_answer: Callable[[], Awaitable[None]],
        on_answer: Callable[[], None],
        on_silence: Callable[[], None],
        watchdog_interval: float,
        log: Log,
    ) -> None:
        self._wait_for_answer = wait_for_answer
        self._on_answer = on_answer
        self._on_silence = on_silence
        self._interval = min(watchdog_interval or _INTERVAL, _INTERVAL)
        self._log = log
        self._last_answer = asyncio.get_running_loop().time()
        self._missed = False

    async def run(self) -> None:
        """Check until the task is cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            try:
                async with asyncio.timeout(self._interval):
                    await self._wait_for_answer()
            except TimeoutError:
                if not self._missed:
                    self._log.event("workers", what="no answer", seconds=self._interval)
                self._missed = True
                self._on_silence()
                continue
            if self._missed:
                self._log.event("workers", what="answer again")
            self._missed, self._last_answer = False, loop.time()
            self._on_answer()
            await asyncio.sleep(self._interval)

    async def respond(self) -> Response:
        """Return 200, or 503 if the last answer is too long ago."""
        silence = asyncio.get_running_loop().time() - self._last_answer
        if silence > _DEAD:
            body = f"no answer from the workers for {silence:.0f} s\n".encode()
            return Response(HTTPStatus.SERVICE_UNAVAILABLE, body)
        return Response(HTTPStatus.OK, b"live\n")
