"""A small HTTP server for health checks and metrics, on the event loop of the SSH server."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from http import HTTPStatus
from typing import NamedTuple

_MAX_CONNECTIONS = 32
"""Concurrent connections. For a further one the oldest that has sent no request is closed."""
_MAX_REQUEST = 8192
"""Bytes of a request line and its headers."""
_TIMEOUT = 10.0
"""Seconds until a connection is closed, whatever it waits for."""
TEXT = "text/plain; charset=utf-8"


class Response(NamedTuple):
    """``content_type``: the value of that header."""

    status: HTTPStatus
    body: bytes
    content_type: str = TEXT


Route = Callable[[], Awaitable[Response]]


class HttpEndpoint:
    """Answers GET and HEAD requests for fixed paths, one request per connection.

    HTTP/1.1 by RFC 9110 and RFC 9112. Only the request line is interpreted. ``routes``: by path.
    """

    def __init__(self, routes: Mapping[str, Route]) -> None:
        self._routes = routes
        self._servers: list[asyncio.Server] = []
        self._connections = 0
        self._silent: dict[asyncio.StreamWriter, None] = {}  # have sent no request; oldest first

    async def listen(self, sockets: Sequence[socket.socket]) -> None:
        """Accept connections on listening sockets, which are closed by ``close``."""
        for each in sockets:
            server = await asyncio.start_server(self._serve, sock=each, limit=_MAX_REQUEST)
            self._servers.append(server)

    def close(self) -> None:
        """Stop listening."""
        for server in self._servers:
            server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._connections >= _MAX_CONNECTIONS:
            oldest = next(iter(self._silent), writer)
            oldest.transport.abort()
            if oldest is writer:
                return
            del self._silent[oldest]
        self._connections += 1
        self._silent[writer] = None
        try:
            with suppress(OSError, TimeoutError, asyncio.IncompleteReadError):
                async with asyncio.timeout(_TIMEOUT):
                    await self._answer(reader, writer)
        finally:
            self._connections -= 1
            self._silent.pop(writer, None)
            writer.transport.abort() if writer.transport.get_write_buffer_size() else writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.LimitOverrunError:
            head = b""
        self._silent.pop(writer, None)
        method, response = await self._respond(head)
        lines = (
            f"HTTP/1.1 {response.status.value} {response.status.phrase}",
            f"Content-Type: {response.content_type}",
            f"Content-Length: {len(response.body)}",
            "Cache-Control: no-store",
            "Allow: GET, HEAD",
            "Connection: close",
        )
        writer.write("\r\n".join([*lines, "", ""]).encode())
        if method != "HEAD":
            writer.write(response.body)
        await writer.drain()

    async def _respond(self, head: bytes) -> tuple[str, Response]:
        """Return the method and the response of a request."""
        words = head.partition(b"\r\n")[0].decode("ascii", "replace").split(" ")
        if len(words) != 3 or not words[2].startswith("HTTP/1."):
            return "", _error(HTTPStatus.BAD_REQUEST)
        method, target, _ = words
        if method not in ("GET", "HEAD"):
            return method, _error(HTTPStatus.METHOD_NOT_ALLOWED)
        route = self._routes.get(target.partition("?")[0])
        return method, await route() if route else _error(HTTPStatus.NOT_FOUND)


def _error(status: HTTPStatus) -> Response:
    return Response(status, f"{status.phrase}\n".encode())
