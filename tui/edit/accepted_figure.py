"""A figure that an editor accepts for a measure: its table in TOML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tui.check.context import LocatedMeasure
from tui.edit.figure_finder import FigureCandidate
from tui.edit.figure_wording import AT_MOST
from tui.edit.toml_insertion import TomlItem
from tui.model.base import Bilingual
from tui.model.rivals import amount
from tui.text.language import Wording
from tui.text.periods import same_time
from tui.text.units import POWERS, UNITS, base_unit

_NO_PERIOD = Wording(
    "读不出这个数字的时期：用--period指定", "the period of this figure is unknown: set --period"
)
_OTHER_UNIT = Wording(
    "单位{given}与指标的单位{unit}不符：请选另一条记录，或用--unit指定单位",
    "the unit {given} does not fit the measure's unit {unit}: choose another record, or set --unit",
)
_NO_UNIT = Wording(
    "没有读出单位，指标的单位是{unit}：用--unit指定",
    "no known unit follows the figure, and the measure's is {unit}: set --unit",
)
_MONEY = Wording(
    "原文的单位是{printed}，不能改为{given}：请选另一条记录",
    "the document prints {printed}, which is no {given}: choose another record",
)
_UPPER_BOUND = Wording(
    "原文只给出上限（不超过{value}{unit}），不是数值：不采用并说明理由，或用--value写明数值",
    "the document gives an upper bound only (at most {value} {unit}), which is no value: reject it "
    "with a reason, or set --value",
)


_LOSS = re.compile("亏损")


class UnfitFigureError(ValueError):
    """A figure that cannot be written into a measure; ``message`` says why."""

    def __init__(self, message: Wording) -> None:
        super().__init__(message.en)
        self.message = message


class AcceptedFigure(NamedTuple):
    """The table of a figure. ``table``: ``observations`` or ``rates``."""

    table: str
    period: str
    item: TomlItem


def accepted_figure(
    located: LocatedMeasure, figure: FigureCandidate, citation: str
) -> AcceptedFigure:
    """Return the table of a figure for a measure.

    Raises:
        UnfitFigureError: its unit is another one, or its period is not known.
    """
    if not figure.period:
        raise UnfitFigureError(_NO_PERIOD)
    if figure.comparator == AT_MOST:
        raise UnfitFigureError(_UPPER_BOUND.format(value=f"{figure.value:f}", unit=figure.unit))
    is_rate = _is_rate(located, figure)
    value, unit = (figure.value, figure.unit) if is_rate else _in_unit_of(located, figure)
    if _LOSS.search(_title(located)):  # a loss of 3, not of -3
        value = abs(value)
    head: list[str] = []
    if is_rate:
        head = [f'id = "{_rate_id(located, figure)}"', f'type = "{figure.form}"']
    comparator = [f'comparator = "{figure.comparator}"'] if figure.comparator else []
    keys = (
        *head,
        f'period = "{figure.period}"',
        f"value = {value:f}",
        f'unit = "{unit}"',
        *comparator,
        f'status = "{figure.status}"',
    )
    item = TomlItem(keys, (("citations", (citation,)),))
    return AcceptedFigure("rates" if is_rate else "observations", figure.period, item)


def check_unit(figure: FigureCandidate, unit: str) -> None:
    """Check the unit that an editor gives to a figure.

    Raises:
        UnfitFigureError: one of the units is of money and the other is not.
    """
    if not (unit and figure.unit) or figure.unit_is_guessed:
        return
    if bool(UNITS[unit].currency) != bool(UNITS[figure.unit].currency):
        raise UnfitFigureError(_MONEY.format(given=unit, printed=figure.unit))


def same_figure(located: LocatedMeasure, figure: FigureCandidate) -> tuple[str, int] | None:
    """Return table and index of the figure of a measure that states this one already, if need be
    with another hedge; None if there is none."""
    if not figure.period:
        return None
    if _is_rate(located, figure):
        for number, rate in enumerate(located.measure.rates):
            if rate.type == "share":  # of what: only the titles say
                continue
            same = rate.type == figure.form and same_time(rate.period, figure.period)
            if same and (rate.value, rate.unit) == (figure.value, figure.unit):
                return "rates", number
        return None
    value, unit = _in_unit_of(located, figure)
    wanted = value.scaleb(UNITS[unit].scale)
    if _LOSS.search(_title(located)):
        wanted = abs(wanted)
    fitting = [
        (one.status != figure.status, (one.comparator or "") != figure.comparator, number)
        for number, one in enumerate(located.measure.observations)
        if one.period and same_time(one.period, figure.period) and amount(one) == wanted
    ]
    # A forecast that came true is another figure than the outcome.
    fitting = [each for each in fitting if not each[0]]
    return ("observations", min(fitting)[-1]) if fitting else None


def _title(located: LocatedMeasure) -> str:
    title = getattr(located.measure, "title", None)
    return title.zh if isinstance(title, Bilingual) else ""


def _is_rate(located: LocatedMeasure, figure: FigureCandidate) -> bool:
    if figure.form == "share":  # of a measure that is a share itself, it is a value
        return UNITS[located.measure.unit].base != UNITS["%"].base
    return figure.form != "level"


def measure_unit(figure: FigureCandidate) -> str:
    """Return the unit of a new measure that begins with a figure.

    Raises:
        UnfitFigureError: the document prints none, and none could be guessed.
    """
    if figure.unit:
        return figure.unit
    raise UnfitFigureError(_NO_UNIT.format(unit=Wording("未定", "not set")))


def _in_unit_of(located: LocatedMeasure, figure: FigureCandidate) -> tuple[Decimal, str]:
    """Return value and unit of an observation: as printed, with the measure's noun where the
    document prints none (1.723亿) or the general 个. An amount of money without 元 (428亿) is one
    in a measure in yuan."""
    own = located.measure.unit
    if not figure.unit:
        if own in ("%", "百分点", "倍", "‰") or UNITS[own].currency not in ("", "CNY"):
            raise UnfitFigureError(_NO_UNIT.format(unit=own))
        return figure.value.scaleb(-UNITS[own].scale), own
    if UNITS[own].base == UNITS[figure.unit].base:
        return figure.value, figure.unit
    is_plain = UNITS[own].many != "%" and own not in ("百分点", "倍")
    counts = not UNITS[own].currency and is_plain
    may_be = counts or (UNITS[own].currency == "CNY" and base_unit(figure.unit) in ("元", "个"))
    replaces = figure.unit_is_guessed and is_plain and may_be
    if replaces or (figure.unit.endswith("个") and counts):
        power = next(name for name, scale in POWERS.items() if scale == UNITS[figure.unit].scale)
        return figure.value, power + base_unit(own)
    raise UnfitFigureError(_OTHER_UNIT.format(given=figure.unit, unit=own))


def _rate_id(located: LocatedMeasure, figure: FigureCandidate) -> str:
    """Return an id such as growth-2022 that the measure does not have yet."""
    taken = {rate.id for rate in located.measure.rates}
    plain = f"{figure.form}-{figure.period}".lower().replace("/", "-").replace("_", "-")
    return next(name for name in _numbered(plain) if name not in taken)


def _numbered(name: str) -> Iterator[str]:
    yield name
    for number in range(2, 1000):
        yield f"{name}-{number}"
