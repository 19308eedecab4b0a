"""Apply the rules and locate their violations in the files."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tui.check.context import CheckContext
from tui.check.rule import Rule, Severity, Violation
from tui.check.rules import RULES
from tui.diagnostics import Problem, ProblemType
from tui.load import Content
from tui.load.toml_positions import TomlPositions
from tui.text.language import LANGUAGES, NO_TEXT, Language

MISSING_ORIGINAL = "S102"
_CONFIRM = ("S103", "S109")
"""Reported for every document that has just been added: not cited yet, fields to confirm."""


class Finding(NamedTuple):
    """A violation with its position in a file."""

    problem: Problem
    severity: Severity
    violation: Violation


class CheckResult(NamedTuple):
    """All findings, sorted by file and position; what only has to be confirmed comes last, so that
    it does not bury the others. ``unchecked_sources``: ids of the sources without
    an original, whose quotes could not be checked."""

    findings: tuple[Finding, ...]
    unchecked_sources: tuple[str, ...]

    @property
    def errors(self) -> int:
        """Return the number of findings that are errors."""
        return sum(finding.severity == "error" for finding in self.findings)

    def without_missing_originals(self) -> CheckResult:
        """Return the result for somebody who has some of the originals only: those that are
        missing are no errors."""
        kept = (item for item in self.findings if item.problem.code != MISSING_ORIGINAL)
        return self._replace(findings=tuple(kept))


def _in_languages(
    violations: Iterable[Violation], languages: Sequence[Language]
) -> Iterator[Violation]:
    """Yield the violations; in a briefing of one language, none of texts in the other one."""
    for violation in violations:
        language = violation.path[-1] if violation.path else ""
        if language not in LANGUAGES or language in languages:
            yield violation


def check_content(
    content: Content,
    originals: Path | None = None,
    today: datetime.date | None = None,
    rules: Sequence[Rule] = RULES,
) -> CheckResult:
    """Apply the rules to the content. ``originals``: the folder of the original documents."""
    context = CheckContext(content, originals, today)
    positions: dict[str, TomlPositions] = {}
    findings = []
    for rule in rules:
        for violation in _in_languages(rule.check(context), content.briefing.languages):
            file = content.files[violation.entry]
            if violation.entry not in positions:
                positions[violation.entry] = file.positions()
            position = positions[violation.entry].value(violation.path)
            problem = ProblemType(rule.code, rule.message, NO_TEXT).at(
                file.name, position, **violation.values
            )
            problem = problem._replace(fix=rule.fix)  # its braces are TOML, not placeholders
            findings.append(Finding(problem, rule.severity, violation))
    findings.sort(key=lambda finding: (finding.problem.code in _CONFIRM, finding.problem[:4]))
    unchecked = [source.id for source in content.sources if context.original_bytes(source) is None]
    return CheckResult(tuple(findings), tuple(unchecked))
