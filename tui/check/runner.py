"""Running the rules, and placing what they find in the files."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tui.check.context import CheckContext
from tui.check.rule import Rule, Severity, Violation
from tui.check.rules import RULES
from tui.diagnostics import Problem, ProblemType
from tui.load import Content
from tui.load.toml_positions import TomlPositions
from tui.text.language import NO_TEXT


class Finding(NamedTuple):
    """A breach, placed. ``replace``: what should stand there, where the mend is mechanical."""

    problem: Problem
    severity: Severity
    violation: Violation


class CheckResult(NamedTuple):
    """Everything that was found, in file order. ``unread``: ids of sources whose original was
    not at hand, so that rules on quoted words could not be applied to them."""

    findings: tuple[Finding, ...]
    unchecked_sources: tuple[str, ...]

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity == "error" for finding in self.findings)


def check_content(
    content: Content,
    originals: Path | None = None,
    today: datetime.date | None = None,
    rules: Sequence[Rule] = RULES,
) -> CheckResult:
    """Apply the rules to a content."""
    context = CheckContext(content, originals, today)
    positions: dict[str, TomlPositions] = {}
    findings = []
    for rule in rules:
        for found in rule.check(context):
            entry = content.files[found.entry]
            if found.entry not in positions:
                positions[found.entry] = entry.positions()
            place = positions[found.entry].value(found.path)
            told = ProblemType(rule.code, rule.message, NO_TEXT).at(
                entry.file, place, **found.values
            )
            problem = told._replace(fix=rule.fix)  # its braces are TOML, not places
            findings.append(Finding(problem, rule.severity, found))
    findings.sort(key=lambda finding: finding.problem[:4])
    unread = [source.id for source in content.sources if source.id not in context.texts]
    return CheckResult(tuple(findings), tuple(unread))
