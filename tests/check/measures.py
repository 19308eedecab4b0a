"""Build figures and rates for tests without a briefing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from tui.check.context import CheckContext
from tui.load import Content
from tui.model import (
    Bilingual,
    Briefing,
    Citation,
    Correction,
    HeadLine,
    Observation,
    Rate,
    Statistic,
)

RateType: TypeAlias = Literal["growth", "cagr", "share", "change", "growth_change"]
Comparator: TypeAlias = Literal[">", ">=", "~", "~~", "<"] | None
_TEXT = Bilingual(zh="文", en="text")
_QUOTED = (Citation(source="paper", exact="文"),)
_BRIEFING = Briefing(
    title=_TEXT,
    subtitle=_TEXT,
    edition="1",
    as_of="2020",
    lines=(HeadLine(text=_TEXT, leads_to="base"),),
)


class Figure(NamedTuple):
    """A figure such as ``650亿元@2016``. ``printed``: the misprint in the source."""

    value: Decimal
    unit: str
    period: str
    printed: str = ""


def figure(text: str, printed: str = "") -> Figure:
    """Parse a figure."""
    match = re.fullmatch(r"(-?[\d.]+)(.+)@(.+)", text)
    assert match, text
    return Figure(Decimal(match[1]), match[2], match[3], printed)


class Stated(NamedTuple):
    """A stated rate, and a context with its two figures."""

    rate: Rate
    context: CheckContext


def state(
    type_: RateType,
    base: Figure,
    top: Figure,
    value: Decimal,
    *,
    unit: str = "%",
    comparator: Comparator = None,
) -> Stated:
    """Return a rate from ``base`` to ``top``; for a share, ``base`` is the whole."""
    ends = ("whole", "part") if type_ == "share" else ("start", "end")
    rate = Rate(
        id="rate",
        type=type_,
        period="2020",
        value=value,
        unit=unit,
        comparator=comparator,
        status="reported",
        citations=_QUOTED,
        **{ends[0]: f"base@{base.period}", ends[1]: f"top@{top.period}"},
    )
    records = (_statistic("base", base, ()), _statistic("top", top, (rate,)))
    return Stated(rate, CheckContext(Content(_BRIEFING, (), records, (), {}), None))


def _statistic(name: str, figure: Figure, rates: tuple[Rate, ...]) -> Statistic:
    observation = Observation(
        period=None if figure.period == "undated" else figure.period,
        undated=_TEXT if figure.period == "undated" else None,
        value=figure.value,
        unit=figure.unit,
        status="reported",
        as_printed=figure.printed or None,
        correction=Correction(reason=_TEXT, proof=_TEXT) if figure.printed else None,
        citations=_QUOTED,
    )
    return Statistic(
        id=name,
        title=_TEXT,
        summary=_TEXT,
        scope=_TEXT,
        unit=figure.unit,
        observations=(observation,),
        rates=rates,
        citations=_QUOTED,
    )
