"""Read files of public keys, one a line, as OpenSSH writes them (sshd(8), AUTHORIZED_KEYS FILE
FORMAT)."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from typing import NamedTuple

from tui.serve.security.key_problems import KeyFileError
from tui.system_errors import NOT_A_REGULAR_FILE
from tui.text.language import Wording

_MAX_BYTES = 16 * 1024 * 1024
"""About 100,000 keys: a larger file is a mistake, such as a device or a log."""

_TOO_LARGE = Wording("文件过大：最多{limit}字节", "too large: at most {limit} bytes")
_UTF_16 = Wording(
    "文件是UTF-16编码：请另存为UTF-8", "the file is encoded in UTF-16: save it as UTF-8"
)
_KRL = Wording(
    "不支持二进制的KRL：请每行写一个公钥或指纹",
    "binary key revocation lists are not supported: write one public key or fingerprint per line",
)


class FileVersion(NamedTuple):
    """Changes whenever the file is written or replaced."""

    device: int
    inode: int
    size: int
    modified: int
    changed: int


def file_version(file: str) -> FileVersion | None:
    """Return the version of the file on disk, None if it cannot be found."""
    try:
        found = os.stat(file)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return FileVersion(
        found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
    )


def read_regular_file(file: str) -> bytes:
    """Return the contents of a file; a device, directory or FIFO is refused, never waited for.

    Raises:
        KeyFileError: it is missing, unreadable, not a regular file, or too large.
    """
    try:
        # Without O_NONBLOCK, opening a FIFO would block the server.
        descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise KeyFileError(file, NOT_A_REGULAR_FILE)
            data = stream.read(_MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise KeyFileError(file, Wording(why, why)) from None
    if len(data) > _MAX_BYTES:
        raise KeyFileError(file, _TOO_LARGE.format(limit=_MAX_BYTES))
    return data


def read_key_file(file: str) -> str:
    """Return the text of the file without a byte order mark. Bytes that are not UTF-8 are replaced:
    they can only be part of a comment.

    Raises:
        KeyFileError: it is missing, unreadable, not a regular file, too large, or not text.
    """
    data = read_regular_file(file)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise KeyFileError(file, _UTF_16)
    if data.startswith(b"SSHKRL\n\0"):
        raise KeyFileError(file, _KRL)
    return data.decode("utf-8-sig", "replace")


def key_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield number, counted from 1, and text of every line that is not empty or a comment.

    Only LF and CRLF end a line: a form feed or U+2028 in a comment does not start another key.
    """
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.removesuffix("\r").strip(" \t")
        if stripped and not stripped.startswith("#"):
            yield number, stripped
