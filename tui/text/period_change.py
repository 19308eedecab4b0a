"""The change of a measure between two periods of one length: on the overview, in answers and in
short briefs."""

from __future__ import annotations

from decimal import Decimal

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.text.language import LANGUAGES, Wording
from tui.text.number_format import change_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

_TENTH = Decimal("0.1")
_A_YEAR = Wording("平均每年{change}", "{change} a year on average")
_UNCHANGED = Wording("持平", "unchanged")


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
        """The change in words: ``下降98.2%``, ``down 98.2%``."""
        if not self.percent:
            return _UNCHANGED
        zh, en = (change_in_words(self.percent, "%", language) for language in LANGUAGES)
        return Wording(zh.replace(".0%", "%"), en.replace(".0%", "%"))

    @property
    def yearly(self) -> Wording | None:
        """The average change a year in words: ``up 25.7% a year``; None where there is none."""
        percent = self.yearly_percent
        return _A_YEAR.format(change=self._replace(percent=percent).words) if percent else None

    @property
    def yearly_percent(self) -> Decimal | None:
        """The average change a year; None where the values are not at least two whole years apart,
        or one is not positive."""
        months = (self.end.last // 100 - self.start.last // 100) * 12
        months += self.end.last % 100 - self.start.last % 100
        years, odd = divmod(months, 12)
        if odd or years < 2 or min(self.start.value, self.end.value) <= 0:
            return None
        ratio = (self.end.value / self.start.value) ** (Decimal(1) / years)
        return ((ratio - 1) * 100).quantize(_TENTH)

    @property
    def sentence(self) -> Wording:
        """The change as it follows its subject: ``下降98.2%``, ``fell 98.2%``."""
        if not self.percent:
            return Wording(_UNCHANGED.zh, "did not change")
        verb = "rose" if self.percent > 0 else "fell"
        return self.words._replace(en=f"{verb} {self.words.en.partition(' ')[2]}")


def change_of_share(points: Decimal) -> Wording:
    """Return the change of a share in words: ``上升1.2个百分点``."""
    if not points:
        return _UNCHANGED
    return Wording(*(change_in_words(points, "百分点", each, kind="points") for each in LANGUAGES))


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
