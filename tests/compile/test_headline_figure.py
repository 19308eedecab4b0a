"""The figure that stands for a record in lists and at the head of its page."""

from __future__ import annotations

from typing import Literal

import pytest

from tui.compile.facts.figure_answers import latest
from tui.model import Bilingual, Citation, Observation, Statistic

_TEXT = Bilingual(zh="文", en="text")
_QUOTED = (Citation(source="paper", exact="文"),)
_DERIVED = (Citation(source="paper", exact="文", relation="derived"),)
_Status = Literal["reported", "estimate", "forecast"]


def _figure(period: str, status: _Status, citations: tuple[Citation, ...] = _QUOTED) -> Observation:
    return Observation(period=period, value=1, unit="亿元", status=status, citations=citations)


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (_figure("2024", "reported"), "2024"),
        (_figure("2024", "estimate"), "2024"),
        (_figure("2024", "estimate", _DERIVED), "2022"),
        (_figure("2024", "estimate", (*_DERIVED, *_QUOTED)), "2024"),
        (_figure("2024", "forecast"), "2022"),
    ],
)
def test_a_printed_figure_comes_before_a_later_one_that_the_editor_derived(
    later: Observation, expected: str
) -> None:
    statistic = Statistic(
        id="lenses",
        title=_TEXT,
        summary=_TEXT,
        scope=_TEXT,
        unit="亿元",
        observations=(_figure("2022", "reported"), later),
        citations=_QUOTED,
    )
    newest = latest(statistic)
    assert newest is not None
    assert newest.period == expected
