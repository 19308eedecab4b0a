"""Write to standard output and standard error; all other modules go through these functions."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from stat import S_ISREG

from tui.cli.settings import Settings
from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.line_wrap import Line
from tui.render.sgr import to_text
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from typing import TextIO

OUTPUT_ERROR = 74
"""Exit code where the output cannot be written: EX_IOERR of sysexits.h."""

ERROR = Wording("错误：", "error: ")
_PATIENCE = 0.5
"""Seconds that a message waits for room on a standard error in non-blocking mode."""


class OutputError(Exception):
    """Standard output is closed or cannot be written, for example on a full disk. ``error``: the
    reason."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


def write_output(text: str) -> None:
    """Write data to standard output, without control characters. Characters that its encoding
    lacks are replaced by others of the same width.

    Raises:
        BrokenPipeError: the reader has closed the pipe.
        OutputError: standard output cannot be written.
    """
    _write_encoded(_without_controls(text))


def _write_encoded(text: str) -> None:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        from tui.text.encoding import replace_unencodable

        data = replace_unencodable(text, encoding).encode(encoding, "replace")
    write_data(data)


def write_file_output(text: str) -> None:
    """Write the text of a file to standard output: UTF-8 and its own line ends on any terminal, but
    without control characters on a terminal. A byte-order mark, which Excel needs, goes to files
    only: the programs behind a pipe would take it for part of the first column's name.

    Raises:
        BrokenPipeError: the reader has closed the pipe.
        OutputError: standard output cannot be written.
    """
    text = _without_controls(text) if is_terminal(sys.stdout) else text
    if not _is_file(sys.stdout):
        text = text.removeprefix("\ufeff")
    write_data(text.encode("utf-8", "replace"))


def write_path(path: str) -> None:
    """Write the name of a file to standard output, on a line, byte for byte: a shell passes it on.

    Raises:
        BrokenPipeError, OutputError: see ``write_data``.
    """
    write_data(os.fsencode(path) + b"\n")


def write_data(data: bytes) -> None:
    """Write bytes to standard output, all of them.

    Raises:
        BrokenPipeError: the reader has closed the pipe.
        OutputError: standard output is closed, or not all can be written.
    """
    out = sys.stdout
    if not data:
        return
    try:
        if out is None or out.closed:
            from errno import EBADF

            raise OSError(EBADF, os.strerror(EBADF))
        _write_all(out, data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error) from None


def _write_all(stream: TextIO, data: bytes, patience: float | None = None) -> None:
    """Write bytes past the buffer of a text stream: a buffer drops what a full pipe in non-blocking
    mode does not take (CPython issue 86210)."""
    stream.flush()
    raw = getattr(stream.buffer, "raw", stream.buffer)  # no buffer with PYTHONUNBUFFERED
    written = raw.write(data)
    if written != len(data):
        from tui.full_write import write_all

        write_all(raw, data[written or 0 :], patience)


def write_lines(lines: Iterable[Line], settings: Settings) -> None:
    """Write laid-out lines to standard output, in color where the settings want it."""
    if settings.color:
        from tui.render.theme import depth, shade

        environ = _environment()
        shades = shade(settings.theme or "auto", environ)
        text = to_text(lines, color=True, shade=shades, depth=depth(environ))
    else:
        text = to_text(lines, color=False)
    if settings.ambiguous == 2:
        from tui.text.encoding import replace_ambiguous

        text = replace_ambiguous(text)
    _write_encoded(text)


def _environment() -> Mapping[str, str]:
    """Return the environment without NO_COLOR, which ``--color always`` overrides."""
    return {name: value for name, value in os.environ.items() if name != "NO_COLOR"}


def print_error(text: str, language: Language) -> None:
    """Print an error to standard error."""
    print_message(f"{ERROR.of(language)}{text}")


def print_message(text: str) -> None:
    """Print a message to standard error, after the name of the program."""
    print_error_line(f"medbrief: {text}")


def print_error_line(text: str) -> None:
    """Print a line to standard error."""
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    write_error_data(f"{_without_controls(text)}\n".encode(encoding, "replace"))


def write_error_data(data: bytes) -> None:
    """Write bytes to standard error. Its problems change neither the answer nor the exit code."""
    err = sys.stderr
    if err is None or err.closed:
        return
    try:
        _write_all(err, data, _PATIENCE)
    except OSError:  # standard error is full or closed: nowhere to report it
        discard_stream(2)


def _without_controls(text: str) -> str:
    """Remove what a terminal would execute, or draw in another order."""
    if all(map(str.isprintable, text.split("\n"))):
        return text
    from tui.text.control_characters import lines_without_controls  # rarely needed

    return lines_without_controls(text)


def is_terminal(stream: object) -> bool:
    """Return whether a stream is a terminal; False for a closed one."""
    isatty = getattr(stream, "isatty", None)
    try:
        return bool(isatty and isatty())
    except ValueError:  # closed
        return False


def _is_file(stream: object) -> bool:
    """Return whether what is written to a stream becomes a file: by ``--output``, whose buffer has
    ``becomes_file``, or by a redirection of the shell."""
    becomes_file: bool | None = getattr(stream, "becomes_file", None)
    if becomes_file is not None:
        return becomes_file
    try:
        return S_ISREG(os.fstat(stream.fileno()).st_mode)  # type: ignore[attr-defined]
    except (AttributeError, OSError, ValueError):
        return False


def discard_stream(descriptor: int) -> None:
    """Redirect a failed stream to /dev/null, so that flushing it at exit does not raise again."""
    from contextlib import suppress

    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def printable(text: str, max_length: int = 60) -> str:
    """Return user input that is safe to print: truncated, without control characters."""
    text = text[: max_length + 1]
    if not text.isprintable():
        from tui.text.control_characters import without_controls  # rarely needed

        text = "".join(" " if char.isspace() else char for char in text)
        text = without_controls(text.replace("\u00ad", "?"), "?")
    return text if len(text) <= max_length else text[: max_length - 1] + "…"
