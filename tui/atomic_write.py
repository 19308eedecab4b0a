"""Write a file so that readers see the old or the new content, never a part of it.

The new content is written under a temporary name in the same folder and then renamed.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def temporary_file(path: str, *, overwrite: bool = True) -> Iterator[str]:
    """Yield a temporary path beside ``path`` for the block to write to; rename it to ``path`` when
    the block ends, delete it when the block raises. Without ``overwrite`` a file that another
    process has written to ``path`` meanwhile is left as it is.

    Raises:
        OSError: the file cannot be renamed.
    """
    folder, name = os.path.split(path)
    # The process id keeps two writers apart.
    temporary = os.path.join(folder, f".{name}.{os.getpid()}")
    with suppress(FileNotFoundError):
        os.unlink(temporary)
    try:
        yield temporary
        if overwrite:
            os.replace(temporary, path)
        else:
            with suppress(FileExistsError):
                os.link(temporary, path)
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def write_atomically(
    path: str, data: bytes, *, mode: int | None = None, overwrite: bool = True
) -> None:
    """Replace the content of a file, and flush it to disk. A symbolic link stays one.

    Args:
        path: the file; its folder must exist.
        data: the new content.
        mode: permission bits of the file. None: those of the file that is replaced, else the
            default of the process.
        overwrite: whether to replace a file that exists.

    Raises:
        OSError: the file cannot be written; the old content is unchanged.
        ValueError: ``path`` cannot be the name of a file.
    """
    target = os.path.realpath(path)
    with temporary_file(target, overwrite=overwrite) as temporary:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        descriptor = os.open(temporary, flags, 0o666 if mode is None else mode)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        if mode is None:
            with suppress(FileNotFoundError):
                os.chmod(temporary, stat.S_IMODE(os.stat(target).st_mode))
    _flush_folder(os.path.dirname(target))


def _flush_folder(folder: str) -> None:
    """Flush the renaming to disk, where the system supports it."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
