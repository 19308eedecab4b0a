"""Notify systemd of the server's state: sd_notify(3), sd_watchdog_enabled(3)."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import MutableMapping
from contextlib import suppress

_TIMEOUT = 1.0
"""Seconds to wait where the queue of the service manager is full."""


class ServiceManager:
    """Sends notifications; does nothing where no service manager asks for them.

    Takes its variables out of ``environ``, so that session processes do not inherit them.
    """

    def __init__(self, environ: MutableMapping[str, str]) -> None:
        address = environ.pop("NOTIFY_SOCKET", "")
        # A leading @ stands for a null byte: an abstract address, unix(7).
        self._address = "\0" + address[1:] if address.startswith("@") else address
        microseconds = environ.pop("WATCHDOG_USEC", "")
        process = environ.pop("WATCHDOG_PID", "") or str(os.getpid())
        enabled = microseconds.isdecimal() and process == str(os.getpid())
        self.watchdog_interval = int(microseconds) / 2e6 if enabled else 0.0
        """Seconds between two signs of life: half of what systemd waits for one."""

    def ready(self) -> None:
        """Report that the server accepts clients, or has finished reloading."""
        self._send("READY=1")

    def reloading(self) -> None:
        """Report that keys and content are being reloaded."""
        self._send(f"RELOADING=1\nMONOTONIC_USEC={time.monotonic_ns() // 1000}")

    def stopping(self) -> None:
        """Report that the server is shutting down."""
        self._send("STOPPING=1")

    def alive(self) -> None:
        """Reset the watchdog."""
        self._send("WATCHDOG=1", timeout=0)

    def _send(self, state: str, timeout: float = _TIMEOUT) -> None:
        if not self._address:
            return
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
            sock.settimeout(timeout)
            sock.sendto(state.encode(), self._address)
