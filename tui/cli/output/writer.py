"""The one writer of standard output, and the one of standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping

from tui.cli.settings import Settings
from tui.render.line_wrap import Line
from tui.render.sgr import to_text

OUTPUT_ERROR = 74
"""EX_IOERR of sysexits.h: the answer cannot be written where it should go."""


class OutputError(Exception):
    """Standard output takes no more: a full disk, say. Its text is the system's reason."""


def write_output(text: str) -> None:
    """Data, on standard output. What the output's encoding lacks is replaced, cell for
    cell.

    Raises:
        BrokenPipeError: nobody reads it any more.
        OutputError: it cannot be written.
    """
    out = sys.stdout
    if out is None or out.closed:
        return
    encoding = out.encoding or "utf-8"
    try:
        out.write(_writable(text, encoding))
        out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.strerror) from None


def _writable(text: str, encoding: str) -> str:
    try:
        return text.encode(encoding).decode(encoding)
    except UnicodeEncodeError:
        from tui.text.encoding import replace_unencodable

        held = replace_unencodable(text, encoding)
        return held.encode(encoding, "replace").decode(encoding)


def write_file_output(text: str) -> None:
    """The text of a file, on standard output: UTF-8 whatever a terminal would take, line ends as
    they are.

    Raises:
        BrokenPipeError: nobody reads it any more.
        OutputError: it cannot be written.
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
    """Laid-out lines, on standard output."""
    if settings.color:
        from tui.render.theme import shade

        text = to_text(lines, colour=True, shade=shade(settings.theme or "auto", _asked()))
    else:
        text = to_text(lines, colour=False)
    if settings.ambiguous == 2:
        from tui.text.encoding import replace_ambiguous

        text = replace_ambiguous(text)
    write_output(text)


def _asked() -> Mapping[str, str]:
    """The environment; without NO_COLOR, which an option for colours overrules."""
    return {name: value for name, value in os.environ.items() if name != "NO_COLOR"}


def print_message(text: str) -> None:
    """A message for the person, on standard error, under the command's name."""
    print_error_line(f"medbrief: {text}")


def print_error_line(text: str) -> None:
    """A line on standard error."""
    err = sys.stderr
    if err is None or err.closed:
        return
    encoding = err.encoding or "utf-8"
    try:
        err.write(f"{text}\n".encode(encoding, "replace").decode(encoding))
    except OSError:  # nowhere left to complain
        discard_stream(2)


def is_terminal(stream: object) -> bool:
    """Whether somebody sits at the other end."""
    isatty = getattr(stream, "isatty", None)
    try:
        return bool(isatty and isatty())
    except ValueError:  # closed
        return False


def discard_stream(descriptor: int) -> None:
    """Let what is still buffered for a stream that failed go nowhere: flushed when the interpreter
    ends, it would fail once more."""
    from contextlib import suppress

    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def printable(text: str, longest: int = 60) -> str:
    """What a person typed, fit to be shown: not too long, and nothing in it that cannot be seen."""
    text = text[: longest + 1]
    if not text.isprintable():
        text = "".join(_visible(char) for char in text)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _visible(char: str) -> str:
    if char.isprintable():
        return char
    return " " if char.isspace() else "?"
