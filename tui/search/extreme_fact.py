"""The greatest or the least of the figures of a measure."""

from __future__ import annotations

from decimal import Decimal

from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.units import UNITS, base_unit

if TYPE_CHECKING:
    from tui.store import AnswerRow


def extreme_fact(
    chosen: AnswerRow, facts: list[AnswerRow], *, greatest: bool, forecasts: bool
) -> AnswerRow | None:
    """Return the greatest or least figure of the measure of ``chosen``; None where there are not
    two to compare. Compared are figures of periods of one length, of that which most of them have:
    a quarter is not the least of the years. Either forecasts count, or all others; rejected figures
    do not."""
    groups: dict[int, list[AnswerRow]] = {}
    for fact in facts:
        if _is_comparable(fact, chosen) and (fact.status == "forecast") is forecasts:
            groups.setdefault(fact.last_month - fact.first_month, []).append(fact)
    compared = max(groups.values(), key=len, default=[])
    if len(compared) < 2:
        return None
    return (max if greatest else min)(compared, key=_base_value)


def _is_comparable(fact: AnswerRow, chosen: AnswerRow) -> bool:
    return (
        fact.form == chosen.form == "observation"
        and fact.fact.partition("@")[0] == chosen.fact.partition("@")[0]
        and base_unit(fact.unit) == base_unit(chosen.unit)
        and bool(fact.first_month)
        and fact.rank != "deprecated"
    )


def _base_value(fact: AnswerRow) -> Decimal:
    return Decimal(fact.value).scaleb(UNITS[fact.unit].scale)
