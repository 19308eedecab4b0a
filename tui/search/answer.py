"""Which of a record's answers is the one that was asked for."""

from __future__ import annotations

from tui.search.query import Query
from tui.store import Fact
from tui.text.fold import query_tokens
from tui.tuples import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.search.period import Months

_SURE = {"reported": 2, "estimate": 1}
_RANK = {"preferred": 1, "deprecated": -1}


_RATE = (
    *("增长", "增速", "增幅", "增加", "同比", "占比", "比例", "率"),
    *("growth", "rate", "share", "percent", "%"),
)
_PERIOD_FIT = {0: 0.5, 1: 0.8, 2: 0.95, 3: 1.0}


def choose_answer(answers: list[Fact], query: Query, pieces: list[str]) -> tuple[Fact, float, bool]:
    """The answer that fits the query's period and words best; how well it fits the period (1: it
    is the one asked for, or none was); whether it has all the words that do not name the record.

    A preferred, reported figure comes before a forecast unless a forecast is asked for, and a
    figure before a rate unless a rate is. ``pieces``: the query's, see ``pieces_of``.
    """
    own = _said_by_title(answers[0])
    words = [piece for piece in pieces if piece not in own]
    keyed = [(_key(answer, place, query, words), answer) for place, answer in enumerate(answers)]
    key, best = max(keyed, key=lambda item: item[0])
    fits = 1.0 if query.months is None else _PERIOD_FIT[int(key[0])]
    return best, fits, bool(words) and all(word in best.words for word in words)


def _key(answer: Fact, place: int, query: Query, words: list[str]) -> tuple[float, ...]:
    named = sum(word in answer.words for word in words)
    ahead = answer.status == "forecast"
    rate_asked = any(word in query.whole for word in _RATE)
    return (
        _fits(answer, query.months),
        bool(query.figure) and same_number(answer.value, query.figure),
        query.ahead and ahead,
        bool(query.amount and answer.value),
        named / len(words) if words else 0.0,
        named > 0 and bool(answer.fact),
        rate_asked == ("#" in answer.fact),
        place == 0 and not query.months,
        _RANK.get(answer.rank, 0),
        _SURE.get(answer.status, 0),
        _last_month(answer) if query.ahead else 0,
        -place,
    )


def _last_month(answer: Fact) -> int:
    from tui.text.periods import sort_key

    return sort_key(answer.period)[0] if answer.period else 0


def same_number(value: str, figure: str) -> bool:
    """Whether two decimal texts mean the same number: 39.0 and 39."""
    return bool(value) and _trimmed(value) == _trimmed(figure)


def _trimmed(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


def pieces_of(query: Query) -> list[str]:
    """Words and pairs of characters by which a query may choose among answers."""
    return [token.rstrip("*") for word in query.words for token in query_tokens(word)]


def _said_by_title(answer: Fact) -> str:
    """What names the record does not choose among its answers."""
    return f"{answer.title.zh} {answer.title.en}".casefold()


def _fits(answer: Fact, months: Months | None) -> int:
    if months is None:
        return 1
    if not answer.period:
        return 0
    from tui.text.periods import parse_period

    period = parse_period(answer.period)
    first = period.first[0] * 100 + period.first[1]
    last = period.last[0] * 100 + period.last[1]
    if (first, last) == months:
        return 3
    if months.first <= first and last <= months.last:
        return 2
    return int(first <= months.first and months.last <= last)
