"""Which of a record's answers is the one that was asked for."""

from __future__ import annotations

from tui.search.query import Months, Query
from tui.store import Entry
from tui.text.fold import fold
from tui.text.periods import parse_period

_FORECAST = {"预计", "预测", "有望", "forecast", "expected", "projected"}
_SURE = {"reported": 2, "estimate": 1}
_RANK = {"preferred": 1, "deprecated": -1}


def choose_answer(answers: list[Entry], query: Query) -> tuple[Entry, bool]:
    """The answer that fits the query's period and words best, and whether it fits the period."""
    if not query.months and not query.words:
        return answers[0], True
    best, best_key = answers[0], None
    for place, answer in enumerate(answers):
        key = (
            _fits(answer, query.months),
            _named(answer, query.words),
            -place if query.months is None else 0,
            _RANK.get(answer.rank, 0),
            _SURE.get(answer.status, 0),
            -place,
        )
        if best_key is None or key > best_key:
            best, best_key = answer, key
    return best, best_key is not None and best_key[0] > 0


def _fits(answer: Entry, months: Months | None) -> int:
    if months is None:
        return 1
    if not answer.period:
        return 0
    period = parse_period(answer.period)
    first = period.first[0] * 100 + period.first[1]
    last = period.last[0] * 100 + period.last[1]
    if (first, last) == months:
        return 3
    if months.first <= first and last <= months.last:
        return 2
    return 0


def _named(answer: Entry, words: tuple[str, ...]) -> int:
    """How many of the words the answer itself says."""
    said = fold(f"{answer.answer.zh} {answer.answer.en}")
    asked_ahead = any(word in _FORECAST for word in words)
    return sum(word in said for word in words) + (asked_ahead and answer.status == "forecast")
