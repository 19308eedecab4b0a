"""The process of one command line: what it makes, it makes for a moment."""

from __future__ import annotations

import gc

_AT_ONCE = 10_000
"""Objects made before they are searched for garbage: a look-up makes fewer, and leaves none."""


def run() -> int:
    """Run the command line of this process and return its exit code."""
    gc.set_threshold(_AT_ONCE)
    from tui.cli.main import main  # this makes most of them

    try:
        return main()
    finally:
        gc.freeze()  # what ends with the process is not searched at its end
