"""A socket that acknowledges at once while a client shakes hands.

OpenSSH's client leaves Nagle's algorithm on until it has a terminal: its small packets wait for
the acknowledgement of the one before, and the kernel holds those back for 40 ms each.
"""

from __future__ import annotations

import socket

_PACKETS = 16
"""How many packets a handshake and a command take."""
_QUICKACK = getattr(socket, "TCP_QUICKACK", None)  # Linux alone has it


class QuickAckSocket(socket.socket):
    """Takes over an accepted connection."""

    def __init__(self, accepted: socket.socket) -> None:
        super().__init__(accepted.family, accepted.type, accepted.proto, fileno=accepted.detach())
        self.setblocking(False)
        self._prompt = _PACKETS if _QUICKACK is not None else 0
        self._acknowledge()

    def recv(self, bufsize: int, flags: int = 0) -> bytes:
        """As every socket does."""
        data = super().recv(bufsize, flags)
        self._acknowledge()
        return data

    def _acknowledge(self) -> None:
        if self._prompt:  # the kernel forgets it after each packet
            self._prompt -= 1
            try:
                self.setsockopt(socket.IPPROTO_TCP, _QUICKACK or 0, 1)
            except OSError:
                self._prompt = 0
