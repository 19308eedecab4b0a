"""The period of a figure in an English sentence, which often follows it: 20 ferries in 2015."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from tui.edit.source_text import TextSpan

_Mention = TypeVar("_Mention", bound=tuple[object, ...])
_NOW = re.compile(r"\b(?:now|today|currently|at present|so far|to date)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:](?!\d)|\b(?:and|but|while|whereas|although|though|which)\b")
_NUMBER = re.compile(r"[\d.,]*")


def english_mentions(
    text: str, at: int, sentence: TextSpan, between: Callable[[int, int], list[_Mention]]
) -> list[_Mention] | None:
    """Return the mentions of periods that count for a figure at a position; None if the sentence
    speaks of today. A figure never has the period of the sentence before.

    ``between``: returns the mentions that begin between two positions.
    """
    own = _after(text, at, sentence.end, between)
    if own and not between(_clause_start(text, at, sentence.start), at):
        return own
    if before := between(sentence.start, at):
        return before
    return None if _NOW.search(text, sentence.start, sentence.end) else []


def _after(
    text: str, at: int, end: int, between: Callable[[int, int], list[_Mention]]
) -> list[_Mention]:
    """Return the mention after a figure in its clause, unless another number stands between."""
    sign = _CLAUSE_END.search(text, at, end)
    begin = _NUMBER.match(text, at)
    first = begin.end() if begin else at
    number = re.compile(r"\d").search(text, first, sign.start() if sign else end)
    found = between(at, sign.start() if sign else end)[:1]
    if not found or not number:
        return []
    return found if between(at, number.start() + 1) else []


def _clause_start(text: str, at: int, start: int) -> int:
    ends = [match.end() for match in _CLAUSE_END.finditer(text, start, at)]
    return max(ends, default=start)
