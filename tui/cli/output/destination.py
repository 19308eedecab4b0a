"""Where an answer goes that is not just printed: into a file (``--output``) or a pager.

The command runs first and its answer is kept; only then is the file touched or the pager
started. So a command that fails leaves the old file, and one killed halfway leaves nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper

from tui.cli import messages
from tui.cli.args.spec import Options
from tui.cli.output.writer import OUTPUT_ERROR, is_terminal, print_message, printable
from tui.cli.settings import Settings, resolve_settings
from tui.config import Config


def run_redirected(
    options: Options, answer: Callable[[Options, Settings], int], config: Config
) -> int:
    """Run ``answer`` and hand on what it prints; its exit code, or 74 where the file cannot be
    written."""
    if options.output in (None, "-"):
        return _page(options, answer, config)
    kept = _Kept()
    settings = resolve_settings(options, os.environ, kept, config)
    code = _run(options, settings, answer, kept)
    if not _worth_keeping(code, options):
        return code
    try:
        _write(options.output, kept.taken())
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        why = getattr(error, "strerror", None) or error
        told = messages.CANNOT_WRITE.format(file=printable(options.output, 200), why=why)
        print_message(told.of(settings.language))
        return OUTPUT_ERROR
    return code


def _write(path: str, data: bytes) -> None:
    """Write the output file. What is not a regular file (a pipe, /dev/stdout) is written directly.

    Raises:
        OSError: the file cannot be written; the old content is unchanged.
        ValueError: ``path`` cannot be the name of a file.
    """
    from tui.atomic_write import write_atomically

    if os.path.exists(path):  # noqa: PTH110
        if not os.path.isfile(path):  # noqa: PTH113
            with open(path, "wb") as file:  # noqa: PTH123
                file.write(data)
            return
        if not os.access(path, os.W_OK):  # the folder may be writable where the file is not
            raise PermissionError(13, os.strerror(13), path)
    write_atomically(path, data)


def _worth_keeping(code: int, options: Options) -> bool:
    """``check`` prints what it finds and says with 3 that it found something."""
    return code == 0 or (code == 3 and options.command == "check")


def _page(options: Options, answer: Callable[[Options, Settings], int], config: Config) -> int:
    from tui.cli.output import pager

    out = sys.stdout
    settings = resolve_settings(options, os.environ, out, config)
    command = pager.choose_pager(os.environ) if options.pager and is_terminal(out) else ""
    if not command:
        return answer(options, settings)
    kept = _Kept()
    code = _run(options, settings, answer, kept)
    text = kept.taken()
    if text and not pager.run_pager(command, text, out.encoding, os.environ):
        out.flush()
        out.buffer.write(text)
        out.flush()
    return code


def _run(
    options: Options,
    settings: Settings,
    answer: Callable[[Options, Settings], int],
    kept: _Kept,
) -> int:
    before = sys.stdout
    sys.stdout = kept
    try:
        return answer(options, settings)
    finally:
        sys.stdout = before


class _Kept(TextIOWrapper):
    """A standard output that keeps what it is given, in the encoding of the real one."""

    def __init__(self) -> None:
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        super().__init__(BytesIO(), encoding=encoding, errors="replace", write_through=True)

    def taken(self) -> bytes:
        """All of it."""
        self.seek(0)
        return bytes(self.buffer.read())
