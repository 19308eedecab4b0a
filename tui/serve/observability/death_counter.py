"""Count processes that end unexpectedly, and report when that happens repeatedly."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from tui.serve.observability.log import Log
from tui.serve.observability.metrics import Metrics

_REPEATED = 5
_PERIOD = 60.0
"""As many deaths within so many seconds are reported, at most once in this time."""


class DeathCounter:
    """Counts deaths of one kind of process: ``session`` or ``zygote``."""

    def __init__(
        self, kind: str, log: Log, metrics: Metrics, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._kind = kind
        self._log = log
        self._counter = metrics.worker_deaths.labels(kind)
        self._now = now
        self._deaths: deque[float] = deque(maxlen=_REPEATED)
        self._reported = float("-inf")

    def count(self) -> None:
        """Count one death."""
        now = self._now()
        self._counter.inc()
        self._deaths.append(now)
        repeated = len(self._deaths) == _REPEATED and now - self._deaths[0] < _PERIOD
        if repeated and now - self._reported >= _PERIOD:
            self._reported = now
            self._log.event(
                "workers", what="keep dying", kind=self._kind, deaths=_REPEATED, seconds=_PERIOD
            )
