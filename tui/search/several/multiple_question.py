"""Questions how many times one figure is another, or which percentage of it: 京东健康营收是平安好
医生的几倍, 2022 market size is how many times that of 2020, 2023年融资是2021年的百分之几."""

from __future__ import annotations

import re
from decimal import Decimal
from operator import itemgetter

from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.language import Wording
from tui.text.units import UNITS, base_unit

if TYPE_CHECKING:
    from tui.store import AnswerRow, Store

_MULTIPLE = re.compile(
    r"(?:翻了?|涨了?|增长了?)?(?:几|多少)倍|倍数"
    r"|\bhow many times(?: (?:that|as|the size|larger|bigger|greater|higher|more|of))*\b"
    r"|\b(?:what|which) multiple(?: of)?\b|\bratio(?: of| between)?\b"
    r"|(?<=年的)(?:百分之几|百分之多少|几成)|\bas an? (?:share|percentage|proportion) of\b"
    r"|\bwhat (?:share|percentage|proportion) of (?=(?:19|20)\d\d)"
)
_IN_PERCENT = ("百分之", "几成", " share of", " percentage of", " proportion of")
"""Words of questions that ask for a percentage."""
_SMALL = 10
"""Multiples below have two decimals, others one."""
_TIMES = Wording(
    "{first}是{second}的{times}倍（编者计算）",
    "{first} is {times} times {second} (editor's calculation)",
)
_PERCENT = Wording(
    "{first}是{second}的{percent}%（编者计算）",
    "{first} is {percent}% of {second} (editor's calculation)",
)
NO_MULTIPLE = Wording(
    "指标、时期或单位不同，或不是确数，未计算倍数",
    "no multiple is computed: measures, periods or units differ, or a value is not exact",
)


def asks_for_multiple(text: str) -> bool:
    """Return whether a question asks how many times a figure is another."""
    return _MULTIPLE.search(text) is not None


def without_multiple(text: str) -> str:
    """Return a text without the words that ask how many times a figure is another."""
    return _MULTIPLE.sub(" ", text)


def multiple_of(
    store: Store, text: str, first: AnswerRow, second: AnswerRow, names: tuple[Wording, Wording]
) -> Wording:
    """Return how many times the lesser of two figures the greater is, or, where the question asks
    for it, which percentage of the earlier or second figure the other is, with their names; that it
    is not computed where they are not exact values of one measure. ``text``: the question."""
    rows = store.query(
        "SELECT qualifier FROM answers WHERE number IN (?, ?)", (first.number, second.number)
    )
    values = [
        Decimal(each.value).scaleb(UNITS[each.unit].scale)
        for each in (first, second)
        if each.form == "observation" and each.value and each.first_month
    ]
    is_exact = len(values) == len(names) and not any(qualifier for (qualifier,) in rows)
    if not (is_exact and _are_comparable(first, second) and all(values)):
        return NO_MULTIPLE
    if any(map(text.__contains__, _IN_PERCENT)):
        part, whole = (1, 0) if first.last_month < second.last_month else (0, 1)
        percent = f"{values[part] / values[whole] * 100:.1f}".removesuffix(".0")
        return _PERCENT.format(first=names[part], second=names[whole], percent=percent)
    (less, other), (more, name) = sorted(zip(values, names, strict=True), key=itemgetter(0))
    times = more / less
    text = f"{times:.2f}" if times < _SMALL else f"{times:,.1f}"
    return _TIMES.format(first=name, second=other, times=text.rstrip("0").rstrip("."))


def _are_comparable(first: AnswerRow, second: AnswerRow) -> bool:
    """Return whether figures have one unit and length of time, and are of one measure: of a record
    at two times, or of two companies at one."""
    one, other = (each.fact.partition("@")[0].rpartition(".") for each in (first, second))
    is_same_time = first.first_month == second.first_month
    lengths = {each.last_month - each.first_month for each in (first, second)}
    return (
        base_unit(first.unit) == base_unit(second.unit)
        and len(lengths) == 1
        and (one == other or (one[2] == other[2] and bool(one[1]) and is_same_time))
    )
