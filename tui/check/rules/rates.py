"""R3: stated rates, recomputed from the figures they are between."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext

from tui.check.context import Context
from tui.check.rule import Found, Rule
from tui.model import Observation, Rate
from tui.text.language import Wording
from tui.text.periods import parse_period
from tui.text.units import UNITS


def recompute(rate: Rate, context: Context, *, as_printed: bool = False) -> Decimal | None:
    """The rate as its two figures give it, in the rate's own unit; None where they are not both
    known. ``as_printed`` takes misprinted figures as they stand in the source."""
    first, second = (rate.whole, rate.part) if rate.type == "share" else (rate.start, rate.end)
    if first is None or second is None:
        return None
    ends = [context.adopted(first), context.adopted(second)]
    if ends[0] is None or ends[1] is None:
        return None
    base, top = (_size(end, as_printed) for end in ends if end)
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
                years = _years(ends[0], ends[1])
                return (ratio ** (1 / Decimal(years)) - 1) * 100 if years else None
        except (DivisionByZero, InvalidOperation):
            return None
    return None


def _size(observation: Observation, as_printed: bool) -> Decimal:
    from tui.text.figures import figures_in

    value = observation.value
    if as_printed and observation.as_printed:
        value = next((found.number for found in figures_in(observation.as_printed)), value)
    return value.scaleb(UNITS[observation.unit].scale)


def _years(start: Observation | None, end: Observation | None) -> int:
    if not (start and end and start.period and end.period):
        return 0
    return parse_period(end.period).last[0] - parse_period(start.period).last[0]


def agrees(rate: Rate, computed: Decimal, context: Context) -> bool:
    """Whether a stated rate is the computed one within the rounding of the rate as printed and
    of the two figures."""
    exponent = rate.value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    slack = step / 2 + _slack(rate, computed, context)
    difference = computed - rate.value
    match rate.comparator:
        case ">" | ">=":
            return difference >= -slack
        case "<":
            return difference <= slack
        case "~":
            return abs(difference) <= max(slack, abs(rate.value) / 10)
    return abs(difference) <= slack


def _slack(rate: Rate, computed: Decimal, context: Context) -> Decimal:
    """How far the rounding of the two figures can move the result."""
    total = Decimal(0)
    for reference in (rate.start, rate.end, rate.part, rate.whole):
        end = context.adopted(reference) if reference else None
        if end is None or not end.value:
            continue
        exponent = end.value.as_tuple().exponent
        half = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2
        if rate.type == "change":
            total += half.scaleb(UNITS[end.unit].scale - UNITS[rate.unit].scale)
        else:
            total += abs(half / end.value) * (abs(computed) + 100)
    return total


def _wrong(context: Context) -> Iterator[Found]:
    for entry, path, rate in context.parts(Rate):
        computed = recompute(rate, context)
        if computed is not None and not agrees(rate, computed, context):
            values: dict[str, object] = {"stated": rate.value, "computed": round(computed, 2)}
            yield Found(entry, (*path, "value"), values)


def _larger(context: Context) -> Iterator[Found]:
    for entry, path, rate in context.parts(Rate):
        if rate.type != "share" or not (rate.part and rate.whole):
            continue
        part, whole = context.adopted(rate.part), context.adopted(rate.whole)
        if part is None or whole is None or part.note or part.correction or rate.note:
            continue
        if _size(part, as_printed=False) > _size(whole, as_printed=False):
            yield Found(entry, (*path, "part"), {"part": rate.part, "whole": rate.whole})


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
