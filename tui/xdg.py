"""Ground: the folders for a user's files (XDG Base Directory specification)."""

from __future__ import annotations

import os

from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def home_folder(environ: Mapping[str, str]) -> str:
    """The user's home; nobody's is the top of the file system, and no folder called "~" where the
    command happens to run."""
    folder = environ.get("HOME") or os.path.expanduser("~")
    return folder if os.path.isabs(folder) else os.sep


def user_folder(environ: Mapping[str, str], variable: str, *usual: str) -> str:
    """Medbrief's folder under ``variable`` (``XDG_CACHE_HOME``), else under ``usual`` at home."""
    base = environ.get(variable, "")
    if not os.path.isabs(base):  # the specification: a relative one is ignored
        base = os.path.join(home_folder(environ), *usual)
    return os.path.join(base, "medbrief")


def read_small_file(path: str, largest: int) -> bytes | None:
    """What is in a user's file of at most ``largest`` bytes; None where there is none.

    Raises:
        OSError: it cannot be read, or is no file: reading a pipe or a device might never end.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        size = os.fstat(descriptor).st_size
        if not os.path.isfile(path):
            raise OSError(0, "not a regular file")
        if size > largest:
            raise OSError(0, f"{size} bytes are too many")
    except OSError:
        os.close(descriptor)
        raise
    with os.fdopen(descriptor, "rb") as file:
        return file.read(largest)
