"""Report exceptions and mistakes in the config: a message on standard error, an exit code."""

from __future__ import annotations

import os
from collections.abc import Iterable

from tui.app.app_crashed_error import AppCrashedError
from tui.cli import messages
from tui.cli.args.spec import UsageError
from tui.cli.commands import COMPLETE, load_command
from tui.cli.output.writer import (
    OUTPUT_ERROR,
    OutputError,
    discard_stream,
    print_error,
    print_error_line,
    print_message,
    printable,
)
from tui.cli.settings import Settings
from tui.diagnostics import Problem
from tui.store import BriefingError
from tui.text.language import Language, Wording

_USAGE_ERROR = 2
_INVALID_CONTENT = 3
_MAX_USAGE_MESSAGE = 4000
"""Characters: a usage error found by a command may list many accepted values."""
INTERNAL_ERROR = 70
"""EX_SOFTWARE of sysexits.h."""
_INTERRUPTED = 130  # 128 + SIGINT, as in shells

_INTERNAL = Wording(
    "内部错误：{what}。请连同命令一起报告；设MEDBRIEF_DEBUG=1可显示详情",
    "internal error: {what}. Please report it with the command; "
    "set MEDBRIEF_DEBUG=1 for a traceback",
)
_CANNOT_WRITE_OUTPUT = Wording("无法写入结果：{why}", "cannot write the output: {why}")
_INVALID_CONFIG = Wording(
    "设置文件有{count}处错误，有误的设置按默认值处理：",
    "{errors} in the config file, defaults are used instead:",
)


def report_error(
    error: BaseException, command: str | None, settings: Settings, typed: str = ""
) -> int:
    """Print what went wrong in a command and return the exit code. With MEDBRIEF_DEBUG an
    unexpected error is raised again. ``typed``: see ``Options``."""
    language = settings.language
    if isinstance(error, AppCrashedError):
        language = error.language
        error = error.error
    match error:
        case BrokenPipeError() | OutputError():
            return report_output_error(error, language)
        case KeyboardInterrupt():
            return _INTERRUPTED
        case UsageError(message=message):
            from tui.cli.args.usage_errors import print_usage_error

            print_usage_error(
                message.of(language),
                load_command(command) if command else None,
                language,
                _MAX_USAGE_MESSAGE,
                typed=typed,
            )
            return _USAGE_ERROR
        case BriefingError(problems=problems):
            print_error(messages.invalid_content(len(problems)).of(language), language)
            _print_problems(problems, language)
            return _INVALID_CONTENT
    if os.environ.get("MEDBRIEF_DEBUG"):
        raise error
    what = f"{type(error).__name__}: {error}"
    print_message(_INTERNAL.format(what=what).of(language))
    return INTERNAL_ERROR


def is_unexpected(error: BaseException) -> bool:
    """Return whether ``report_error`` reports an exception as an internal error."""
    if isinstance(error, AppCrashedError):
        error = error.error
    expected = (BrokenPipeError, KeyboardInterrupt, UsageError, OutputError, BriefingError)
    return not isinstance(error, expected)


def report_output_error(error: BrokenPipeError | OutputError, language: Language) -> int:
    """Print why standard output cannot be written and return the exit code: 0 where the reader
    wants no more, as in ``medbrief list | head -1``."""
    discard_stream(1)
    if isinstance(error, BrokenPipeError):
        return 0
    from tui.system_errors import reason

    print_error(_CANNOT_WRITE_OUTPUT.format(why=reason(error.error)).of(language), language)
    return OUTPUT_ERROR


def report_config_problems(command: str | None, settings: Settings) -> None:
    """Print every mistake in the config, including its keys, to standard error. The panels,
    ``config`` and ``serve`` show them themselves; completion stays silent."""
    if command not in (None, "open", "config", "serve", COMPLETE):
        from tui.app.keymap import actions
        from tui.config import read_config

        print_config_problems(read_config(os.environ, actions()).problems, settings.language)


def print_config_problems(problems: Iterable[Problem], language: Language) -> None:
    """Print the mistakes in the config, one a line."""
    found = list(problems)
    count = len(found)
    errors = messages.count_of(count, "error")
    print_message(_INVALID_CONFIG.format(count=count, errors=errors).of(language))
    _print_problems(found, language)


def _print_problems(problems: Iterable[Problem], language: Language) -> None:
    for problem in problems:
        print_error_line(printable(problem.format(language), max_length=1000))
