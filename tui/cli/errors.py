"""What goes wrong ends here: in one line on stderr and an exit code, never in a traceback."""

from __future__ import annotations

import os

from tui.app.terminal.errors import AppCrashedError
from tui.cli import messages
from tui.cli.output.writer import (
    OUTPUT_ERROR,
    OutputError,
    discard_stream,
    print_error_line,
    print_message,
    printable,
)
from tui.cli.settings import Settings
from tui.store import BriefingError

_INTERNAL_ERROR = 70  # EX_SOFTWARE of sysexits.h
_INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def report_error(error: BaseException, settings: Settings) -> int:
    """Tell the person what happened, and return the exit code."""
    language = settings.language
    if isinstance(error, AppCrashedError):
        language = error.language
        error = error.error
    match error:
        case BrokenPipeError():  # ``medbrief list | head -1``: the reader has seen enough
            discard_stream(1)
            return 0
        case KeyboardInterrupt():
            return _INTERRUPTED
        case OutputError():
            discard_stream(1)
            print_message(messages.OUTPUT_LOST.format(why=error).of(language))
            return OUTPUT_ERROR
        case BriefingError(problems=problems):
            print_message(messages.CONTENT_BROKEN.format(count=len(problems)).of(language))
            for problem in problems:
                print_error_line(printable(problem.format(language), longest=1000))
            return 3
    if os.environ.get("MEDBRIEF_DEBUG"):
        raise error
    what = f"{type(error).__name__}: {error}"
    print_message(messages.INTERNAL.format(what=what).of(language))
    return _INTERNAL_ERROR
