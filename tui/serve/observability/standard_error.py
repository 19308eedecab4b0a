"""Send everything that is written to standard error through the log."""

from __future__ import annotations

import fcntl
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tui.config.server_settings import LogFormat
from tui.serve.observability.log import Log
from tui.serve.observability.python_errors import python_errors_logged

_CHUNK = 65536
_MAX_LINE = 65536
"""Bytes after which a line is cut."""
_DRAIN_TIMEOUT = 0.5
"""Seconds that other processes get to close their copy of the pipe at the end."""


@contextmanager
def standard_error_logged(log_format: LogFormat) -> Iterator[Log]:
    """Replace descriptor 2 by a pipe into the log, for this process and those it starts.

    What the interpreter, a library or a session process prints there becomes log lines: JSON where
    JSON is expected, and never a blocked server where nobody reads standard error.
    """
    if sys.stderr is None:  # closed by the parent
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    else:
        sys.stderr.flush()
    original = fcntl.fcntl(2, fcntl.F_DUPFD_CLOEXEC, 3)
    log = Log(log_format, original)
    source, target = os.pipe()
    os.dup2(target, 2)
    os.close(target)
    reader = threading.Thread(target=_forward, args=(source, log), name="stderr", daemon=True)
    reader.start()
    try:
        with python_errors_logged(log):
            yield log
    finally:
        with suppress(OSError, ValueError, AttributeError):
            sys.stderr.flush()
        os.dup2(original, 2)  # closes our end of the pipe
        reader.join(_DRAIN_TIMEOUT)
        log.close()


def _forward(source: int, log: Log) -> None:
    """Log each line until every process has closed the pipe."""
    rest = b""
    while data := os.read(source, _CHUNK):
        *lines, rest = (rest + data).split(b"\n")
        if len(rest) > _MAX_LINE:
            lines, rest = [*lines, rest], b""
        for line in lines:
            log.line(line.decode(errors="backslashreplace"))
    if rest:
        log.line(rest.decode(errors="backslashreplace"))
    os.close(source)
