"""Write to standard output and standard error; all other modules go through these functions."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping

from tui.cli.settings import Settings
from tui.render.line_wrap import Line
from tui.render.sgr import to_text
from tui.text.language import Language, Wording

OUTPUT_ERROR = 74
"""Exit code where the output cannot be written: EX_IOERR of sysexits.h."""

ERROR = Wording("错误：", "error: ")


class OutputError(Exception):
    """Standard output cannot be written, for example on a full disk. The text is the system's."""


def write_output(text: str) -> None:
    """Write data to standard output. Characters that its encoding lacks are replaced by others of
    the same width.

    Raises:
        BrokenPipeError: the reader has closed the pipe.
        OutputError: standard output cannot be written.
    """
    out = sys.stdout
    if out is None or out.closed:
        return
    encoding = out.encoding or "utf-8"
    try:
        out.write(_encodable(text, encoding))
        out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.strerror) from None


def _encodable(text: str, encoding: str) -> str:
    try:
        return text.encode(encoding).decode(encoding)
    except UnicodeEncodeError:
        from tui.text.encoding import replace_unencodable

        replaced = replace_unencodable(text, encoding)
        return replaced.encode(encoding, "replace").decode(encoding)


def write_file_output(text: str) -> None:
    """Write the text of a file to standard output: UTF-8 and its own line ends on any terminal.

    Raises:
        BrokenPipeError: the reader has closed the pipe.
        OutputError: standard output cannot be written.
    """
    out = sys.stdout
    if out is None or out.closed:
        return
    try:
        out.flush()
        out.buffer.write(text.encode("utf-8", "replace"))
        out.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.strerror) from None


def write_lines(lines: Iterable[Line], settings: Settings) -> None:
    """Write laid-out lines to standard output, in color where the settings want it."""
    if settings.color:
        from tui.render.theme import shade

        text = to_text(lines, color=True, shade=shade(settings.theme or "auto", _environment()))
    else:
        text = to_text(lines, color=False)
    if settings.ambiguous == 2:
        from tui.text.encoding import replace_ambiguous

        text = replace_ambiguous(text)
    write_output(text)


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
    err = sys.stderr
    if err is None or err.closed:
        return
    encoding = err.encoding or "utf-8"
    try:
        err.write(f"{text}\n".encode(encoding, "replace").decode(encoding))
    except OSError:  # standard error is full or closed: nowhere to report it
        discard_stream(2)


def is_terminal(stream: object) -> bool:
    """Return whether a stream is a terminal; False for a closed one."""
    isatty = getattr(stream, "isatty", None)
    try:
        return bool(isatty and isatty())
    except ValueError:  # closed
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
        text = "".join(_printable_char(char) for char in text)
    return text if len(text) <= max_length else text[: max_length - 1] + "…"


def _printable_char(char: str) -> str:
    if char.isprintable():
        return char
    return " " if char.isspace() else "?"
