"""Ground: what is wrong with a file, and how to mend it, as a person is told.

Loading, checking and reading all speak of a mistake in this one form, so that a
mistake found by any of them reads alike: ``file:line:column  CODE  message  -> mend``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.text.language import Language, Wording


class Problem(NamedTuple):
    """One mistake. ``line`` and ``column`` count from 1; 0 means the file as a whole."""

    file: str
    line: int
    column: int
    code: str
    message: Wording
    mend: Wording

    def place(self) -> str:
        """``file:line:column``, or only what is known of it."""
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"

    def in_words(self, language: Language) -> str:
        """The whole finding on one line, in ``language``."""
        return (
            f"{self.place()}  {self.code}  {self.message.of(language)}  -> {self.mend.of(language)}"
        )


class Mistake(NamedTuple):
    """A kind of mistake. ``message`` and ``mend`` have ``{places}`` for what was found."""

    code: str
    message: Wording
    mend: Wording

    def at(self, file: str, place: tuple[int, int] = (0, 0), **values: object) -> Problem:
        """This mistake as found at a place: (line, column), counted from 1."""
        message, mend = (
            Wording(*map(_on_one_line, text.format(**values))) for text in (self.message, self.mend)
        )
        return Problem(file, *place, self.code, message, mend)


def _on_one_line(text: str) -> str:
    # What was found may hold line ends or a terminal's control codes: they are told, not sent.
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )


class ContentError(Exception):
    """The content does not hold. Carries every problem that was found, in file order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problem(s) in the content")
        self.problems = tuple(problems)
