"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import stat
from contextlib import suppress


def write_whole(path: str, data: bytes) -> None:
    """Put ``data`` in the place of what the file holds: written beside it under another name, then
    renamed. Its permissions stay, and a link goes on leading to it. What is no regular file
    (a pipe, /dev/stdout) is written directly.

    Raises:
        OSError: it cannot be written; the old file is as it was.
        ValueError: it cannot be the name of a file.
    """
    try:
        old = os.stat(path)  # noqa: PTH116
    except FileNotFoundError:
        old = None
    if old and not stat.S_ISREG(old.st_mode):
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(data)
        return
    target = os.path.realpath(path)
    if old and not os.access(target, os.W_OK):  # renaming would get round it
        raise PermissionError(13, os.strerror(13), path)
    beside = f"{target}.{os.getpid()}.part"
    made = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with open(made, "wb") as file:  # noqa: PTH123
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if old:
            os.chmod(beside, stat.S_IMODE(old.st_mode))  # noqa: PTH101
        os.replace(beside, target)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)  # noqa: PTH108
        raise
