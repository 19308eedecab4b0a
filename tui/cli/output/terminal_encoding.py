"""Standard streams and arguments in the encoding of the locale, where Python uses another one."""

from __future__ import annotations

import os
import sys
from codecs import lookup
from io import TextIOWrapper


def use_locale_encoding(encoding: str) -> None:
    """Use ``encoding``, which the locale names, for the streams and arguments of this process.

    Changes nothing where the user has set LC_CTYPE to a UTF-8 locale, which otherwise Python does
    (PEP 538).
    """
    if _value_at_start("LC_CTYPE").lower().replace("-", "").endswith("utf8"):
        return
    use_encoding(encoding)
    if not _is_encoding(sys.getfilesystemencoding(), encoding):
        sys.argv[1:] = [_decode(os.fsencode(word), encoding) for word in sys.argv[1:]]


def use_encoding(encoding: str) -> None:
    """Decode standard input from ``encoding``; encode standard output and standard error in it."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not _is_encoding(stream.encoding, encoding):
            stream.reconfigure(encoding=encoding, errors=stream.errors)


def _value_at_start(name: str) -> str:
    """Return a variable as this process was started with; empty where this is unknown."""
    try:
        with open("/proc/self/environ", encoding="utf-8", errors="replace") as file:  # noqa: PTH123
            variables = file.read().split("\0")
    except OSError:
        return ""
    prefix = f"{name}="
    return next((each.removeprefix(prefix) for each in variables if each.startswith(prefix)), "")


def _is_encoding(name: str, encoding: str) -> bool:
    return lookup(name) == lookup(encoding)


def _decode(word: bytes, encoding: str) -> str:
    """Decode an argument; one that is not in ``encoding``, a file name for example, as Python
    does."""
    try:
        return word.decode(encoding)
    except UnicodeDecodeError:
        return os.fsdecode(word)
