"""Log exceptions and warnings that Python and its libraries report by themselves."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from tui.serve.observability.log import Log

_MAX_MESSAGE = 500


class _LogHandler(logging.Handler):
    """Turns records of the ``logging`` module (asyncio, asyncssh) into events."""

    def __init__(self, log: Log) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        """Log the record and its traceback as one event."""
        try:
            what = record.getMessage()
        except Exception:  # arguments that do not fit their format
            what = str(record.msg)
        fields: dict[str, object] = {"source": record.name, "what": what[:_MAX_MESSAGE]}
        if record.exc_info and record.exc_info[1]:
            fields["traceback"] = format_traceback(record.exc_info[1])
        name = "error" if record.levelno >= logging.ERROR else "warning"
        self._log.event(name, **fields)


@contextmanager
def python_errors_logged(log: Log) -> Iterator[None]:
    """Log records of ``logging``, warnings, and exceptions of threads and finalizers as events."""
    handler, root = _LogHandler(log), logging.getLogger()
    hooks = sys.unraisablehook, threading.excepthook
    root.addHandler(handler)
    sys.unraisablehook = lambda event: log_error(
        log, event.exc_value, event.err_msg or "Exception ignored"
    )
    threading.excepthook = lambda event: log_error(
        log, event.exc_value, f"exception in thread {event.thread.name if event.thread else '?'}"
    )
    try:
        with warnings.catch_warnings():
            logging.captureWarnings(True)
            yield
    finally:
        logging.captureWarnings(False)
        sys.unraisablehook, threading.excepthook = hooks
        root.removeHandler(handler)


def format_traceback(error: BaseException) -> str:
    """Return the traceback as text."""
    return "".join(traceback.format_exception(error)).rstrip()


def log_error(log: Log, error: BaseException | None, context: str) -> None:
    """Log an exception with its traceback. ``context``: what was going on."""
    if error is None:
        log.event("error", what=context)
        return
    what = f"{context}: {type(error).__name__}: {error}"[:_MAX_MESSAGE]
    log.event("error", what=what, traceback=format_traceback(error))
