"""Sparklines: from zero, forecasts after a mark, in ASCII too."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.render.spans import texts
from tui.render.glyphs import ASCII, UNICODE
from tui.render.list_layout import listing
from tui.render.sparkline import levels_of, sparkline


def test_levels_rise_from_zero_to_the_largest() -> None:
    assert levels_of([0, 50, 100], [False] * 3) == "047"
    assert sparkline("047", UNICODE) == "▁▅▇"
    assert sparkline("047", ASCII) == "_=*"


def test_a_mark_precedes_the_first_forecast() -> None:
    assert levels_of([10, 20, 40], [False, True, True]) == "2:47"
    assert sparkline("2:47", UNICODE) == "▃:▅▇"


@given(st.lists(st.floats(0, 1e13), max_size=30))
def test_each_size_has_one_character(sizes: list[float]) -> None:
    levels = levels_of(sizes, [False] * len(sizes))
    assert len(sparkline(levels, UNICODE)) == len(sizes)


def test_a_list_shows_a_sparkline_completely_or_not_at_all() -> None:
    columns = [("指标", "left"), ("走势", "spark")]
    rows = [("市场规模", "013:7"), ("用户", "")]
    lines = [line.rstrip() for line in texts(listing(columns, rows, None))]
    assert lines == ["指标      走势", "市场规模  ▁▂▄:▇", "用户"]
    narrow = [line.rstrip() for line in texts(listing(columns, rows, 10))]
    assert narrow[1] == "市场规模"
    assert texts(listing(columns, rows, None, glyphs=ASCII))[1] == "市场规模  _.~:*"
