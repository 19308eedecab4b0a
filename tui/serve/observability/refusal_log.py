"""Log and count what clients are refused."""

from __future__ import annotations

from tui.serve.net.client_address import network_of
from tui.serve.observability.event_throttle import EventThrottle
from tui.serve.observability.log import Log
from tui.serve.observability.metrics import Metrics

_LIMIT = 30
"""Refusals a minute, of one address for one reason, that are logged one by one."""


class RefusalLog:
    """Counts every refusal, and logs so many that no client can fill the log."""

    def __init__(self, log: Log, metrics: Metrics) -> None:
        self._metrics = metrics
        self._throttle = EventThrottle(log, _LIMIT)

    def refused(self, peer: str, reason: str, **fields: object) -> None:
        """Log and count a refused connection or request of an address."""
        self._metrics.refusals.labels(reason).inc()
        self._throttle.event(
            "refuse", {"peer": network_of(peer), "reason": reason}, peer=peer, **fields
        )

    def close(self) -> None:
        """Log how many refusals were not logged."""
        self._throttle.flush()
