"""The change of a measure between two periods of one length: on the overview, in answers and in
short briefs."""

from __future__ import annotations

from decimal import Decimal

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.text.language import Wording
from tui.text.number_format import format_quantity

if TYPE_CHECKING:
    from collections.abc import Iterable

_TENTH = Decimal("0.1")


class DatedValue(NamedTuple):
    """An exact, reported value. ``first``, ``last``: months, as yyyymm; ``value``: in the base
    unit; ``unit``: the base unit; ``source``: that states it; ``key``: of the caller."""

    first: int
    last: int
    value: Decimal
    unit: object
    source: str
    key: str

    @property
    def months(self) -> int:
        """The length of the period."""
        return (self.last // 100 - self.first // 100) * 12 + self.last % 100 - self.first % 100 + 1


class Change(NamedTuple):
    """The change from one value to a later one, in percent."""

    start: DatedValue
    end: DatedValue
    percent: Decimal

    @property
    def words(self) -> Wording:
        """The change in words: ``-98.2%``."""
        texts = [
            format_quantity(self.percent, "%", language, signed=True) for language in ("zh", "en")
        ]
        return Wording(*(text.replace(".0%", "%") for text in texts))


def newest_change(values: Iterable[DatedValue], *, whole: bool = False) -> Change | None:
    """Return the change between the last two values of the longest periods; ``whole``: between the
    first and the last one. None where these are not of one source and unit, or are shares."""
    full = full_periods(values)
    if len(full) < 2:
        return None
    start, end = full[0 if whole else -2], full[-1]
    return change_between(start, end) if start.source == end.source else None


def full_periods(values: Iterable[DatedValue]) -> list[DatedValue]:
    """Return the values of the longest periods, oldest first."""
    ordered = sorted(values, key=lambda each: each.last)
    longest = max((each.months for each in ordered), default=0)
    return [each for each in ordered if each.months == longest]


def change_between(start: DatedValue, end: DatedValue) -> Change | None:
    """Return the change; None where the units or the lengths of the periods differ, or the first
    value is zero."""
    if start.unit != end.unit or start.months != end.months or not start.value:
        return None
    percent = ((end.value - start.value) / start.value * 100).quantize(_TENTH)
    return Change(start, end, percent)
