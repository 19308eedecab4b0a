"""Mending by machine: what a rule says should stand there is written there."""

from __future__ import annotations

import datetime
from pathlib import Path as File

from tui.check.run import Finding, check_content
from tui.load import Content, load_content

_ROUNDS = 5
"""A text may break several rules; each round mends one breach of it."""


def fix(folder: File, originals: File | None, today: datetime.date | None = None) -> int:
    """Write every mechanical mend into the files of a content folder; returns how many.

    Raises:
        ContentError: the content does not load.
        OSError: a file cannot be written; those before it are mended.
    """
    mended = 0
    for _ in range(_ROUNDS):
        content = load_content(folder)
        findings = check_content(content, originals, today).findings
        fixable = [item for item in findings if item.found.replace is not None]
        if not fixable:
            break
        mended += _write(content, fixable)
    return mended


def _write(content: Content, findings: list[Finding]) -> int:
    by_entry: dict[str, dict[tuple[int, int], str]] = {}
    for finding in findings:
        span = content.entries[finding.entry].positions().span(finding.found.path)
        if span and finding.found.replace is not None:
            by_entry.setdefault(finding.entry, {}).setdefault(span, finding.found.replace)
    for entry, mends in by_entry.items():
        data = content.entries[entry].text.encode("utf-8")
        for (start, end), text in sorted(mends.items(), reverse=True):
            data = data[:start] + _literal(text).encode("utf-8") + data[end:]
        File(content.entries[entry].file).write_bytes(data)
    return sum(len(mends) for mends in by_entry.values())


def _literal(text: str) -> str:
    """A TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
