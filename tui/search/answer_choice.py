"""Choosing the answer of a record that a query asks for."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.search.query_parser import Query
from tui.store import AnswerRow, IndexedRecord

if TYPE_CHECKING:
    from tui.search.period_parser import MonthRange

_STATUS_ORDER = {"reported": 2, "estimate": 1}
_RANK_ORDER = {"preferred": 1, "deprecated": -1}
_RATE_WORDS = (
    *("增长", "增速", "增幅", "增加", "同比", "占比", "比例", "率"),
    *("growth", "rate", "share", "percent", "%"),
)
OTHER_PERIOD_WEIGHT = 0.8
"""Weight of an answer of another period: a record that is named still ranks above one that is
not."""
_OUTSIDE, _CONTAINS, _WITHIN, _SAME = 0, 1, 2, 3
"""How the period of an answer relates to that of the query."""
_PERIOD_WEIGHT = {_OUTSIDE: OTHER_PERIOD_WEIGHT, _CONTAINS: 0.9, _WITHIN: 0.95, _SAME: 1.0}


class AnswerQuery(NamedTuple):
    """The parts of a query that choose among answers. ``tokens``: words and character bigrams;
    ``rate``: it asks for a growth rate or a share."""

    query: Query
    tokens: list[str]
    rate: bool


def answer_query(query: Query) -> AnswerQuery:
    """Prepare a query for all the records that it finds."""
    tokens = [token.rstrip("*") for token in query.tokens()]
    return AnswerQuery(query, tokens, any(word in query.text for word in _RATE_WORDS))


def tokens_outside_name(record: IndexedRecord, asked: AnswerQuery) -> list[str]:
    """Return the tokens of a query that are not in the record's names: those choose among its
    answers."""
    names = f"{record.titles}\n{record.names}\n{record.pinyin}"
    return [token for token in asked.tokens if token not in names]


def choose_answer(
    answers: list[AnswerRow], record: IndexedRecord, asked: AnswerQuery
) -> tuple[AnswerRow, float, bool]:
    """Return the answer that fits the query's period and words best, the weight of its period (1
    if it is the one asked for, or none was), and whether it has all tokens that are not in the
    record's names.

    A preferred, reported figure ranks above a forecast unless a forecast is asked for, and a
    figure above a rate unless a rate is.
    """
    months = asked.query.months
    tokens = tokens_outside_name(record, asked)
    best = answers[0]
    if len(answers) > 1:
        keys = [_sort_key(answer, index, asked, tokens) for index, answer in enumerate(answers)]
        best = answers[keys.index(max(keys))]
    weight = 1.0 if months is None else _PERIOD_WEIGHT[_period_relation(best, months)]
    return best, weight, bool(tokens) and all(token in best.words for token in tokens)


def _sort_key(
    answer: AnswerRow, index: int, asked: AnswerQuery, tokens: list[str]
) -> tuple[float, ...]:
    query = asked.query
    words = answer.words
    matched = len([token for token in tokens if token in words])
    return (
        _period_relation(answer, query.months) if query.months else 1,
        bool(query.figure) and same_number(answer.value, query.figure),
        query.forecast and answer.status == "forecast",
        bool(query.amount and answer.value),
        matched / len(tokens) if tokens else 0.0,
        matched > 0 and bool(answer.fact),
        asked.rate == answer.is_rate,
        index == 0 and not query.months,
        _RANK_ORDER.get(answer.rank, 0),
        _STATUS_ORDER.get(answer.status, 0),
        answer.last_month if query.forecast else 0,
        -index,
    )


def same_number(value: str, figure: str) -> bool:
    """Return whether two decimal texts are the same number, such as 39.0 and 39."""
    return bool(value) and _without_trailing_zeros(value) == _without_trailing_zeros(figure)


def _without_trailing_zeros(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


def _period_relation(answer: AnswerRow, months: MonthRange) -> int:
    first, last = answer.first_month, answer.last_month
    if not first:
        return _OUTSIDE
    if (first, last) == months:
        return _SAME
    if months.first <= first and last <= months.last:
        return _WITHIN
    return _CONTAINS if first <= months.first and months.last <= last else _OUTSIDE
