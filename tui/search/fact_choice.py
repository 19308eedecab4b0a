"""The fact of a record that a question asks for.

Measure before period: a figure of another measure does not answer, whatever its year.
"""

from __future__ import annotations

from tui.document.shared_labels import DERIVED_VALUE
from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.search.features import in_fact

if TYPE_CHECKING:
    from tui.question.period_parser import MonthRange
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.store import AnswerRow

_STATUS_ORDER = {"reported": 2, "estimate": 1}
_RANK_ORDER = {"preferred": 1, "deprecated": -1}
OUTSIDE, CONTAINS, WITHIN, SAME = 0, 1, 2, 3
"""How the period of a fact relates to that of a question."""
_SHARE_UNITS = ("%", "个百分点")


GREATEST = frozenset(
    (
        *("most", "highest", "greatest", "largest", "biggest", "peak", "maximum"),
        *("best year", "record year"),
        *("最多", "最高", "最大", "峰值", "最高峰", "高峰", "顶峰", "巅峰", "最高点"),
    )
)
_LEAST = frozenset(
    (
        *("least", "lowest", "smallest", "fewest", "minimum", "trough", "worst year"),
        *("最少", "最低", "最小", "低谷", "谷底"),
    )
)
CURRENCIES = (
    *("dollar", "usd", "euro", "pound", "sterling", "gbp", "yen", "hkd", "$", "€", "£"),
    *("美元", "美金", "美刀", "欧元", "英镑", "日元", "港元", "港币"),
)
"""In a question that may name a currency other than that of the figures."""
AVERAGES = ("average", "deal", "round", "ticket", "平均", "每", "笔")
"""In a question that may ask for the average size of a deal."""
SUPERLATIVES = GREATEST | _LEAST
"""Qualifiers that ask for the greatest or the least of the figures of a record."""
COUNTED = ("人", "家", "起", "笔", "次", "个", "项", "名", "条", "位", "种")
"""Ends of units of what is counted, of which English asks "how many", not "how much"."""
_LEAST_LIKE, _KNOWN = 0.6, 0.2
"""Similarity to a known question from which on its fact is preferred; for how much of the question
this counts."""


class ChosenFact(NamedTuple):
    """``found``: for each part of the question, where the fact has it. ``period``: how its period
    relates to the one asked for; SAME if none is. ``extreme``: it is the greatest or least figure,
    as asked."""

    fact: AnswerRow
    found: list[float]
    period: int
    form_fit: int
    extreme: bool = False


def choose_fact(
    facts: list[AnswerRow],
    question: Question,
    weights: list[float],
    titled: list[bool],
    known: KnownMatch | None = None,
) -> ChosenFact:
    """Return the fact that has most of the question beyond the title of its record (``titled``:
    for each part), or that a known question like it names; then that of the form, period and status
    asked for; then the newest."""
    months = question.query.months
    if len(facts) == 1:
        fact = facts[0]
        found = [in_fact(part, fact) for part in question.parts]
        period = period_relation(fact, months) if months else SAME
        return ChosenFact(fact, found, period, _form_fit(fact, question.asks))
    own = sum([each for each, is_titled in zip(weights, titled, strict=True) if not is_titled])
    best: tuple[tuple[float, ...], ChosenFact] | None = None
    for index, fact in enumerate(facts):
        found = [in_fact(part, fact) for part in question.parts]
        period = period_relation(fact, months) if months else SAME
        form = _form_fit(fact, question.asks)
        likeness = own * _likeness(fact, known)
        key = _preference(fact, index, question, weights, titled, found, period, form, likeness)
        if best is None or key > best[0]:
            best = key, ChosenFact(fact, found, period, form)
    assert best
    chosen = best[1]
    if months or SUPERLATIVES.isdisjoint(question.qualifiers):
        return chosen
    from tui.search.extreme_fact import extreme_fact

    greatest = not GREATEST.isdisjoint(question.qualifiers)
    forecasts = "forecast" in question.asks
    extreme = extreme_fact(chosen.fact, facts, greatest=greatest, forecasts=forecasts)
    return chosen._replace(fact=extreme, extreme=True) if extreme else chosen


