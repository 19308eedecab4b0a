"""The types of a rule and of its violations."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple, TypeAlias

from tui.check.context import CheckContext
from tui.load.toml_positions import TomlPath
from tui.text.language import Wording

Severity: TypeAlias = Literal["error", "hint"]


class Violation(NamedTuple):
    """A violation of a rule.

    ``entry``: id of the record, source or brief, or ``briefing.toml``; ``path``: the field in it;
    ``values``: fill the placeholders of the rule's message; ``replacement``: the corrected text at
    ``path``, if the fix is automatic.
    """

    entry: str
    path: TomlPath
    values: dict[str, object]
    replacement: str | None = None


class Rule(NamedTuple):
    """An editorial rule, like a lint rule.

    ``message``: has ``{placeholders}``; ``why``: the rationale, shown by ``check --explain``;
    ``incorrect`` and ``correct``: an example; ``check``: finds the violations.
    """

    code: str
    severity: Severity
    message: Wording
    fix: Wording
    why: Wording
    incorrect: str
    correct: str
    check: Callable[[CheckContext], Iterable[Violation]]
