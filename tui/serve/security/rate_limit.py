"""How many connections one address may open in a minute."""

from __future__ import annotations

from collections import OrderedDict
from ipaddress import IPv6Address, ip_address

_MOST = 10_000
"""Addresses that are remembered; the one not heard of for longest is forgotten first."""


class RateLimit:
    """A bucket of ``rate`` connections for each address, filled again within a minute."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, address: str, now: float) -> bool:
        """Count a connection at ``now`` (seconds); whether it is within the limit."""
        key = _block(address)
        left, then = self._left.pop(key, (float(self.rate), now))
        left = min(float(self.rate), left + (now - then) * self.rate / 60)
        allowed = left >= 1
        self._left[key] = (left - 1 if allowed else left, now)
        if len(self._left) > _MOST:
            self._left.popitem(last=False)
        return allowed


def _block(address: str) -> str:
    """What one client holds: an IPv4 address, or the /64 of an IPv6 one."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(IPv6Address(int(found) >> 64 << 64))
