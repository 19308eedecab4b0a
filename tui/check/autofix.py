"""Apply automatic fixes: write the replacement texts of violations into the files."""

from __future__ import annotations

import datetime
import re
from codecs import BOM_UTF8
from pathlib import Path

from tui.check.runner import Finding, check_content
from tui.file_write import write_file
from tui.load import Content, load_content

_MAX_ROUNDS = 20
"""Each round fixes one rule per text, and a fix may expose another violation. No fix undoes
another, so the loop ends long before this limit."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def apply_fixes(folder: Path, originals: Path | None, today: datetime.date | None = None) -> int:
    """Write all automatic fixes into the files of a content folder; return their number.

    Raises:
        ContentError: the content does not load.
        OSError: a file cannot be written; files before it are already fixed.
    """
    fixed = 0
    for _ in range(_MAX_ROUNDS):
        content = load_content(folder)
        findings = check_content(content, originals, today).findings
        fixable = [finding for finding in findings if finding.violation.replacement is not None]
        if not fixable:
            break
        fixed += _write(content, fixable)
    return fixed


def _write(content: Content, findings: list[Finding]) -> int:
    replacements: dict[str, dict[tuple[int, int], str]] = {}
    for violation in (finding.violation for finding in findings):
        positions = content.files[violation.entry].positions()
        span = positions.span(violation.path)
        if span is None and violation.path[-1:] in (("zh",), ("en",)):
            span = positions.span(violation.path[:-1])  # a plain text: one language
        if span and violation.replacement is not None:
            replacements.setdefault(violation.entry, {}).setdefault(span, violation.replacement)
    for entry, by_span in replacements.items():
        data = content.files[entry].text.encode("utf-8")
        for (start, end), text in sorted(by_span.items(), reverse=True):
            data = data[:start] + toml_string(text).encode("utf-8") + data[end:]
        write_text(Path(content.files[entry].name), data)
    return sum(len(by_span) for by_span in replacements.values())


def write_text(path: Path, data: bytes) -> None:
    """Replace the text of a file; its byte order mark, if it has one, stays.

    Raises:
        OSError: the file cannot be written; names it.
    """
    try:
        bom = BOM_UTF8 if path.read_bytes().startswith(BOM_UTF8) else b""
        write_file(str(path), bom + data)
    except OSError as error:  # the error of a full disk does not name the file
        raise OSError(error.errno, error.strerror, str(path)) from error


def toml_string(text: str) -> str:
    """Return the text as a TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    escaped = _CONTROL.sub(lambda control: f"\\u{ord(control[0]):04X}", escaped)
    return f'"{escaped}"'
