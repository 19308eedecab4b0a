"""An exception as one line for the log."""

from __future__ import annotations

import traceback
from pathlib import Path
from types import FrameType

MAX_LINE = 1000
"""Characters of a line; its message takes at most a third."""
_FRAMES = 5


def exception_line(error: BaseException) -> str:
    """Return type, message and innermost frames of an exception, as printable text.

    Example: ``ValueError: no page (store/pages.py:31 in load < cli/commands/show.py:12 in run)``.
    """
    try:
        message = str(error)
    except Exception:  # raised by a broken __str__
        message = "(no message)"
    line = f"{type(error).__name__}: {message[: MAX_LINE // 3]}"
    places = [_place(*each) for each in traceback.walk_tb(error.__traceback__)]
    if places:
        line += f" ({' < '.join(reversed(places[-_FRAMES:]))})"
    return printable_line(line)


def printable_line(text: str) -> str:
    """Return text in one line without control characters, cut to the maximum."""
    line = " ".join(text.split())
    return "".join(char if char.isprintable() else "?" for char in line)[:MAX_LINE]


def _place(frame: FrameType, line: int) -> str:
    """Return ``app/app.py:31 in on_mount``: the file with its two innermost folders."""
    file = "/".join(Path(frame.f_code.co_filename).parts[-3:])
    return f"{file}:{line} in {frame.f_code.co_name}"
