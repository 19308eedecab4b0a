"""Log exceptions that reach the event loop, which a client might cause at will: one line each."""

from __future__ import annotations

import asyncio
from typing import Any

from tui.serve.observability.event_throttle import EventThrottle
from tui.serve.observability.exception_line import exception_line, printable_line
from tui.serve.observability.log import Log

_LIMIT = 10
"""Exceptions of a type that are logged one by one in a minute."""


def log_loop_errors(loop: asyncio.AbstractEventLoop, log: Log) -> None:
    """Log them with their innermost frames, instead of a traceback by asyncio's logger."""
    throttle = EventThrottle(log, _LIMIT)

    def handle(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        del loop
        error = context.get("exception")
        kind: dict[str, object] = {"source": "asyncio", "type": type(error).__name__}
        exception = exception_line(error) if error else ""
        what = printable_line(str(context["message"]))[:200]
        throttle.event("error", kind, what=what, exception=exception)

    loop.set_exception_handler(handle)
