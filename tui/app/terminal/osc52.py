"""The escape sequence that puts text on the clipboard of the terminal (OSC 52, xterm).

A terminal does not confirm it: many accept it, some ask the user, some ignore it. Within tmux it is
sent twice: plain, which tmux accepts with ``set-clipboard on``, and wrapped for pass-through, which
needs ``allow-passthrough on``. GNU screen passes wrapped pieces through.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

MAX_BASE64_BYTES = 74_994
"""Bytes of base64 that terminals are known to accept; they drop or truncate a longer text."""

_SCREEN_CHUNK = 240
"""Bytes per device control string; GNU screen accepts 256."""


def clipboard_sequence(text: str, environ: Mapping[str, str]) -> str:
    """Return the escape sequence to write to the terminal; empty if ``text`` is too long."""
    encoded = b64encode(text.encode("utf-8", "replace")).decode()
    if len(encoded) > MAX_BASE64_BYTES:
        return ""
    plain = f"\x1b]52;c;{encoded}\x07"
    term = environ.get("TERM", "")
    if environ.get("TMUX") or term.startswith("tmux"):
        return f"{plain}\x1bPtmux;{plain.replace(chr(27), chr(27) * 2)}\x1b\\"
    if environ.get("STY"):
        chunks = [plain[at : at + _SCREEN_CHUNK] for at in range(0, len(plain), _SCREEN_CHUNK)]
        return "".join(f"\x1bP{chunk}\x1b\\" for chunk in chunks)
    return plain
