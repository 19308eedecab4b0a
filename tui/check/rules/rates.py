"""R3: stated rates, recomputed from the figures they are between."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext
from itertools import product
from typing import NamedTuple

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.model import Observation, Rate
from tui.text.language import Wording
from tui.text.number_parser import find_numbers
from tui.text.periods import parse_period
from tui.text.units import UNITS


def recompute(rate: Rate, context: CheckContext, *, as_printed: bool = False) -> Decimal | None:
    """The rate as its two figures give it, in the rate's own unit; None where they are not both
    known. ``as_printed`` takes misprinted figures as they stand in the source."""
    ends = _ends(rate, context)
    if ends is None:
        return None
    base, top = (_amount(end, as_printed).size for end in ends)
    return _rate(rate, base, top, _years(*ends))


def _ends(rate: Rate, context: CheckContext) -> tuple[Observation, Observation] | None:
    """The figure a rate starts from or is a part of, and the other one."""
    first, second = (rate.whole, rate.part) if rate.type == "share" else (rate.start, rate.end)
    base = context.adopted(first) if first else None
    top = context.adopted(second) if second else None
    return (base, top) if base and top else None


def _rate(rate: Rate, base: Decimal, top: Decimal, years: int) -> Decimal | None:
    with localcontext() as exact:
        exact.prec = 30
        try:
            if rate.type == "change":
                return (top - base).scaleb(-UNITS[rate.unit].scale)
            ratio = top / base
            if rate.type == "share":
                return ratio * 100
            if rate.type == "growth":
                return (ratio - 1) * 100
            if rate.type == "cagr":
                return (ratio ** (1 / Decimal(years)) - 1) * 100 if years else None
        except (DivisionByZero, InvalidOperation):
            return None
    return None


class _Amount(NamedTuple):
    """A figure in the base of its unit, and how far the number was rounded at most."""

    size: Decimal
    rounding: Decimal


def _amount(observation: Observation, as_printed: bool) -> _Amount:
    number, scale = observation.value, UNITS[observation.unit].scale
    if as_printed and observation.as_printed:
        printed = next(find_numbers(observation.as_printed), None)
        if printed:
            number = printed.number
            if printed.value != number:  # the power of ten may be what was misprinted
                scale = (printed.value / number).adjusted()
    return _Amount(number.scaleb(scale), _half_step(number).scaleb(scale))


def _half_step(number: Decimal) -> Decimal:
    """Half of the last place that is printed."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2


def _years(start: Observation, end: Observation) -> int:
    # Not negative: ends that were swapped are not to cancel out.
    if not (start.period and end.period):
        return 0
    return abs(parse_period(end.period).last[0] - parse_period(start.period).last[0])


def rate_matches(rate: Rate, context: CheckContext, *, as_printed: bool = False) -> bool:
    """Whether a stated rate is what its figures give, within the rounding of the rate as printed
    and of the two figures; no, where they give none."""
    results = _within_rounding(rate, context, as_printed)
    if not results:
        return False
    margin = _half_step(rate.value)
    if rate.comparator == "~":
        margin = max(margin, abs(rate.value) / 10)
    not_below = rate.comparator in (">", ">=") or rate.value >= min(results) - margin
    not_above = rate.comparator == "<" or rate.value <= max(results) + margin
    return not_below and not_above


def _within_rounding(rate: Rate, context: CheckContext, as_printed: bool) -> list[Decimal]:
    """The rate as its figures give it, and as they would at each end of what they round."""
    computed, ends = recompute(rate, context, as_printed=as_printed), _ends(rate, context)
    if computed is None or ends is None:
        return []
    extremes = [
        (amount.size - amount.rounding, amount.size + amount.rounding)
        for amount in (_amount(end, as_printed) for end in ends)
    ]
    others = (_rate(rate, base, top, _years(*ends)) for base, top in product(*extremes))
    return [computed, *(other for other in others if other is not None)]


def _wrong(context: CheckContext) -> Iterator[Violation]:
    for entry, path, rate in context.parts(Rate):
        computed = recompute(rate, context)
        if computed is not None and not rate_matches(rate, context):
            values: dict[str, object] = {"stated": rate.value, "computed": f"{computed:.2f}"}
            yield Violation(entry, (*path, "value"), values)


def _larger(context: CheckContext) -> Iterator[Violation]:
    for entry, path, rate in context.parts(Rate):
        if rate.type != "share" or not (rate.part and rate.whole):
            continue
        part, whole = context.adopted(rate.part), context.adopted(rate.whole)
        if part is None or whole is None or part.note or part.correction or rate.note:
            continue
        if _amount(part, as_printed=False).size > _amount(whole, as_printed=False).size:
            yield Violation(entry, (*path, "part"), {"part": rate.part, "whole": rate.whole})


RULES = (
    Rule(
        "R311",
        "error",
        Wording(
            "原文给的比率是{stated}，按数字算得{computed}",
            "the stated rate is {stated}; its figures give {computed}",
        ),
        Wording(
            "核对数字是否误印（as_printed与correction），或改正start、end、part、whole",
            "look for a misprint (as_printed with correction), or mend start, end, part, whole",
        ),
        Wording(
            "能重算的都要重算：误印多半是这样发现的。",
            "What can be recomputed is recomputed: most misprints are found so.",
        ),
        'value = 31.79\ntype = "growth"\nstart = "market-size@2016"\nend = "market-size@2020"',
        'type = "cagr"\ncalled = "增长率"',
        _wrong,
    ),
    Rule(
        "R312",
        "error",
        Wording("部分{part}大于整体{whole}", "the part {part} is larger than its whole {whole}"),
        Wording("更正误印，或在note里解释", "correct the misprint, or explain it in a note"),
        Wording("部分不会超过整体。", "No part is larger than its whole."),
        "part = 578亿元, whole = 28.320亿元",
        'as_printed = "28.320亿元", value = 28320',
        _larger,
    ),
)
