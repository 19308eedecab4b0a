"""A gap that says that a number is missing: it tells neither whether something is so, nor why."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.store import AnswerRow

_NUMBER, _CHINESE_NUMBER = ("How much", "How many"), ("多少", "几")
"""Words of the title of a gap that says that a number is missing."""


def is_gap_of_number(fact: AnswerRow) -> bool:
    """Return whether an answer is a gap that says that a number is missing."""
    if fact.kind != "gap":
        return False
    return fact.title.en.startswith(_NUMBER) or any(it in fact.title.zh for it in _CHINESE_NUMBER)
