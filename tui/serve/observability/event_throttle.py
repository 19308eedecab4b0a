"""Log events that clients cause often, without letting them fill the log."""

from __future__ import annotations

import asyncio
from collections import Counter

from tui.serve.observability.log import Log

_WINDOW = 60.0
"""Seconds after which the events that were not logged are counted in the log."""
_MAX_KINDS = 10_000
"""Kinds of events counted at a time: more addresses end the minute early."""

Kind = tuple[tuple[str, object], ...]
"""The name of an event and the fields that events of a kind share."""


class EventThrottle:
    """Logs ``limit`` events of a kind a minute, and then how many more there were."""

    def __init__(self, log: Log, limit: int) -> None:
        self._log = log
        self._limit = limit
        self._counts: Counter[Kind] = Counter()
        self._timer: asyncio.TimerHandle | None = None

    def event(self, name: str, kind: dict[str, object], **fields: object) -> None:
        """Log an event of a kind: those with the same name and the same fields ``kind``."""
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_WINDOW, self.flush)
        key = (("event", name), *kind.items())
        self._counts[key] += 1
        if self._counts[key] <= self._limit:
            self._log.event(name, **{**kind, **fields})
        if len(self._counts) >= _MAX_KINDS:
            self.flush()

    def flush(self) -> None:
        """Log how many events were not logged, and begin a new minute."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        for (event, *kind), count in self._counts.items():
            if count > self._limit:
                self._log.event(str(event[1]), **dict(kind), more=count - self._limit)
        self._counts.clear()
