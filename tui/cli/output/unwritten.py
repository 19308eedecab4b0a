"""Report a file that could not be written, or not yet."""

from __future__ import annotations

from tui.cli.output.writer import OUTPUT_ERROR, print_error, print_message, printable
from tui.system_errors import cannot_write
from tui.text.language import Language, Wording

USAGE_ERROR = 2
"""Exit code where a file exists that is not to be overwritten."""
_WAITING = Wording("等待其他程序读取管道{file}", "waiting for a reader of the pipe {file}")


def report_unwritten(path: str, error: OSError | ValueError, language: Language) -> int:
    """Print on one line why a file cannot be written; return the exit code."""
    print_error(cannot_write(printable(path, 200), error).of(language), language)
    return USAGE_ERROR if isinstance(error, FileExistsError) else OUTPUT_ERROR


def report_waiting(path: str, language: Language) -> None:
    """Print that no program has opened a named pipe for reading yet."""
    print_message(_WAITING.format(file=printable(path, 200)).of(language))
