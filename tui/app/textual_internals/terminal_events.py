"""Which control sequences Textual turns into events, and which queries of Textual they answer."""

from __future__ import annotations

import re

from textual import constants
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import (
    SPECIAL_SEQUENCES,
    _re_extended_key,
    _re_in_band_window_resize,
    _re_mouse_event,
    _re_terminal_mode_response,
)

_MOUSE_X10 = "\x1b[M"
"""Followed by three characters, which are no part of the sequence (xterm, ctlseqs)."""
_PATTERNS = (
    _re_in_band_window_resize,
    _re_mouse_event,
    re.compile(r"\x1b\[\?(?:2026|2048);[0-9]\$y"),  # the modes that Textual asks for
    *(() if constants.DISABLE_KITTY_KEY else (_re_extended_key,)),
)
_CURSOR_POSITION = re.compile(r"\x1b\[[0-9]+;[0-9]+R")
"""CPR. In row 1 it equals F3 with a modifier, which Textual does not tell from it either."""
_ATTRIBUTES = re.compile(r"\x1b\[\?[0-9;]*c")


def is_event(sequence: str) -> bool:
    """Return whether Textual knows a complete CSI sequence: a key, the mouse, the focus, a size, a
    mode report. Any other one is a reply to somebody's query."""
    if _CURSOR_POSITION.fullmatch(sequence):
        return False
    return (
        sequence == _MOUSE_X10
        or sequence in ANSI_SEQUENCES_KEYS
        or sequence in SPECIAL_SEQUENCES
        or any(pattern.fullmatch(sequence) for pattern in _PATTERNS)
    )


def awaited_reply(sequence: str) -> str:
    """Return the query that ``sequence`` answers: the number of the mode for DECRPM,
    ``attributes`` for DA1, empty for anything else."""
    if match := _re_terminal_mode_response.match(sequence):
        return match["mode_id"]
    return "attributes" if _ATTRIBUTES.fullmatch(sequence) else ""
