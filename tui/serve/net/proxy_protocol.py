"""PROXY protocol, versions 1 and 2: the client address behind a load balancer.

https://www.haproxy.org/download/2.9/doc/proxy-protocol.txt
"""

from __future__ import annotations

import asyncio
import socket
from ipaddress import ip_address

_SIGNATURE = b"\r\n\r\n\0\r\nQUIT\n"
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
    start = await _read_exactly(sock, 6)
    if start == b"PROXY ":
        return await _read_v1(sock)
    start += await _read_exactly(sock, 10)
    if start[:12] != _SIGNATURE or start[12] >> 4 != 2:
        raise ProxyError
    length = int.from_bytes(start[14:16], "big")
    if length > _MAX_V2:
        raise ProxyError
    body = await _read_exactly(sock, length)
    if start[12] & 15 == 0:  # LOCAL
        return None
    family = start[13] >> 4
    size = {1: 4, 2: 16}.get(family)
    if size is None:
        return None
    if len(body) < 2 * size + 4:
        raise ProxyError
    return str(ip_address(body[:size]))


async def _read_v1(sock: socket.socket) -> str | None:
    line = b"PROXY "
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
        return str(ip_address(fields[2]))
    except ValueError:
        raise ProxyError from None


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
