"""Limit how much a client may send: on one connection, and on all connections of its address."""

from __future__ import annotations

from weakref import WeakValueDictionary

_RATE, _BURST = 65_536.0, 262_144.0
"""Bytes a second, and at once: keys, the mouse, pasted text. Without a limit, small packets sent
without end take a whole core."""
_ADDRESS_FACTOR = 2.0
"""What all connections of an address may send, in multiples of what one may. Readers who type send
about 500 bytes a second, so an office of 200 stays below it; fifty connections that each use up
their burst would occupy the server for many seconds."""


class InputLimit:
    """A token bucket of bytes. ``now``: seconds of a monotonic clock; ``shared``: a bucket that
    other connections draw from as well."""

    def __init__(self, now: float, shared: InputLimit | None = None, factor: float = 1.0) -> None:
        self._rate, self._burst = _RATE * factor, _BURST * factor
        self._allowance = self._burst
        self._last = now
        self._shared = shared

    def count(self, size: int, now: float) -> float:
        """Count received bytes; return the seconds until more should be read."""
        earned = (now - self._last) * self._rate
        self._last = now
        self._allowance = min(self._burst, self._allowance + earned) - size
        delay = max(0.0, -self._allowance / self._rate)
        return max(delay, self._shared.count(size, now)) if self._shared else delay


class InputLimits:
    """The limits of all connections. An address is forgotten with its last connection."""

    def __init__(self) -> None:
        self._addresses: WeakValueDictionary[str, InputLimit] = WeakValueDictionary()

    def connection_limit(self, address: str, now: float) -> InputLimit:
        """Return the limit of a new connection. ``address``: the network of one client."""
        shared = self._addresses.get(address)
        if shared is None:
            shared = self._addresses[address] = InputLimit(now, factor=_ADDRESS_FACTOR)
        return InputLimit(now, shared)
