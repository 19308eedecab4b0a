"""Which figures of a measure cannot both be right unless something explains it."""

from __future__ import annotations

from decimal import Decimal

from tui.model.measure import Measure, Observation, Rate
from tui.text.periods import ends_within, is_part, same_time
from tui.text.units import UNITS


def amount(figure: Observation | Rate) -> Decimal:
    """Return the value in the base unit, for comparison."""
    return figure.value.scaleb(UNITS[figure.unit].scale)


def same_period(one: Observation, other: Observation) -> bool:
    """Return whether two observations are of the same period, however it is written."""
    if one.period is None or other.period is None:
        return False
    return same_time(one.period, other.period)


def overlap_conflicts(measure: Measure, one: Observation, other: Observation) -> bool:
    """Return whether two observations of different, overlapping periods contradict each other.

    A count at the end of a period (users in 2025) is that of its last month (users in December
    2025). A sum over a period (``adds_up``: revenue of 2025) is at least that of any part.
    """
    if one.period is None or other.period is None or same_period(one, other):
        return False
    if is_part(one.period, other.period):
        one, other = other, one  # the whole first
    whole, part = one.period or "", other.period or ""
    if measure.adds_up:
        return is_part(part, whole) and amount(other) > amount(one)
    return ends_within(part, whole) and amount(other) != amount(one)


def rivals(measure: Measure, one: Observation, other: Observation) -> bool:
    """Return whether two observations compete: of one period, or ranked against each other because
    their periods overlap."""
    ranked = one.reason_for_rank is not None and other.reason_for_rank is not None
    return same_period(one, other) or (ranked and overlap_conflicts(measure, one, other))


def rates_conflict(one: Rate, other: Rate) -> bool:
    """Return whether two rates of a measure state different values of one growth or change, or of
    the share of one part in one whole."""
    ends, other_ends = _ends(one), _ends(other)
    if one.type == "share" and not ends:
        return False  # shares of what: only the titles say
    same_figures = ends == other_ends or (one.type != "share" and not (ends and other_ends))
    return (
        one.type == other.type
        and same_time(one.period, other.period)
        and same_figures
        and amount(one) != amount(other)
    )


def _ends(rate: Rate) -> tuple[str, ...]:
    return tuple(end for end in (rate.start, rate.end, rate.part, rate.whole) if end)
