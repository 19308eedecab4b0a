"""Limit how many connections one address may open per minute."""

from __future__ import annotations

from collections import OrderedDict

from tui.serve.net.client_address import network_of

_MAX_ADDRESSES = 10_000
"""Addresses remembered; the least recently seen is evicted first."""


class RateLimit:
    """A token bucket of ``rate`` connections per address, refilled within a minute."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, address: str, now: float) -> bool:
        """Count a connection at ``now`` (seconds) and return whether it is within the limit."""
        key = network_of(address)
        tokens, last_seen = self._buckets.pop(key, (float(self.rate), now))
        tokens = min(float(self.rate), tokens + (now - last_seen) * self.rate / 60)
        allowed = tokens >= 1
        self._buckets[key] = (tokens - 1 if allowed else tokens, now)
        if len(self._buckets) > _MAX_ADDRESSES:
            self._buckets.popitem(last=False)
        return allowed
