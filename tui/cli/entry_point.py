"""Entry point of the ``medbrief`` console script and of ``python -m tui``."""

from __future__ import annotations

import gc
import os
import sys

from tui.code_cache import CodeCache

GC_THRESHOLD = 10_000
"""A lookup allocates fewer objects than this, so the collector never runs; together with
``gc.freeze`` below, 10 % fewer instructions of a lookup."""


def run() -> int:
    """Run the command line of this process and return its exit code.

    Ctrl-C ends it with 130 and without a traceback, during the imports and at exit too
    (``tui.cli.interrupts``).
    """
    gc.set_threshold(GC_THRESHOLD)
    if sys.stdin is None or sys.stdout is None or sys.stderr is None:  # closed, as by ``>&-``
        _occupy_standard_descriptors()
    code_cache = CodeCache()
    code_cache.install()
    from tui.cli.interrupts import exit_on_interrupt
    from tui.cli.main import main  # after the threshold: imports allocate most of the objects
    from tui.cli.settings import locale_encoding

    try:
        try:
            if encoding := locale_encoding(os.environ):
                from tui.cli.output.terminal_encoding import use_locale_encoding

                use_locale_encoding(encoding)
            return main()
        finally:
            code_cache.save()
            exit_on_interrupt()
    except KeyboardInterrupt:
        return 130
    finally:
        gc.freeze()  # skips the collection at interpreter exit


def _occupy_standard_descriptors() -> None:
    """Occupy the closed ones of descriptors 0 to 2, which the next opened files would get: what is
    meant for a standard stream, by a child process for example, would go into them. The direction
    is the wrong one, so that using them still fails with EBADF."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDONLY if descriptor else os.O_WRONLY)
