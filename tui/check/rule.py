"""What a rule is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple, TypeAlias

from tui.check.context import CheckContext
from tui.load.toml_positions import TomlPath
from tui.text.language import Wording

Severity: TypeAlias = Literal["error", "hint"]


class Violation(NamedTuple):
    """A breach of a rule. ``entry``: the id of the record or source, or ``briefing.toml``;
    ``path``: where in it; ``values`` fill the rule's message. ``replace``: the text that
    should stand at ``path``, where the mend is mechanical."""

    entry: str
    path: TomlPath
    values: dict[str, object]
    replace: str | None = None


class Rule(NamedTuple):
    """A rule of the house. ``message`` has ``{places}``; ``why`` says what a reader would lose
    without it; ``wrong`` and ``right`` show it."""

    code: str
    severity: Severity
    message: Wording
    fix: Wording
    why: Wording
    incorrect: str
    correct: str
    check: Callable[[CheckContext], Iterable[Violation]]
