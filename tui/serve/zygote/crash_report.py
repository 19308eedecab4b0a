"""Report unexpected exceptions of a session process to the server's log, never to the client.

The reports go through a datagram socket that all children share. The zygote forwards the first one
of each child: no child can fill the log.
"""

from __future__ import annotations

import errno
import faulthandler
import logging
import os
import select
import socket
import sys
import threading
import warnings
from collections.abc import Collection
from contextlib import suppress

from tui.serve.observability.exception_line import exception_line, printable_line

_MAX_REPORT = 8192
"""Bytes: a process id and a line of at most 1000 characters."""
_MAX_UNREAD = 200
"""Reports read at a time."""


class CrashReporter:
    """A session process's side. ``descriptor``: of the socket that all children share."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor

    def line(self, line: str) -> None:
        """Send a line for the server's log; it is dropped if the zygote is busy or gone.

        What happens after the client has hung up is no crash.
        """
        if _client_has_hung_up():
            return
        with suppress(OSError):
            data = f"{os.getpid()} {printable_line(line)}"
            os.write(self.descriptor, data.encode("utf-8", "replace"))

    def exception(self, error: BaseException) -> None:
        """Send an exception for the server's log, unless it says that the client has hung up.

        A process without memory ends here: one of its threads may be missing.
        """
        if isinstance(error, OSError) and error.errno in (errno.EIO, errno.EPIPE):
            return
        try:
            self.line(exception_line(error))
        finally:
            if isinstance(error, MemoryError):
                os._exit(os.EX_SOFTWARE)

    def replace_error_output(self) -> None:
        """Report what Python would print on standard error: that is the client's terminal."""
        faulthandler.disable()  # enabled by PYTHONFAULTHANDLER
        warnings.simplefilter("ignore")
        sys.excepthook = lambda _type, error, _traceback: self.exception(error)
        sys.unraisablehook = lambda hook: self._report_hook(hook.exc_value)
        threading.excepthook = lambda hook: self._report_hook(hook.exc_value)
        # Assigned, not removed one by one: that would close files that are closed already.
        logging.getLogger().handlers = [_LogReports(self)]

    def _report_hook(self, error: BaseException | None) -> None:
        if error is not None and not isinstance(error, SystemExit):
            self.exception(error)


def _client_has_hung_up() -> bool:
    """Whether nobody reads standard output: the terminal or the pipe was closed."""
    poll = select.poll()
    poll.register(1, 0)
    return any(events & (select.POLLHUP | select.POLLERR) for _, events in poll.poll(0))


class _LogReports(logging.Handler):
    """Reports log records, such as asyncio's of an exception that no task retrieved."""

    def __init__(self, reporter: CrashReporter) -> None:
        super().__init__(logging.ERROR)
        self._reporter = reporter

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        with suppress(Exception):
            if error:
                self._reporter.exception(error)
            else:
                self._reporter.line(record.getMessage())


class ReportCollector:
    """The zygote's side: reads the reports of its children. ``reporter``: what they use."""

    def __init__(self) -> None:
        self._receiver, self._sender = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        for end in (self._receiver, self._sender):
            end.setblocking(False)
        self.reporter = CrashReporter(self._sender.fileno())
        self._lines: dict[int, str] = {}

    def close(self) -> None:
        """Close the sockets."""
        self._receiver.close()
        self._sender.close()

    def collect(self, children: Collection[int]) -> None:
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
