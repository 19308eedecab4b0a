"""Folders and small files of the user (XDG Base Directory specification).

Not platformdirs: its import costs milliseconds of every lookup.
"""

from __future__ import annotations

import os

from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def home_folder(environ: Mapping[str, str]) -> str:
    """Return the user's home folder; ``/`` if it is unknown or relative."""
    folder = environ.get("HOME") or os.path.expanduser("~")
    return folder if os.path.isabs(folder) else os.sep


def user_folder(environ: Mapping[str, str], variable: str, *default: str) -> str:
    """Return medbrief's folder in the base folder of a kind.

    Args:
        environ: the environment.
        variable: the variable that names the base folder, such as ``XDG_CACHE_HOME``.
        default: the parts of the base folder's path below the home folder where the variable is
            unset or, as the specification demands, relative.
    """
    base = environ.get(variable, "")
    if not os.path.isabs(base):
        base = os.path.join(home_folder(environ), *default)
    return os.path.join(base, "medbrief")


def read_small_file(path: str, max_size: int) -> bytes | None:
    """Return the content of a file of at most ``max_size`` bytes; None if it does not exist.

    Raises:
        OSError: it cannot be read, is larger, or is not a regular file (reading a pipe or a device
            might never end).
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        size = os.fstat(descriptor).st_size
        if not os.path.isfile(path):
            raise OSError(0, "not a regular file")
        if size > max_size:
            raise OSError(0, f"{size} bytes are too many")
    except OSError:
        os.close(descriptor)
        raise
    with os.fdopen(descriptor, "rb") as file:
        return file.read(max_size)
