"""Why a file of keys, or one of its lines, cannot be used."""

from __future__ import annotations

from typing import NamedTuple

from tui.text.language import Wording


class KeyLineError(Exception):
    """A line, option or key is refused; ``reason`` says why in both languages."""

    def __init__(self, reason: Wording) -> None:
        super().__init__(reason.en)
        self.reason = reason


class KeyFileError(Exception):
    """A file as a whole cannot be used; ``reason`` says why in both languages, ``line`` where (0:
    nowhere in particular)."""

    def __init__(self, file: str, reason: Wording, line: int = 0) -> None:
        super().__init__(reason.en)
        self.file = file
        self.line = line
        self.reason = reason


class KeyLineProblem(NamedTuple):
    """A refused line. ``line`` counts from 1."""

    file: str
    line: int
    reason: Wording
