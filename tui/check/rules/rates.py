"""R3: stated rates, recomputed from their figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext
from itertools import product
from typing import NamedTuple

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.check.rules.numbers import PART_OF_WHOLE
from tui.model import Observation, Rate
from tui.model.rivals import rates_conflict
from tui.text.language import Wording
from tui.text.number_parser import find_numbers
from tui.text.periods import parse_period
from tui.text.units import UNITS


def recompute(rate: Rate, context: CheckContext, *, as_printed: bool = False) -> Decimal | None:
    """Return the rate computed from its two figures, in the rate's unit; None if one is unknown.
    ``as_printed``: use misprints instead of their corrections."""
    ends = _ends(rate, context)
    if ends is None:
        return None
    base, top = (_amount(end, as_printed).size for end in ends)
    return _compute(rate, base, top, _years(*ends))


def _ends(rate: Rate, context: CheckContext) -> tuple[Observation, Observation] | None:
    """Return the base of a rate (its start or whole) and its other figure (end or part)."""
    first, second = (rate.whole, rate.part) if rate.type == "share" else (rate.start, rate.end)
    base = context.used_observation(first) if first else None
    top = context.used_observation(second) if second else None
    return (base, top) if base and top else None


def _compute(rate: Rate, base: Decimal, top: Decimal, years: int) -> Decimal | None:
    with localcontext() as decimal_context:
        decimal_context.prec = 30
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
    """A figure in the base unit, and the maximum rounding error of its number."""

    size: Decimal
    rounding: Decimal


def _amount(observation: Observation, as_printed: bool) -> _Amount:
    number, scale = observation.value, UNITS[observation.unit].scale
    if as_printed and observation.as_printed:
        printed = next(find_numbers(observation.as_printed), None)
        if printed:
            number = printed.number
            if printed.value != number:  # the power of ten may be misprinted
                scale = (printed.value / number).adjusted()
    return _Amount(number.scaleb(scale), _half_step(number).scaleb(scale))


def _half_step(number: Decimal) -> Decimal:
    """Return half a unit of the last printed digit."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2


def _years(start: Observation, end: Observation) -> int:
    # Absolute: swapped ends must not cancel out.
    if not (start.period and end.period):
        return 0
    return abs(parse_period(end.period).last[0] - parse_period(start.period).last[0])


def rate_matches(rate: Rate, context: CheckContext, *, as_printed: bool = False) -> bool:
    """Return whether a stated rate equals the rate computed from its figures, within the rounding
    of the rate and of both figures; False if it cannot be computed."""
    results = _possible_rates(rate, context, as_printed)
    if not results:
        return False
    margin = _half_step(rate.value)
    if rate.comparator in ("~", "~~"):
        margin = max(margin, abs(rate.value) / 10)
    not_below = rate.comparator in (">", ">=") or rate.value >= min(results) - margin
    not_above = rate.comparator == "<" or rate.value <= max(results) + margin
    return not_below and not_above


def _possible_rates(rate: Rate, context: CheckContext, as_printed: bool) -> list[Decimal]:
    """Return the computed rate, and the rates at each end of the figures' rounding ranges."""
    computed, ends = recompute(rate, context, as_printed=as_printed), _ends(rate, context)
    if computed is None or ends is None:
        return []
    extremes = [
        (amount.size - amount.rounding, amount.size + amount.rounding)
        for amount in (_amount(end, as_printed) for end in ends)
    ]
    others = (_compute(rate, base, top, _years(*ends)) for base, top in product(*extremes))
    return [computed, *(other for other in others if other is not None)]


def _wrong_rate(context: CheckContext) -> Iterator[Violation]:
    for entry, path, rate in context.parts(Rate):
        computed = recompute(rate, context)
        if rate.disputed is None and computed is not None and not rate_matches(rate, context):
            values: dict[str, object] = {"stated": rate.value, "computed": f"{computed:.2f}"}
            yield Violation(entry, (*path, "value"), values)


def _undisputed_rate(context: CheckContext) -> Iterator[Violation]:
    for located in context.measures():
        rates = located.measure.rates
        for number, rate in enumerate(rates):
            rival = any(rates_conflict(rate, other) for other in rates)
            if rate.disputed and not rival and rate_matches(rate, context):
                path = (*located.path, "rates", number, "disputed")
                yield Violation(located.entry, path, {"stated": rate.value})


def _part_exceeds_whole(context: CheckContext) -> Iterator[Violation]:
    for entry, path, rate in context.parts(Rate):
        if rate.type != "share" or not (rate.part and rate.whole):
            continue
        part, whole = context.used_observation(rate.part), context.used_observation(rate.whole)
        if part is None or whole is None or part.note or part.correction or rate.note:
            continue
        if _amount(part, as_printed=False).size > _amount(whole, as_printed=False).size:
            yield Violation(entry, (*path, "part"), {"part": rate.part, "whole": rate.whole})


RULES = (
    Rule(
        code="R311",
        severity="error",
        message=Wording(
            "原文的比率为{stated}，按数字计算得{computed}",
            "the stated rate is {stated}, but its figures give {computed}",
        ),
        fix=Wording(
            "核对数字与比率是否误印（as_printed与correction），或改正start、end、part、whole；"
            "来源自己算错的，照录并写disputed",
            "check figures and rate for a misprint (as_printed and correction), or correct start, "
            "end, part or whole; if the source calculated wrongly, keep its rate and add disputed",
        ),
        why=Wording(
            "比率能重算就重算：误印多半由此发现。",
            "Rates are recomputed wherever possible: most misprints are found this way.",
        ),
        incorrect='value = 31.79\ntype = "growth"\nstart = "market-size@2016"\n'
        'end = "market-size@2020"',
        correct='type = "cagr"\ncalled = "增长率"',
        check=_wrong_rate,
    ),
    Rule(
        code="R312",
        severity="error",
        message=Wording(
            "部分{part}大于整体{whole}", "the part {part} is larger than the whole {whole}"
        ),
        fix=Wording("更正误印，或在note中说明", "correct the misprint, or explain it in a note"),
        why=PART_OF_WHOLE,
        incorrect="part = 578亿元, whole = 28.320亿元",
        correct='as_printed = "28.320亿元", value = 28320',
        check=_part_exceeds_whole,
    ),
    Rule(
        code="R313",
        severity="error",
        message=Wording(
            "比率{stated}与其数字相符，也没有另一个值，却写了disputed",
            "the rate {stated} is disputed, but follows from its figures and has no rival",
        ),
        fix=Wording("删去disputed，或记下另一个值", "remove disputed, or record the other value"),
        why=Wording("没有依据的存疑会误导读者。", "A doubt without a reason misleads readers."),
        incorrect='value = 25 (from 100 to 125)\ndisputed = { zh = "不符", en = "…" }',
        correct="value = 25",
        check=_undisputed_rate,
    ),
)
