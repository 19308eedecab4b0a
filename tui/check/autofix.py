"""Mending by machine: what a rule says should stand there is written there."""

from __future__ import annotations

import datetime
import re
from codecs import BOM_UTF8
from pathlib import Path

from tui.check.runner import Finding, check_content
from tui.load import Content, load_content

_ROUNDS = 20
"""A text may break several rules, and one mend may lay bare another breach; each round mends
one rule of it. Every mend makes a text shorter or plainer, so that this is never reached."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def apply_fixes(folder: Path, originals: Path | None, today: datetime.date | None = None) -> int:
    """Write every mechanical mend into the files of a content folder; returns how many.

    Raises:
        ContentError: the content does not load.
        OSError: a file cannot be written; those before it are mended.
    """
    mended = 0
    for _ in range(_ROUNDS):
        content = load_content(folder)
        findings = check_content(content, originals, today).findings
        fixable = [item for item in findings if item.violation.replace is not None]
        if not fixable:
            break
        mended += _write(content, fixable)
    return mended


def _write(content: Content, findings: list[Finding]) -> int:
    by_entry: dict[str, dict[tuple[int, int], str]] = {}
    for finding in findings:
        span = content.files[finding.violation.entry].positions().span(finding.violation.path)
        if span and finding.violation.replace is not None:
            by_entry.setdefault(finding.violation.entry, {}).setdefault(
                span, finding.violation.replace
            )
    for entry, mends in by_entry.items():
        file = Path(content.files[entry].file)
        data = content.files[entry].text.encode("utf-8")
        for (start, end), text in sorted(mends.items(), reverse=True):
            data = data[:start] + _literal(text).encode("utf-8") + data[end:]
        try:
            mark = BOM_UTF8 if file.read_bytes().startswith(BOM_UTF8) else b""
            file.write_bytes(mark + data)
        except OSError as error:  # a full disk does not say which file
            raise OSError(error.errno, error.strerror, str(file)) from error
    return sum(len(mends) for mends in by_entry.values())


def _literal(text: str) -> str:
    """A TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    escaped = _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04X}", escaped)
    return f'"{escaped}"'
