"""Entry point of the ``medbrief`` console script and of ``python -m tui``."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # signal imports enum: 5 % of a lookup
import gc
import sys

_INTERRUPTED = 130
"""128 + SIGINT, as shells report a process that the signal has ended."""

# A lookup allocates fewer objects than this, so the collector never runs; together with
# ``gc.freeze`` below, 10 % fewer instructions of a lookup.
_GC_THRESHOLD = 10_000


def run() -> int:
    """Run the command line of this process and return its exit code.

    During the imports and at exit Ctrl-C ends the process as the system does by default: Python
    would print a traceback. Between them it raises KeyboardInterrupt. Where the caller ignores
    SIGINT it stays ignored.
    """
    gc.set_threshold(_GC_THRESHOLD)
    raises = _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler
    if raises:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
    if sys.stdin is None or sys.stdout is None or sys.stderr is None:  # closed, as by ``>&-``
        _occupy_standard_descriptors()
    from tui.cli.main import main  # after the threshold: imports allocate most of the objects

    try:
        if raises:
            _signal.signal(_signal.SIGINT, _signal.default_int_handler)
        return main()
    except KeyboardInterrupt:
        return _INTERRUPTED
    finally:
        if raises:
            _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
        gc.freeze()  # skips the collection at interpreter exit


def _occupy_standard_descriptors() -> None:
    """Occupy the closed ones of descriptors 0 to 2, which the next opened files would get: what is
    meant for a standard stream, by a child process for example, would go into them. The direction
    is the wrong one, so that using them still fails with EBADF."""
    import os

    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDONLY if descriptor else os.O_WRONLY)
