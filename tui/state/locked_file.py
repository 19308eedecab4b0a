"""Writing a small file so that it is there whole or not at all, by one process at a time."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 100
"""Hundredths of a second that a lock is waited for, by somebody who pressed a key."""


@contextmanager
def file_lock(path: str) -> Iterator[None]:
    """Hold off other processes that want to write the same file.

    Where locks are not to be had (Windows, some network folders), or somebody holds one and sleeps,
    writing goes on without: the worst is a pin lost in the instant in which two are set.

    Raises:
        OSError: the folder takes no file.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    descriptor = os.open(f"{path}.lock", os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        for _ in range(_PATIENCE):
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                time.sleep(0.01)
            except OSError:
                break
        yield
    finally:
        os.close(descriptor)
