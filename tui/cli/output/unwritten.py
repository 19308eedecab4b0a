"""Report a file that could not be written."""

from __future__ import annotations

from tui.cli.output.writer import OUTPUT_ERROR, print_error, printable
from tui.system_errors import cannot_write
from tui.text.language import Language

_FILE_EXISTS = 2
"""A usage error: the file was to be new."""


def report_unwritten(path: str, error: OSError | ValueError, language: Language) -> int:
    """Print on one line why a file cannot be written; return the exit code."""
    print_error(cannot_write(printable(path, 200), error).of(language), language)
    return _FILE_EXISTS if isinstance(error, FileExistsError) else OUTPUT_ERROR
