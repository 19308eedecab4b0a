"""The path of a file as a user types it."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from tui.app import messages
from tui.system_errors import NOT_A_REGULAR_FILE, reason
from tui.text.language import Wording

_YEAR = 4
"""Digits: a number of so many is the year of a title, not one that ``free_name`` gave."""


def expanded_path(typed: str) -> str:
    """Return the path, with ``~`` and ``~user`` replaced by their folders."""
    return os.path.expanduser(typed.strip())  # noqa: PTH111 - pathlib raises for an unknown ~user


def full_path(typed: str) -> str:
    """Return the path from the root, for the user to read: a relative one is completed by the
    working folder, if there still is one."""
    path = expanded_path(typed)
    with suppress(OSError, ValueError):
        return str(Path.cwd() / path) if path else ""
    return path


def shown_path(path: str) -> str:
    """Return a full path for the user to read, with ``~`` for the home folder."""
    home = expanded_path("~").rstrip(os.sep)
    inside = home and f"{path}{os.sep}".startswith(f"{home}{os.sep}")
    return f"~{path[len(home) :]}" if inside else path


def shown_folder(typed: str) -> str:
    """Return the folder of the path, for the user to read; empty where no path is typed."""
    path = full_path(typed)
    return shown_path(str(Path(path).parent)) if path else ""


def free_name(typed: str) -> str:
    """Return the path, numbered before its extension where something has it already."""
    path, number = Path(typed), 1
    while os.path.lexists(expanded_path(str(path))):
        number += 1
        path = Path(typed).with_stem(f"{Path(typed).stem}-{number}")
    return typed if number == 1 else str(path)


def _earlier_file(path: str) -> str:
    """Return the name of the file beside which the one of this path has a number, empty for
    none."""
    stem, _, number = Path(path).stem.rpartition("-")
    earlier = (
        Path(path).with_stem(stem) if stem and number.isdecimal() and len(number) < _YEAR else None
    )
    return earlier.name if earlier and is_file(str(earlier)) else ""


def written(path: str) -> Wording:
    """Return that a file was written, and beside which earlier one."""
    file = Path(shown_path(full_path(path)))
    if earlier := _earlier_file(path):
        return messages.EXPORTED_BESIDE.format(
            name=file.name, earlier=earlier, folder=str(file.parent)
        )
    return messages.EXPORTED.format(file=str(file))


def not_replaceable(path: str) -> Wording | None:
    """Return why no file can have this path: there is a folder, a device or a pipe; None where
    there is a file or nothing."""
    if is_file(path) or not os.path.lexists(path):
        return None
    folder = reason(IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)))
    is_folder = os.path.isdir(path)  # noqa: PTH112 - pathlib raises where it may not look
    return folder if is_folder else NOT_A_REGULAR_FILE


def is_file(path: str) -> bool:
    """Return whether there is a file; False where that cannot be known."""
    return os.path.isfile(path)  # noqa: PTH113 - pathlib raises for a name that is too long
