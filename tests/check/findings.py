"""What a check finds in a small briefing: codes and places, told shortly."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import NamedTuple

from tests.check.briefing import Files, write
from tui.check import Finding, check_content
from tui.load import load_content

TODAY = datetime.date(2024, 1, 1)


class At(NamedTuple):
    """A breach: its code, the file below the folder, line and column."""

    code: str
    file: str
    line: int
    column: int


def find(folder: Path, files: Files, *, originals: bool = True) -> list[Finding]:
    """Write a briefing below ``folder`` and check it."""
    content = load_content(write(folder, files))
    checked = check_content(content, folder / "originals" if originals else None, TODAY)
    return list(checked.findings)


def places(folder: Path, findings: list[Finding]) -> list[At]:
    """Where each finding is, in the order in which they are told."""
    return [
        At(
            finding.problem.code,
            Path(finding.problem.file).resolve().relative_to(folder.resolve()).as_posix(),
            finding.problem.line,
            finding.problem.column,
        )
        for finding in findings
    ]


def codes(findings: list[Finding]) -> list[str]:
    """The code of each finding."""
    return [finding.problem.code for finding in findings]


def told(findings: list[Finding]) -> str:
    """The findings as a person is told them, for the message of a failed test."""
    return "\n".join(finding.problem.format("en") for finding in findings)
