"""One line per event, for machines or for eyes. Nothing secret is passed to it."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime

from tui.serve.settings import LogForm


class Log:
    """Writes on standard error; where that fails (a full disk) the service goes on."""

    def __init__(self, form: LogForm) -> None:
        self._form = form
        self._out = sys.stderr

    def event(self, name: str, **fields: object) -> None:
        """Tell that something happened."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        if self._form == "json":
            line = json.dumps({"time": now, "event": name, **fields}, ensure_ascii=True)
        else:
            told = " ".join(f"{key}={_plain(value)}" for key, value in fields.items())
            line = f"{now} {name} {told}".rstrip()
        try:
            self._out.write(f"{line}\n")
            self._out.flush()
        except (OSError, ValueError):
            pass


def _plain(value: object) -> str:
    text = str(value)
    if text and text.isascii() and text.isprintable() and not set(text) & set(" \"'="):
        return text
    return json.dumps(text, ensure_ascii=False) if text.isprintable() else json.dumps(text)
