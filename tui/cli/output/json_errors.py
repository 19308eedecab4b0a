"""Errors as JSON on standard error, for command lines with ``--json``."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Sequence
from io import BytesIO, TextIOWrapper

from tui.cli.output.writer import ERROR, print_error_line, write_error_data
from tui.text.control_characters import json_without_controls

NAMES = {
    1: "not_found",
    2: "usage",
    3: "invalid_content",
    70: "internal",
    74: "output",
    130: "interrupted",
}
"""``error`` of the object by exit code."""
_PROGRAM = re.compile(rf"^medbrief(?: [^ :]+)?: (?:{'|'.join(ERROR)})?")


def requests_json(words: Sequence[str]) -> bool:
    """Return whether a command line has the option ``--json``."""
    options = words[: list(words).index("--")] if "--" in words else words
    return "--json" in options and not (options and options[0].startswith("_"))


def run_with_json_errors(run: Callable[[], int]) -> int:
    """Run a command and return its exit code; if it fails, what it prints to standard error becomes
    one object."""
    before, code = sys.stderr, 70
    sys.stderr = captured = TextIOWrapper(
        BytesIO(), "utf-8", errors="replace", newline="\n", write_through=True
    )
    try:
        code = run()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 2
        raise
    finally:
        sys.stderr = before
        captured.seek(0)
        data: bytes = captured.buffer.read()
        if data and code:
            print_error_line(json_error(data.decode("utf-8", "replace"), code))
        elif data:
            write_error_data(data)
    return code


def json_error(text: str, code: int) -> str:
    """Return the lines of an error as an object, on one line. ``message`` is the first of them,
    without the name of the program; ``details`` the others."""
    message, *details = [_PROGRAM.sub("", line, count=1) for line in text.splitlines()] or [""]
    error = {
        "error": NAMES.get(code, "error"),
        "exit_code": code,
        "message": message,
        "details": details,
    }
    return json_without_controls(json.dumps(error, ensure_ascii=False))
