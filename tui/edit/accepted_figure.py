"""A figure that an editor accepts for a measure: its table in TOML."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tui.check.context import LocatedMeasure
from tui.edit.figure_finder import FigureCandidate
from tui.model import Observation
from tui.text.language import Wording
from tui.text.periods import same_time
from tui.text.units import POWERS, UNITS, base_unit

_NO_PERIOD = Wording(
    "读不出这个数字的时期：用--period指定", "the period of this figure is unknown: set --period"
)
_OTHER_UNIT = Wording(
    "单位{given}与指标的单位{unit}不符：请选另一条记录",
    "the unit {given} does not fit the measure's unit {unit}: choose another record",
)


class UnfitFigureError(ValueError):
    """A figure that cannot be written into a measure; ``message`` says why."""

    def __init__(self, message: Wording) -> None:
        super().__init__(message.en)
        self.message = message


class AcceptedFigure(NamedTuple):
    """The table of a figure. ``table``: ``observations`` or ``rates``; ``lines``: its keys."""

    table: str
    period: str
    lines: tuple[str, ...]


def accepted_figure(
    located: LocatedMeasure, figure: FigureCandidate, citation: str, period: str = ""
) -> AcceptedFigure:
    """Return the table of a figure for a measure. ``period``: the editor's, if given.

    Raises:
        UnfitFigureError: its unit is another one, or its period is not known.
    """
    chosen = period or figure.period
    if not chosen:
        raise UnfitFigureError(_NO_PERIOD)
    is_rate = _is_rate(located, figure)
    value, unit = (figure.value, figure.unit) if is_rate else _in_unit_of(located, figure)
    head: list[str] = []
    if is_rate:
        head = [f'id = "{_rate_id(located, figure, chosen)}"', f'type = "{figure.form}"']
    comparator = [f'comparator = "{figure.comparator}"'] if figure.comparator else []
    lines = (
        *head,
        f'period = "{chosen}"',
        f"value = {value:f}",
        f'unit = "{unit}"',
        *comparator,
        f'status = "{figure.status}"',
        "citations = [",
        f"  {citation},",
        "]",
    )
    return AcceptedFigure("rates" if is_rate else "observations", chosen, lines)


def same_observation(
    located: LocatedMeasure, figure: FigureCandidate, period: str = ""
) -> int | None:
    """Return the index of the observation that already states a figure; None if there is none."""
    chosen = period or figure.period
    if not chosen or _is_rate(located, figure):
        return None
    value, unit = _in_unit_of(located, figure)
    amount = value.scaleb(UNITS[unit].scale)
    for number, one in enumerate(located.measure.observations):
        same = one.period and same_time(one.period, chosen) and one.status == figure.status
        if same and _amount(one) == amount and (one.comparator or "") == figure.comparator:
            return number
    return None


def _amount(one: Observation) -> Decimal:
    return one.value.scaleb(UNITS[one.unit].scale)


def _is_rate(located: LocatedMeasure, figure: FigureCandidate) -> bool:
    if figure.form == "share":  # of a measure that is a share itself, it is a value
        return UNITS[located.measure.unit].base != UNITS["%"].base
    return figure.form != "level"


def _in_unit_of(located: LocatedMeasure, figure: FigureCandidate) -> tuple[Decimal, str]:
    """Return value and unit of an observation: as printed, with the measure's noun where the
    document prints none (1.723亿) or the general 个."""
    own = located.measure.unit
    if not figure.unit:
        if UNITS[own].currency or own in ("%", "百分点", "倍"):
            given = Wording("（无）", "(none)")
            raise UnfitFigureError(_OTHER_UNIT.format(given=given, unit=own))
        return figure.value.scaleb(-UNITS[own].scale), own
    if UNITS[own].base == UNITS[figure.unit].base:
        return figure.value, figure.unit
    counts = not UNITS[own].currency and UNITS[own].many != "%"
    if figure.unit.endswith("个") and counts:
        power = next(name for name, scale in POWERS.items() if scale == UNITS[figure.unit].scale)
        return figure.value, power + base_unit(own)
    raise UnfitFigureError(_OTHER_UNIT.format(given=figure.unit, unit=own))


def _rate_id(located: LocatedMeasure, figure: FigureCandidate, period: str) -> str:
    """Return an id such as growth-2022 that the measure does not have yet."""
    taken = {rate.id for rate in located.measure.rates}
    plain = f"{figure.form}-{period}".lower().replace("/", "-").replace("_", "-")
    return next(name for name in _numbered(plain) if name not in taken)


def _numbered(name: str) -> Iterator[str]:
    yield name
    for number in range(2, 1000):
        yield f"{name}-{number}"
