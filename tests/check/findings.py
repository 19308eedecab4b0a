"""Check a small briefing and summarize the findings."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import NamedTuple

from tests.check.briefing import Files, write
from tui.check import Finding, check_content
from tui.load import load_content

TODAY = datetime.date(2024, 1, 1)


class CodeAt(NamedTuple):
    """Code and position of a finding. ``file``: relative to the folder."""

    code: str
    file: str
    line: int
    column: int


def find(folder: Path, files: Files, *, originals: bool = True) -> list[Finding]:
    """Write a briefing below ``folder``, check it and return the findings."""
    content = load_content(write(folder, files))
    result = check_content(content, folder / "originals" if originals else None, TODAY)
    return list(result.findings)


def positions(folder: Path, findings: list[Finding]) -> list[CodeAt]:
    """Return code and position of each finding, in order."""
    return [
        CodeAt(
            finding.problem.code,
            Path(finding.problem.file).resolve().relative_to(folder.resolve()).as_posix(),
            finding.problem.line,
            finding.problem.column,
        )
        for finding in findings
    ]


def codes(findings: list[Finding]) -> list[str]:
    """Return the code of each finding."""
    return [finding.problem.code for finding in findings]


def formatted(findings: list[Finding]) -> str:
    """Return the findings as text, for the message of a failed test."""
    return "\n".join(finding.problem.format("en") for finding in findings)
