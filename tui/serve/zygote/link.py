"""The zygote's end of the link to the front end."""

from __future__ import annotations

import json
import socket
from contextlib import suppress
from typing import NamedTuple

from tui.serve.zygote.protocol import MAX_DESCRIPTORS, MAX_MESSAGE

_TRUNCATED = socket.MSG_TRUNC | socket.MSG_CTRUNC


class Packet(NamedTuple):
    """One message as received. ``truncated``: bytes or descriptors are missing."""

    data: bytes
    descriptors: list[int]
    truncated: bool


class FrontEndLink:
    """Sends and receives messages (see ``protocol``). ``descriptor``: the inherited socket."""

    def __init__(self, descriptor: int) -> None:
        self.socket = socket.socket(fileno=descriptor)

    def receive(self) -> Packet | None:
        """Return the next message, None at the end of the link."""
        try:
            data, descriptors, flags, _ = socket.recv_fds(self.socket, MAX_MESSAGE, MAX_DESCRIPTORS)
        except OSError:
            return None
        if not data and not flags:
            return None
        return Packet(data, descriptors, bool(flags & _TRUNCATED))

    def send(self, **message: object) -> None:
        """Send a message; if the front end is gone, the next ``receive`` returns None."""
        with suppress(OSError):
            self.socket.send(json.dumps(message).encode())
