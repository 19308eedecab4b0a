"""Which of a record's answers is the one that was asked for."""

from __future__ import annotations

from tui.document.fact_ref import is_rate
from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.search.query_parser import Query
from tui.store import Fact, Searched

if TYPE_CHECKING:
    from tui.search.period_parser import Months

_SURE = {"reported": 2, "estimate": 1}
_RANK = {"preferred": 1, "deprecated": -1}


_RATE = (
    *("增长", "增速", "增幅", "增加", "同比", "占比", "比例", "率"),
    *("growth", "rate", "share", "percent", "%"),
)
OTHER_PERIOD = 0.8
"""How well an answer of another period fits: a name that is meant comes before one that is not."""
_PERIOD_FIT = {0: OTHER_PERIOD, 1: 0.9, 2: 0.95, 3: 1.0}


class Asked(NamedTuple):
    """What of a query may choose among answers. ``pieces``: words and pairs of characters;
    ``rate``: it asks for a growth or a share."""

    query: Query
    pieces: list[str]
    rate: bool


def asked_for(query: Query) -> Asked:
    """Of a query, once for all the records that it finds."""
    pieces = [token.rstrip("*") for token in query.tokens()]
    return Asked(query, pieces, any(word in query.whole for word in _RATE))


def not_naming(record: Searched, asked: Asked) -> list[str]:
    """The pieces of a query that do not name the record: they choose among its answers."""
    own = f"{record.titles}\n{record.names}\n{record.sounds}"
    return [piece for piece in asked.pieces if piece not in own]


def choose_answer(answers: list[Fact], record: Searched, asked: Asked) -> tuple[Fact, float, bool]:
    """The answer that fits the query's period and words best; how well it fits the period (1: it
    is the one asked for, or none was); whether it has all the words that do not name the record.

    A preferred, reported figure comes before a forecast unless a forecast is asked for, and a
    figure before a rate unless a rate is.
    """
    months = asked.query.months
    words = not_naming(record, asked)
    best = answers[0]
    if len(answers) > 1:
        keys = [_key(answer, place, asked, words) for place, answer in enumerate(answers)]
        best = answers[keys.index(max(keys))]
    fits = 1.0 if months is None else _PERIOD_FIT[_fits(best, months)]
    return best, fits, bool(words) and all(word in best.words for word in words)


def _key(answer: Fact, place: int, asked: Asked, words: list[str]) -> tuple[float, ...]:
    query = asked.query
    said = answer.words
    named = len([word for word in words if word in said])
    return (
        _fits(answer, query.months) if query.months else 1,
        bool(query.figure) and same_number(answer.value, query.figure),
        query.ahead and answer.status == "forecast",
        bool(query.amount and answer.value),
        named / len(words) if words else 0.0,
        named > 0 and bool(answer.fact),
        asked.rate == is_rate(answer.fact),
        place == 0 and not query.months,
        _RANK.get(answer.rank, 0),
        _SURE.get(answer.status, 0),
        answer.last_month if query.ahead else 0,
        -place,
    )


def same_number(value: str, figure: str) -> bool:
    """Whether two decimal texts mean the same number: 39.0 and 39."""
    return bool(value) and _trimmed(value) == _trimmed(figure)


def _trimmed(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


def _fits(answer: Fact, months: Months) -> int:
    first, last = answer.first_month, answer.last_month
    if not first:
        return 0
    if (first, last) == months:
        return 3
    if months.first <= first and last <= months.last:
        return 2
    return int(first <= months.first and months.last <= last)
