"""Addresses of clients: one spelling of each, and the network that counts as one client."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv6Address, ip_address

_REMEMBERED = 1024
"""Addresses whose form is remembered: each connection asks for it several times."""


@lru_cache(_REMEMBERED)
def normalize_address(address: str) -> str:
    """Return an IPv4 address without the prefix that a dual-stack socket gives it (RFC 4291,
    2.5.5.2), and an IPv6 address without its zone. Other text is returned unchanged."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(parsed)


@lru_cache(_REMEMBERED)
def network_of(address: str) -> str:
    """Return what counts as one client: an IPv4 address, or the /64 of an IPv6 address.

    A customer of an Internet provider has at least a /64 (RFC 6177).
    """
    normal = normalize_address(address)
    try:
        parsed = ip_address(normal)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return f"{IPv6Address(int(parsed) >> 64 << 64)}/64"
    return normal
