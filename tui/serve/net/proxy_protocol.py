"""PROXY protocol, versions 1 and 2: the client address behind a load balancer.

https://www.haproxy.org/download/2.9/doc/proxy-protocol.txt
"""

from __future__ import annotations

import asyncio
import re
import socket
from ipaddress import ip_address

_V1 = b"PROXY "
_SIGNATURE = b"\r\n\r\n\0\r\nQUIT\n"
_VERSION_2, _LOCAL, _PROXY = 0x20, 0, 1
_MAX_PORT = 65535
_PORT = re.compile(r"[0-9]{1,5}")
_MAX_V1 = 107
_MAX_V2 = 2048


class ProxyError(Exception):
    """The connection does not start with a valid PROXY header."""


async def read_client_address(sock: socket.socket) -> str | None:
    """Read the header, and no byte beyond it.

    Returns the client's address; None for a connection of the balancer itself (a health check).

    Raises:
        ProxyError: the header is missing or invalid.
    """
    first = await _read_exactly(sock, 1)
    if first == _V1[:1]:
        await _expect(sock, _V1, first)
        return await _read_v1(sock)
    await _expect(sock, _SIGNATURE, first)
    start = _SIGNATURE + await _read_exactly(sock, 4)
    if start[12] not in (_VERSION_2 | _LOCAL, _VERSION_2 | _PROXY):
        raise ProxyError
    length = int.from_bytes(start[14:16], "big")
    if length > _MAX_V2:
        raise ProxyError
    body = await _read_exactly(sock, length)
    if start[12] == _VERSION_2 | _LOCAL:
        return None
    family = start[13] >> 4
    size = {1: 4, 2: 16}.get(family)
    if size is None:
        return None
    if len(body) < 2 * size + 4:
        raise ProxyError
    return str(ip_address(body[:size]))


async def _read_v1(sock: socket.socket) -> str | None:
    line = _V1
    while not line.endswith(b"\r\n"):
        if len(line) >= _MAX_V1:
            raise ProxyError
        line += await _read_exactly(sock, 1)
    fields = line[:-2].decode("ascii", "replace").split(" ")
    if fields[1] == "UNKNOWN":
        return None
    if len(fields) != 6 or fields[1] not in ("TCP4", "TCP6"):
        raise ProxyError
    try:
        addresses = [ip_address(field) for field in fields[2:4]]
    except ValueError:
        raise ProxyError from None
    if any(f"TCP{each.version}" != fields[1] for each in addresses):
        raise ProxyError
    if not all(_PORT.fullmatch(field) and int(field) <= _MAX_PORT for field in fields[4:]):
        raise ProxyError
    return str(addresses[0])


async def _expect(sock: socket.socket, expected: bytes, received: bytes) -> None:
    """Read the rest of these bytes; raise at the first that differs, without waiting for more."""
    while expected.startswith(received):
        if received == expected:
            return
        received += await _read_exactly(sock, 1)
    raise ProxyError


async def _read_exactly(sock: socket.socket, size: int) -> bytes:
    loop = asyncio.get_running_loop()
    data = b""
    while len(data) < size:
        try:
            chunk = await loop.sock_recv(sock, size - len(data))
        except OSError:
            raise ProxyError from None
        if not chunk:
            raise ProxyError
        data += chunk
    return data
