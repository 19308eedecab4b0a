"""What is sent to a terminal that it may put a text on the clipboard (OSC 52 of xterm).

Whether it took it, nobody can know: many terminals do, some ask, some pass over it. Within tmux it
is sent twice: plain, which tmux takes with ``set-clipboard on``, and wrapped to be passed through,
which it does with ``allow-passthrough on``. GNU screen passes through what is wrapped, in pieces.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

MOST = 74_994
"""Bytes of base64 that terminals are known to take; a longer text they drop, or cut."""

_PIECE = 240
"""Bytes of one device control string, of which GNU screen takes 256."""


def clipboard_sequence(text: str, environ: Mapping[str, str]) -> str:
    """What to write; empty for a text that is too long."""
    encoded = b64encode(text.encode("utf-8", "replace")).decode()
    if len(encoded) > MOST:
        return ""
    plain = f"\x1b]52;c;{encoded}\x07"
    term = environ.get("TERM", "")
    if environ.get("TMUX") or term.startswith("tmux"):
        return f"{plain}\x1bPtmux;{plain.replace(chr(27), chr(27) * 2)}\x1b\\"
    if environ.get("STY"):
        pieces = [plain[at : at + _PIECE] for at in range(0, len(plain), _PIECE)]
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return plain
