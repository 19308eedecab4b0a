"""Report a file that could not be written."""

from __future__ import annotations

from tui.cli.output.writer import OUTPUT_ERROR, print_error, printable
from tui.system_errors import cannot_write
from tui.text.language import Language

USAGE_ERROR = 2
"""Exit code where a file exists that is not to be overwritten."""


def report_unwritten(path: str, error: OSError | ValueError, language: Language) -> int:
    """Print on one line why a file cannot be written; return the exit code."""
    print_error(cannot_write(printable(path, 200), error).of(language), language)
    return USAGE_ERROR if isinstance(error, FileExistsError) else OUTPUT_ERROR
