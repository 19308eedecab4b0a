"""Event log: one record per event, as text or JSON. Callers pass nothing secret."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from tui.config.server_settings import LogFormat
from tui.serve.observability.log_writer import LogWriter

_MAX_TEXT = 8000
"""Characters of a traceback or of a line that another module printed."""


class Log:
    """Formats events and queues them for a ``LogWriter``: no call blocks or raises.

    In JSON every line is an object with ``time`` and ``event``. In text format an event is a line,
    followed by an indented traceback if it has one.
    """

    def __init__(self, log_format: LogFormat, descriptor: int) -> None:
        self.format = log_format
        self.writer = LogWriter(descriptor, self._drop_notice)

    def event(self, name: str, **fields: object) -> None:
        """Log one event with the current UTC time. A field ``traceback`` may have several lines."""
        self.writer.write(self._record(name, fields))

    def line(self, text: str) -> None:
        """Log a line that was meant for standard error: as it is in text format, but printable."""
        if self.format == "json":
            self.event("stderr", text=text[:_MAX_TEXT])
        else:
            self.writer.write(f"{_printable(text)}\n".encode(errors="replace"))

    def close(self) -> None:
        """Write pending events, unless standard error is blocked."""
        self.writer.close()

    def _record(self, name: str, fields: dict[str, object]) -> bytes:
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        traceback = str(fields.get("traceback", ""))[-_MAX_TEXT:]
        if self.format == "json":
            values = {**fields, "traceback": traceback} if traceback else fields
            line = json.dumps({"time": now, "event": name, **values}, default=str)
        else:
            named = {key: value for key, value in fields.items() if key != "traceback"}
            line = " ".join([now, name, *(f"{key}={_quote(named[key])}" for key in named)])
            line += "".join(f"\n    {_printable(text)}" for text in traceback.splitlines())
        return f"{line}\n".encode(errors="backslashreplace")

    def _drop_notice(self, count: int) -> bytes:
        return self._record("log", {"what": "lines dropped", "count": count})


def _quote(value: object) -> str:
    text = str(value)
    if text and text.isascii() and text.isprintable() and not set(text) & set(" \"'="):
        return text
    return json.dumps(text, ensure_ascii=False) if text.isprintable() else json.dumps(text)


def _printable(text: str) -> str:
    """Escape control characters, so that a message can neither start a line nor move a cursor."""
    return "".join(
        char if char.isprintable() or char == "\t" else ascii(char)[1:-1] for char in text
    )
