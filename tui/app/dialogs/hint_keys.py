"""The keys that a hint of a dialog names: a click on “Esc cancel” presses Escape."""

from __future__ import annotations

import re

from tui.text.width import cell_width

_KEYS = {
    "Esc": "escape",
    "Enter": "enter",
    "回车": "enter",
    "Tab": "tab",
    "Space": "space",
    "空格": "space",
    "Ctrl+X": "ctrl+x",
    "y overwrite": "y",
    "y覆盖": "y",
}
"""Keys as hints name them, and as Textual does."""
_NAME = re.compile("|".join(map(re.escape, _KEYS)))
_PARTS = re.compile(r" ?· | {2,}|[\u2500-\u257f]+|-{2,}")
"""What separates the parts of a hint, or a hint from the frame around it."""


def key_at(text: str, cell: int) -> str:
    """Return the key that the part of a hint at a cell names, empty where it names none."""
    start = 0
    for separator in (*_PARTS.finditer(text), None):
        end = separator.start() if separator else len(text)
        if cell < cell_width(text[:start]):
            return ""
        if cell < cell_width(text[:end]):
            name = _NAME.search(text, start, end)
            return _KEYS[name[0]] if name else ""
        start = separator.end() if separator else end
    return ""
