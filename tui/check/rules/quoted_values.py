"""Q2: amount, sign and period of a figure agree with the words that it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.quoted_value import Agreement
from tui.check.rule import Rule, Violation
from tui.text.language import Wording
from tui.text.period_mentions import find_periods, overlap
from tui.text.periods import parse_period

_CLAUSE_END = re.compile(r"[，。；！？]|[,;.!?](?![0-9])")


def _other_amount(context: CheckContext) -> Iterator[Violation]:
    for entry, path, figure, _, comparison in context.quoted_figures:
        if comparison.agreement is Agreement.OTHER_AMOUNT:
            values: dict[str, object] = {
                "printed": comparison.printed,
                "value": figure.value,
                "unit": figure.unit,
            }
            yield Violation(entry, (*path, "unit"), values)


def _other_sign(context: CheckContext) -> Iterator[Violation]:
    for entry, path, figure, quote, comparison in context.quoted_figures:
        if comparison.agreement is Agreement.OTHER_SIGN:
            yield Violation(entry, (*path, "value"), {"value": figure.value, "words": quote})


_NINE_MONTHS = re.compile(r"前三季度|前9个月|前九个月|[1一][-—–~至到][3三]季度")


def _quarter_for_nine_months(period: str, quote: str) -> str:
    """Return the words for the first three quarters in the quote of a figure of one quarter; empty
    if there is no such contradiction."""
    (year, first), (last_year, last) = parse_period(period)
    words = _NINE_MONTHS.search(quote)
    return words[0] if words and (year, first + 2) == (last_year, last) else ""


def _other_period(context: CheckContext) -> Iterator[Violation]:
    for entry, path, figure, quote, comparison in context.quoted_figures:
        if figure.period is None or comparison.agreement is not Agreement.FULL:
            continue
        if words := _quarter_for_nine_months(figure.period, quote):
            values: dict[str, object] = {"period": figure.period, "words": words}
            yield Violation(entry, (*path, "period"), values)
            continue
        year_ends = context.content.briefing.fiscal_year_ends
        # A quote may name a fiscal year by its number or by its months.
        periods = (parse_period(figure.period), parse_period(figure.period, year_ends))
        named = [item for item in find_periods(quote) if not item.is_base]
        # 2016年的650亿元增长至2020年的1961亿元: the period before a number is its own; after it,
        # only one of the same clause.
        own = [item for item in named if item.end <= comparison.at][-1:] or [
            item for item in named if not _CLAUSE_END.search(quote, comparison.at, item.start)
        ]
        if own and not any(overlap(item.period, period) for item in own for period in periods):
            words = quote[own[-1].start : own[-1].end]
            yield Violation(entry, (*path, "period"), {"period": figure.period, "words": words})


RULES = (
    Rule(
        code="Q206",
        severity="error",
        message=Wording(
            "引文印的是“{printed}”，记录却是{value}{unit}",
            "the quote prints “{printed}”, but the record says {value} ({unit})",
        ),
        fix=Wording(
            "改正value与unit，使数字、万亿等位数词、单位都与引文一致；表格中的数字另引其单位",
            "correct value and unit: number, power of ten and unit must be those of the quote; for "
            "a number in a table, quote its unit as well",
        ),
        why=Wording(
            "数字相同而单位或位数不同，就是另一个数。",
            "The same digits with another unit or power of ten are another amount.",
        ),
        incorrect='value = 353\nunit = "万元"\ncitations = [{ exact = "收入353亿元" }]',
        correct='value = 3854\nunit = "亿元"\ncitations = [{ exact = "385.4 billion yuan" }]',
        check=_other_amount,
    ),
    Rule(
        code="Q207",
        severity="error",
        message=Wording(
            "引文“{words}”的升降与{value}的正负不符",
            "the quote “{words}” gives another direction than the sign of {value}",
        ),
        fix=Wording(
            "下降写成负数，增长写成正数；负的金额须引到“亏损”等词，或归入名为“净亏损”的指标，写成正数",
            "write a decrease as a negative value, an increase as a positive one; for a negative "
            "amount, quote the word that says loss, or use a measure titled net loss and a "
            "positive value",
        ),
        why=Wording("正负颠倒，结论就相反。", "A reversed sign reverses the conclusion."),
        incorrect='value = 12\ntype = "growth"\ncitations = [{ exact = "同比下降12%" }]',
        correct="value = -12",
        check=_other_sign,
    ),
    Rule(
        code="Q208",
        severity="hint",
        message=Wording(
            "引文说的是“{words}”，时期却是{period}",
            "the quote names “{words}”, but the period is {period}",
        ),
        fix=Wording(
            "改正period，或改引含有该时期的词句",
            "correct the period, or quote the words that name it",
        ),
        why=Wording(
            "数字对、时期错，仍是错的数字。",
            "A right number of a wrong period is a wrong figure.",
        ),
        incorrect='period = "2019-12"\ncitations = [{ exact = "2025年12月达到4.92亿人" }]',
        correct='period = "2025-12"',
        check=_other_period,
    ),
)
