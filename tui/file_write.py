"""Write a file: the one function that all of medbrief's files are written with.

A file is replaced in one step where that is possible: readers see the old or the new content,
and a write that fails changes nothing. Elsewhere it is written as the shell's ``>`` writes it.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable
from contextlib import suppress

from tui.atomic_write import flush_folder, temporary_file
from tui.full_write import write_all

_NO_RENAME = frozenset(
    getattr(errno, name)
    for name in (
        *("EACCES", "EPERM", "EROFS"),  # a read-only folder; a sticky one with another's file
        "EBUSY",  # the file is a mount point: bind-mounted, as single files in containers are
        *("EXDEV", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EINVAL", "EMLINK"),  # by file system
    )
)
"""Errors of rename(2), link(2) and open(2) after which writing in place may still succeed."""
_READER_CHECKS = 50
_READER_INTERVAL = 0.02
"""Seconds between two attempts to open a named pipe that has no reader: a second in all."""
_DESCRIPTORS = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
_DESCRIPTOR_FOLDERS = ("/dev/fd", "/proc/self/fd")


def write_file(
    path: str,
    data: bytes,
    *,
    mode: int | None = None,
    exclusive: bool = False,
    waiting: Callable[[], None] = lambda: None,
) -> None:
    """Write a file, and flush it to disk.

    A symbolic link stays one; its target is written. A file that is replaced keeps its permissions,
    owner, extended attributes and hard links. A pipe or device is written to, and so is the open
    descriptor that a name such as /dev/stdout stands for.

    Args:
        path: the file; its folder must exist.
        data: the new content.
        mode: permission bits of the file. None: those of the file that is replaced, else the
            default of the process.
        exclusive: whether the file must be new.
        waiting: called where the file is a named pipe that no program has opened for reading after
            a second; then this waits for one (fifo(7)).

    Raises:
        FileExistsError: ``exclusive``, and there is a file.
        OSError: the file cannot be written. The old content is unchanged, unless a device fails
            while a file that cannot be replaced is written in place.
        ValueError: ``path`` cannot be the name of a file.
    """
    if not path or path.endswith(os.sep):
        number = errno.EISDIR if path else errno.ENOENT
        raise OSError(number, os.strerror(number), path)
    if exclusive:
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path)
        _create(path, data, mode, exclusive=True)
        return
    descriptor = descriptor_of(path)
    if descriptor is not None:
        _write_to(os.dup(descriptor), data)
        return
    target = os.path.realpath(path)
    try:
        old = os.stat(path)
    except FileNotFoundError:
        _create(target, data, mode, exclusive=False)
        return
    if stat.S_ISFIFO(old.st_mode):
        _write_to(_open_pipe(path, waiting), data)
        return
    descriptor = os.open(path, os.O_WRONLY)  # the folder may be writable where the file is not
    if not stat.S_ISREG(old.st_mode):
        _write_to(descriptor, data)
        return
    try:
        # A link into /proc, as to /dev/stdout, may lead to a file that has no name any more.
        has_one_name = old.st_nlink == 1 and os.path.exists(target)
        if not has_one_name or not _replace(target, old, data, mode):
            _write_in_place(descriptor, data, mode)
    finally:
        os.close(descriptor)


def _open_pipe(path: str, waiting: Callable[[], None]) -> int:
    """Open a named pipe for writing, as soon as it has a reader; call ``waiting`` if that takes
    long."""
    for _ in range(_READER_CHECKS):
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:  # no reader
                raise
            time.sleep(_READER_INTERVAL)
        else:
            os.set_blocking(descriptor, True)
            return descriptor
    waiting()
    return os.open(path, os.O_WRONLY)


def descriptor_of(path: str) -> int | None:
    """Return the open descriptor that a path such as /dev/stdout or /dev/fd/3 stands for; None for
    other paths. Opening such a path would truncate a file that was opened for appending, and fails
    for a socket."""
    folder, name = os.path.split(path)
    if folder in _DESCRIPTOR_FOLDERS and name.isascii() and name.isdecimal() and len(name) < 10:
        return int(name)
    return _DESCRIPTORS.get(path)


def _write_to(descriptor: int, data: bytes) -> None:
    """Write to a descriptor and close it."""
    with os.fdopen(descriptor, "wb", 0) as stream:
        write_all(stream, data)


def _create(path: str, data: bytes, mode: int | None, *, exclusive: bool) -> None:
    """Write a new file. Where it cannot be written in one step, a failed one is removed again."""
    try:
        with temporary_file(path, exclusive=exclusive) as temporary:
            _write_new(temporary, data, mode)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_RENAME:
            raise
        _write_new(path, data, mode)
    flush_folder(os.path.dirname(path))


def _write_new(path: str, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    descriptor = os.open(path, flags, 0o666 if mode is None else mode)
    try:
        with os.fdopen(descriptor, "wb", 0) as file:
            write_all(file, data)
            _flush(descriptor)
    except BaseException:
        with suppress(OSError):
            os.unlink(path)
        raise


def _replace(path: str, old: os.stat_result, data: bytes, mode: int | None) -> bool:
    """Replace a file in one step; return False if its folder, file system or attributes do not
    allow it. ``old``: its state."""
    try:
        with temporary_file(path) as temporary:
            _write_new(temporary, data, 0o600)
            _copy_attributes(path, old, temporary)
            os.chmod(temporary, stat.S_IMODE(old.st_mode) if mode is None else mode)
    except OSError as error:
        if error.errno not in _NO_RENAME:
            raise
        return False
    flush_folder(os.path.dirname(path))
    return True


def _copy_attributes(path: str, old: os.stat_result, new: str) -> None:
    """Give a new file the owner, the group and the extended attributes (access control lists,
    SELinux labels) of the old one.

    Raises:
        OSError: this user may not; then only writing in place keeps them.
    """
    created = os.stat(new)
    if (created.st_uid, created.st_gid) != (old.st_uid, old.st_gid):
        os.chown(new, old.st_uid, old.st_gid)
    if hasattr(os, "listxattr"):  # Linux
        try:
            names = os.listxattr(path)
        except OSError:  # a file system without them
            return
        for name in names:
            os.setxattr(new, name, os.getxattr(path, name))


def _write_in_place(descriptor: int, data: bytes, mode: int | None) -> None:
    """Replace the content of an open file. What is beyond its old end comes first: only this needs
    more space, so that on a full disk the old content is left as it was."""
    old_size = os.fstat(descriptor).st_size
    with os.fdopen(descriptor, "wb", 0, closefd=False) as file:
        try:
            file.seek(old_size)
            write_all(file, data[old_size:])
        except BaseException:
            os.ftruncate(descriptor, old_size)
            raise
        file.seek(0)
        write_all(file, data[:old_size])
    os.ftruncate(descriptor, len(data))
    if mode is not None:
        os.fchmod(descriptor, mode)
    _flush(descriptor)


def _flush(descriptor: int) -> None:
    """Flush a file to disk, where its file system supports it."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_RENAME:
            raise
