"""Write a file under a temporary name in the same folder and rename it: readers see the old or the
new content, never a part of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_NAME_LENGTH = 50
"""Characters of the name that the temporary one has: at most 200 of its 255 bytes."""


@contextmanager
def temporary_file(path: str, *, exclusive: bool = False) -> Iterator[str]:
    """Yield a temporary path beside ``path`` for the block to write to; rename it to ``path`` when
    the block ends, delete it when the block raises.

    Raises:
        FileExistsError: ``exclusive``, and another process has written ``path`` meanwhile.
        OSError: the file cannot be renamed.
    """
    folder, name = os.path.split(path)
    # The process id keeps two writers apart.
    temporary = os.path.join(folder, f".{name[-_NAME_LENGTH:]}.{os.getpid()}")
    with suppress(FileNotFoundError):
        os.unlink(temporary)
    try:
        yield temporary
        if exclusive:
            os.link(temporary, path)
        else:
            os.replace(temporary, path)
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def flush_folder(folder: str) -> None:
    """Flush the renaming of a file in the folder to disk, where the system supports it."""
    with suppress(OSError):
        descriptor = os.open(folder or os.curdir, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