def _preference(
    fact: AnswerRow,
    index: int,
    question: Question,
    weights: list[float],
    titled: list[bool],
    found: list[float],
    period: int,
    form: int,
    own: float,
) -> tuple[float, ...]:
    """Return the sort key of a fact among those of its record; the greatest wins. ``own``: how much
    it is like a known question."""
    measured = 0.0
    for value, part, is_titled, weight in zip(found, question.parts, titled, weights, strict=True):
        if value and not is_titled:
            own += weight * value
        if part.measure and fact.form not in ("whole", "event", "offering"):
            measured += value
    query, rank = question.query, _RANK_ORDER.get(fact.rank, 0)
    return (
        bool(query.figure) and has_number(fact, query.figure, query.power),
        "date" not in question.asks or bool(fact.first_month),
        round(measured, 2),
        round(own, 1),
        "forecast" in question.asks and fact.status == "forecast",
        form if question.parts else period,
        period,
        fact.status != "forecast" or "forecast" in question.asks,
        rank >= 0,
        bool(query.months) or "latest" in question.asks or not _is_derived(fact),
        index == 0 and not query.months,
        rank,
        -_distance(fact, query.months) if query.months and not period else _age(fact, question),
        _STATUS_ORDER.get(fact.status, 0),
        -index,
    )


def _age(fact: AnswerRow, question: Question) -> int:
    """Return a sort key that puts the newest fact last, but the oldest event where a question asks
    only for the date of a company: it is the one with which the company starts."""
    is_start = fact.form == "event" and "date" in question.asks and "latest" not in question.asks
    if is_start and not question.query.months and all(part.names for part in question.parts):
        return -fact.first_month
    return fact.last_month


def _likeness(fact: AnswerRow, known: KnownMatch | None) -> float:
    """Return what it counts that the known question most like this one asks for a measure."""
    if not known or not known.measure or known.similarity < _LEAST_LIKE:
        return 0.0
    is_of_measure = fact.fact.startswith((f"{known.measure}@", f"{known.measure}#"))
    return _KNOWN * known.similarity if is_of_measure else 0.0


def _is_derived(fact: AnswerRow) -> bool:
    """Return whether no source states a figure."""
    return fact.status == "estimate" and f", {DERIVED_VALUE.en}" in fact.answer.en


def is_share(fact: AnswerRow) -> bool:
    """Return whether a fact is a share of something."""
    return fact.form == "share" or (fact.unit in _SHARE_UNITS and not fact.is_rate)


def _form_fit(fact: AnswerRow, asks: frozenset[str]) -> int:
    """Return how well the form of a fact fits the kind of question: 2 for the form that is asked
    for, -1 for one that does not answer."""
    share = is_share(fact)
    if not asks:
        return -1 if share or fact.is_rate else 0
    if "share" in asks:
        return 2 if share else -2 if fact.value else 0
    if "rate" in asks:
        return 2 if fact.is_rate and not share else 0
    if "date" in asks:
        return 2 if fact.form == "event" or fact.unit == "年" else 0  # how old, how long
    if fact.is_rate or share:
        return -1
    if "money" in asks:
        return 2 if "元" in fact.unit else -1
    if "uncounted" in asks and fact.unit.endswith(COUNTED):
        return -1
    if "count" in asks and fact.value:
        return 1 if "元" in fact.unit else 2
    return int(bool(asks & {"amount", "uncounted"}) and bool(fact.value))


def _distance(fact: AnswerRow, months: MonthRange) -> int:
    """Return how far a fact is from the months asked for, in units of yyyymm."""
    return min(abs(fact.last_month - months.first), abs(fact.first_month - months.last))


def has_number(fact: AnswerRow, number: str, power: str) -> bool:
    """Return whether a number is the value of a fact in a unit with its power, as 39 is of 39.0, or
    the misprint that it corrects, which stands last in its words."""
    if not fact.value:
        return False
    plain = _without_trailing_zeros(number)
    is_value = _without_trailing_zeros(fact.value) == plain and fact.unit.startswith(power)
    return is_value or f" {plain}\n" in fact.words


def _without_trailing_zeros(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


def period_relation(fact: AnswerRow, months: MonthRange) -> int:
    """Return how the period of a fact relates to the months asked for."""
    first, last = fact.first_month, fact.last_month
    if not first:
        return OUTSIDE
    if (first, last) == (months.first, months.last):
        return SAME
    if fact.is_rate and not months.first:  # growth until 2030 is not that until 2020
        return WITHIN if last == months.last else OUTSIDE
    if months.first <= first and last <= months.last:
        return WITHIN
    if first <= months.first and months.last <= last:
        ends_together = fact.is_rate and last == months.last
        return WITHIN if ends_together else CONTAINS  # growth from 2025 to 2030 is that to 2030
    return OUTSIDE
