"""Which findings are about a file, a folder or a source."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tui.check.context import CheckContext
from tui.check.runner import Finding
from tui.diagnostics import Problem
from tui.load.toml_positions import TomlPath
from tui.model import Citation


class PathSelection(NamedTuple):
    """The problems of one file, or of all files below a folder."""

    path: Path

    def includes(self, problem: Problem) -> bool:
        """Return whether a problem is in the file or folder."""
        return Path(problem.file).resolve().is_relative_to(self.path.resolve())


def about_source(context: CheckContext, source: str, findings: list[Finding]) -> list[Finding]:
    """Return the findings in the record of a source and in what cites it: a figure, rate, event,
    provision or other part with a quote of it, or that quote."""
    places = [
        (entry, path)
        for entry, path, citation in context.parts(Citation)
        if citation.source == source
    ]
    own = context.content.files[source].name
    return [
        finding
        for finding in findings
        if finding.problem.file == own
        or any(
            finding.violation.entry == entry and _concerns(finding.violation.path, path)
            for entry, path in places
        )
    ]


def _concerns(path: TomlPath, citation: TomlPath) -> bool:
    holder = citation[:-2]  # without "citations" and the number
    return path[: len(citation)] == citation or (bool(holder) and path[: len(holder)] == holder)
