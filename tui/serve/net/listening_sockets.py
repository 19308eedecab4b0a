"""The sockets that the server listens on."""

from __future__ import annotations

import socket
from contextlib import suppress

from tui.cli.args.spec import UsageError
from tui.text.language import Wording

_CANNOT_LISTEN = Wording(
    "无法监听{host}的{port}端口：{why}", "cannot listen on {host} port {port}: {why}"
)
_BACKLOG = 4096
"""Connections that wait to be accepted; the kernel limits it to ``net.core.somaxconn``, 4096 by
default. Beyond it a client repeats its SYN after a second."""


def listen(hosts: str, port: int) -> list[socket.socket]:
    """Return a listening socket for each address of ``hosts``.

    ``hosts``: addresses and names, separated by commas; a name stands for all its addresses.
    ``::`` listens for IPv4 as well, whatever the system's default (RFC 3493, 5.3). Port 0: a free
    port, the same for all addresses.

    Raises:
        UsageError: an address cannot be used.
    """
    sockets: list[socket.socket] = []
    try:
        for host in dict.fromkeys(part.strip() for part in hosts.split(",")):
            for family, address in _addresses(host, port):
                sockets.append(_listen(family, address, port))
                port = port or sockets[0].getsockname()[1]
    except UsageError:
        for listener in sockets:
            listener.close()
        raise
    return sockets


def cannot_listen(host: str, port: int, error: OSError) -> UsageError:
    """Return the error for an address that cannot be listened on."""
    why = error.strerror or str(error)
    return UsageError(_CANNOT_LISTEN.format(host=host, port=port, why=why))


def _addresses(host: str, port: int) -> list[tuple[int, str]]:
    flags = socket.AI_PASSIVE
    try:
        if not host:  # getaddrinfo would return every address of the machine
            raise OSError("expected an address or a name")
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)
    except (OSError, UnicodeError) as error:
        reason = error if isinstance(error, OSError) else OSError(str(error))
        raise cannot_listen(host or "''", port, reason) from None
    addresses = [(family, str(address[0])) for family, *_, address in found]
    return list(dict.fromkeys(addresses))


def _listen(family: int, address: str, port: int) -> socket.socket:
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            only = 0 if address == "::" else 1
            with suppress(OSError):  # OpenBSD has no dual-stack sockets
                listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, only)
        listener.bind((address, port))
        listener.listen(_BACKLOG)
    except OSError as error:
        listener.close()
        raise cannot_listen(address, port, error) from None
    listener.setblocking(False)
    return listener
