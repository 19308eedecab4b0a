"""Send output to a file (``--output``) or to a pager instead of standard output.

The command runs first and its output is buffered; only then is the file written or the pager
started. A command that fails leaves the old file, and one that is killed leaves no partial file.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from stat import S_ISREG
from typing import TypeAlias

from tui.cli.args.output_format import check_extension
from tui.cli.args.spec import Options, UsageError
from tui.cli.errors import report_error
from tui.cli.output.unwritten import USAGE_ERROR, report_unwritten, report_waiting
from tui.cli.output.writer import (
    OUTPUT_ERROR,
    OutputError,
    is_terminal,
    print_error,
    print_message,
    printable,
    write_data,
)
from tui.cli.settings import Settings, is_dumb_terminal, resolve_settings
from tui.config import Config
from tui.file_write import write_file
from tui.store import find_content, is_input
from tui.text.language import Wording

Execute: TypeAlias = Callable[[Options, Settings], int]
"""Runs the command and returns its exit code."""
_IS_INPUT = Wording(
    "{file}是简报的内容文件，未覆盖：请换一个文件名",
    "{file} is a file of the briefing's content and was not changed: choose another name",
)

_NO_PAGER = Wording(
    "无法运行分页程序{pager}，直接输出结果",
    "cannot run the pager {pager}: printing the output without it",
)
_PAGER_FAILED = Wording(
    "分页程序{pager}出错（{why}），结果可能未显示：请去掉--pager，或另设MEDBRIEF_PAGER",
    "the pager {pager} failed ({why}), so the output may not have been shown: "
    "omit --pager, or set MEDBRIEF_PAGER to another one",
)
_SIGNAL = Wording("信号{number}", "signal {number}")
_EXIT_CODE = Wording("退出码{number}", "exit code {number}")


def run_redirected(options: Options, execute: Execute, config: Config) -> int:
    """Run the command and deliver its output; return its exit code, 74 if the file cannot be
    written, or 2 if the briefing is made from it."""
    if options.output in (None, "-"):
        return _run_paged(options, execute, config)
    buffer = _Buffer(becomes_file=_is_file(options.output))
    settings = resolve_settings(options, os.environ, buffer, config)
    try:
        check_extension(options)
    except UsageError as error:
        return report_error(error, options.command, settings, options.typed)
    code = _run_buffered(options, settings, execute, buffer)
    if not _has_result(code, options):
        return code
    try:
        if is_input(options.output, find_content(settings.content, os.environ)):
            message = _IS_INPUT.format(file=printable(options.output, 200))
            print_error(message.of(settings.language), settings.language)
            return USAGE_ERROR
        path, language = options.output, settings.language
        write_file(path, buffer.content(), waiting=lambda: report_waiting(path, language))
    except BrokenPipeError:  # a pipe whose reader wants no more, as on standard output
        return code
    except (OSError, ValueError) as error:
        return report_unwritten(options.output, error, settings.language)
    return code


def _is_file(path: str) -> bool:
    """Return whether a path is, or will be, a file: not a named pipe, /dev/fd/3 and the like."""
    from pathlib import Path

    try:
        return S_ISREG(Path(path).stat().st_mode)
    except (OSError, ValueError):
        return True


def _has_result(code: int, options: Options) -> bool:
    """Return whether the output is to be written: ``check`` returns 3 along with its findings."""
    return code == 0 or (code == 3 and options.command == "check")


def _run_paged(options: Options, execute: Execute, config: Config) -> int:
    from tui.cli.output import pager

    out = sys.stdout
    settings = resolve_settings(options, os.environ, out, config)
    command = (
        pager.choose_pager(os.environ)
        if options.pager and is_terminal(out) and not is_dumb_terminal(os.environ)
        else ""
    )
    if not command:
        return execute(options, settings)
    if options.color == "auto" and not pager.passes_colors(command, os.environ):
        settings = settings._replace(color=False)
    buffer = _Buffer()
    code = _run_buffered(options, settings, execute, buffer)
    text = buffer.content()
    if not text:
        return code
    name, language = printable(command, 200), settings.language
    exit_code = pager.run_pager(command, text, out.encoding, os.environ)
    if exit_code is None:
        print_message(_NO_PAGER.format(pager=name).of(language))
        try:
            write_data(text)
        except (BrokenPipeError, OutputError) as error:
            from tui.cli.errors import report_output_error

            return report_output_error(error, language)
    elif exit_code:
        reason = _SIGNAL if exit_code < 0 else _EXIT_CODE
        why = reason.format(number=abs(exit_code)).of(language)
        print_error(_PAGER_FAILED.format(pager=name, why=why).of(language), language)
        return code or OUTPUT_ERROR
    return code


def _run_buffered(options: Options, settings: Settings, execute: Execute, buffer: _Buffer) -> int:
    stdout = sys.stdout
    sys.stdout = buffer
    try:
        return execute(options, settings)
    finally:
        sys.stdout = stdout


class _Buffer(TextIOWrapper):
    """In-memory replacement for standard output, in the same encoding. ``becomes_file``: whether
    its content is written to a file."""

    def __init__(self, *, becomes_file: bool = False) -> None:
        self.becomes_file = becomes_file
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        super().__init__(BytesIO(), encoding=encoding, errors="replace", write_through=True)

    def content(self) -> bytes:
        """Return everything that was written."""
        self.seek(0)
        return bytes(self.buffer.read())
