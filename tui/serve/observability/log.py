"""Event log: one line per event, as text or JSON. Callers pass nothing secret."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime

from tui.config.server_settings import LogFormat


class Log:
    """Writes to standard error; a failed write (a full disk) does not stop the service."""

    def __init__(self, log_format: LogFormat) -> None:
        self._format = log_format
        self._stream = sys.stderr

    def event(self, name: str, **fields: object) -> None:
        """Write one event with the current UTC time."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        if self._format == "json":
            line = json.dumps({"time": now, "event": name, **fields}, ensure_ascii=True)
        else:
            pairs = " ".join(f"{key}={_quote(value)}" for key, value in fields.items())
            line = f"{now} {name} {pairs}".rstrip()
        try:
            self._stream.write(f"{line}\n")
            self._stream.flush()
        except (OSError, ValueError):
            pass


def _quote(value: object) -> str:
    text = str(value)
    if text and text.isascii() and text.isprintable() and not set(text) & set(" \"'="):
        return text
    return json.dumps(text, ensure_ascii=False) if text.isprintable() else json.dumps(text)
