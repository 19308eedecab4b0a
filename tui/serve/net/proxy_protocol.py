"""The PROXY protocol, versions 1 and 2: whose connection a load balancer passes on.

https://www.haproxy.org/download/2.9/doc/proxy-protocol.txt
"""

from __future__ import annotations

import asyncio
import socket
from ipaddress import ip_address

_SIGNATURE = b"\r\n\r\n\0\r\nQUIT\n"
_LONGEST_1 = 107
_LONGEST_2 = 2048


class ProxyError(Exception):
    """The connection does not begin with a PROXY header."""


async def client_of(sock: socket.socket) -> str | None:
    """Read the header, and not a byte more; the client's address, None where the balancer speaks
    for itself (a health check).

    Raises:
        ProxyError: it is none.
    """
    start = await _exactly(sock, 6)
    if start == b"PROXY ":
        return await _version_1(sock)
    start += await _exactly(sock, 10)
    if start[:12] != _SIGNATURE or start[12] >> 4 != 2:
        raise ProxyError
    length = int.from_bytes(start[14:16], "big")
    if length > _LONGEST_2:
        raise ProxyError
    rest = await _exactly(sock, length)
    if start[12] & 15 == 0:  # LOCAL
        return None
    family = start[13] >> 4
    size = {1: 4, 2: 16}.get(family)
    if size is None:
        return None
    if len(rest) < 2 * size + 4:
        raise ProxyError
    return str(ip_address(rest[:size]))


async def _version_1(sock: socket.socket) -> str | None:
    line = b"PROXY "
    while not line.endswith(b"\r\n"):
        if len(line) >= _LONGEST_1:
            raise ProxyError
        line += await _exactly(sock, 1)
    words = line[:-2].decode("ascii", "replace").split(" ")
    if words[1] == "UNKNOWN":
        return None
    if len(words) != 6 or words[1] not in ("TCP4", "TCP6"):
        raise ProxyError
    try:
        return str(ip_address(words[2]))
    except ValueError:
        raise ProxyError from None


async def _exactly(sock: socket.socket, size: int) -> bytes:
    loop = asyncio.get_running_loop()
    data = b""
    while len(data) < size:
        try:
            piece = await loop.sock_recv(sock, size - len(data))
        except OSError:
            raise ProxyError from None
        if not piece:
            raise ProxyError
        data += piece
    return data
