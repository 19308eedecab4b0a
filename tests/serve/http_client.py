"""Requests to the server's HTTP endpoint."""

from __future__ import annotations

import asyncio
from typing import NamedTuple


class HttpAnswer(NamedTuple):
    """``headers``: with lower-case names."""

    status: int
    headers: dict[str, str]
    body: str


async def send(port: int, request: bytes) -> HttpAnswer:
    """Send the bytes of a request and return the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    data = await reader.read()
    writer.close()
    head, _, body = data.decode().partition("\r\n\r\n")
    first, *lines = head.split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines)
    return HttpAnswer(int(first.split()[1]), headers, body)


async def get(port: int, path: str, method: str = "GET") -> HttpAnswer:
    """Request a path."""
    return await send(port, f"{method} {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
