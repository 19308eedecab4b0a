"""Mistakes on their way to a person: found by what they are about, then placed in the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tui.diagnostics import Problem, ProblemType
from tui.text import close_matches
from tui.text.language import Wording


class Fault(NamedTuple):
    """A mistake in the value at ``path``; ``in_key``: rather in its name."""

    mistake: ProblemType
    path: tuple[str | int, ...]
    values: Mapping[str, object]
    in_key: bool = False


def placed(file: str, text: str, faults: Iterable[Fault]) -> tuple[Problem, ...]:
    """The mistakes at their lines and columns, in the order of the file."""
    from tui.load.toml_positions import TomlPositions

    positions = TomlPositions(text)
    problems = []
    for fault in faults:
        place = positions.key(fault.path) if fault.in_key else positions.value(fault.path)
        problems.append(fault.mistake.at(file, place, **fault.values))
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def did_you_mean(word: str, known: Iterable[str], unless: Wording) -> Wording:
    """What was perhaps meant; ``unless``: said with all that is known where nothing is near."""
    names = list(known)
    return close_matches.did_you_mean(word.lower(), names) or unless.format(
        known=Wording("、".join(names), ", ".join(names))
    )
