"""Report unexpected exceptions of a session process to the server's log, never to the client.

The reports go through a datagram socket that all children share. The zygote forwards the first one
of each child: no child can fill the log.
"""

from __future__ import annotations

import errno
import faulthandler
import logging
import os
import socket
import sys
import threading
import warnings
from contextlib import suppress

from tui.serve.observability.exception_line import exception_line, printable_line

REPORTS = 3
"""Descriptor of the socket in a session process."""
_MAX_REPORT = 8192
"""Bytes: a process id and a line of at most 1000 characters."""
_MAX_UNREAD = 200
"""Reports read at a time."""


def report_line(line: str) -> None:
    """Send a line for the server's log; it is dropped if the zygote is busy or gone."""
    with suppress(OSError):
        os.write(REPORTS, f"{os.getpid()} {printable_line(line)}".encode("utf-8", "replace"))


def report_exception(error: BaseException) -> None:
    """Send an exception for the server's log, unless it says that the client has hung up."""
    if isinstance(error, OSError) and error.errno in (errno.EIO, errno.EPIPE):
        return
    report_line(exception_line(error))


def replace_error_output() -> None:
    """Report what Python would print on standard error: that is the client's terminal."""
    faulthandler.disable()  # enabled by PYTHONFAULTHANDLER
    warnings.simplefilter("ignore")
    sys.excepthook = lambda _type, error, _traceback: report_exception(error)
    sys.unraisablehook = lambda hook: _report_hook(hook.exc_value)
    threading.excepthook = lambda hook: _report_hook(hook.exc_value)
    # Assigned, not removed one by one: that would close files that are closed already.
    logging.getLogger().handlers = [_LogReports(logging.ERROR)]


def _report_hook(error: BaseException | None) -> None:
    if error is not None and not isinstance(error, SystemExit):
        report_exception(error)


class _LogReports(logging.Handler):
    """Reports log records, such as asyncio's of an exception that no task retrieved."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        with suppress(Exception):
            report_line(exception_line(error) if error else record.getMessage())


class ReportCollector:
    """The zygote's side: reads the reports of its children.

    ``sender``: the socket that children inherit.
    """

    def __init__(self) -> None:
        self._receiver, self.sender = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        for end in (self._receiver, self.sender):
            end.setblocking(False)
        self._lines: dict[int, str] = {}

    def collect(self, children: set[int]) -> None:
        """Read the reports sent so far; keep the first of each child."""
        for _ in range(_MAX_UNREAD):
            try:
                data = self._receiver.recv(_MAX_REPORT)
            except OSError:  # no more
                return
            pid, _, line = data.decode("utf-8", "replace").partition(" ")
            if pid.isdecimal() and int(pid) in children:
                self._lines.setdefault(int(pid), printable_line(line))

    def take(self, pid: int) -> str:
        """Return and forget the report of a child, empty if it sent none."""
        return self._lines.pop(pid, "")
