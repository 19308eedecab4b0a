"""Log and count the events of one client connection."""

from __future__ import annotations

from tui.serve.observability.log import Log
from tui.serve.observability.refusal_log import RefusalLog


class ConnectionLog:
    """Adds the connection's number and peer address to every event."""

    def __init__(self, log: Log, refusals: RefusalLog, number: int, peer: str) -> None:
        self._log = log
        self._refusals = refusals
        self._number = number
        self._peer = peer

    def event(self, name: str, **fields: object) -> None:
        """Log an event of this connection."""
        self._log.event(name, connection=self._number, peer=self._peer, **fields)

    def refused(self, reason: str, **fields: object) -> None:
        """Log and count a refused request."""
        self._refusals.refused(self._peer, reason, connection=self._number, **fields)
