"""Limit how much a client may send on one connection."""

from __future__ import annotations

_RATE, _BURST = 65_536.0, 262_144.0
"""Bytes a second, and at once: keys, the mouse, pasted text. Without a limit, small packets sent
without end take a whole core."""


class InputLimit:
    """A token bucket of bytes. ``now``: seconds of a monotonic clock."""

    def __init__(self, now: float) -> None:
        self._allowance = _BURST
        self._last = now

    def count(self, size: int, now: float) -> float:
        """Count received bytes; return the seconds until more should be read."""
        earned = (now - self._last) * _RATE
        self._last = now
        self._allowance = min(_BURST, self._allowance + earned) - size
        return max(0.0, -self._allowance / _RATE)
