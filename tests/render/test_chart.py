"""Charts: bars in proportion, drawn from zero, and no bar that could be taken for another kind."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.render.spans import texts
from tui.document import Point, Series
from tui.render.chart import chart
from tui.render.glyphs import ASCII, UNICODE

_WORDS = {"reported": "已报告", "estimate": "估计", "forecast": "预测"}


def _series(*sizes: tuple[str, float, str]) -> Series:
    points = [
        Point(period, size, f"{size:g}亿元", status, _WORDS[status])
        for period, size, status in sizes
    ]
    return Series("亿元", tuple(points))


_MARKET = _series(("2016", 650, "reported"), ("2022", 1300, "reported"), ("2025", 2600, "forecast"))


def test_bars_are_in_proportion_from_zero() -> None:
    assert texts(chart(_MARKET, 39, UNICODE)) == [
        "2016 █████                650亿元",
        "2022 ██████████           1300亿元",
        "2025 ░░░░░░░░░░░░░░░░░░░░ 2600亿元 预测",
    ]


def test_what_is_not_reported_is_drawn_and_said_otherwise() -> None:
    lines = texts(chart(_series(("a", 2, "estimate"), ("b", 2, "forecast")), 22, UNICODE))
    assert "▓" in lines[0]
    assert lines[0].endswith(" 估计")
    assert "░" in lines[1]
    assert lines[1].endswith(" 预测")


def test_without_unicode_bars_are_signs_of_the_keyboard() -> None:
    text = "\n".join(texts(chart(_MARKET, 40, ASCII)))
    assert "#" in text
    assert "." in text
    assert not set(text) & set("█▓░")


@pytest.mark.parametrize("width", range(1, 120, 7))
def test_no_bar_makes_a_line_too_wide(width: int) -> None:
    assert all(cell_len(text) <= width for text in texts(chart(_MARKET, width, UNICODE)))


def test_where_there_is_no_room_for_bars_there_is_no_chart() -> None:
    assert chart(_MARKET, 24, UNICODE) == []


def test_a_small_value_keeps_a_bar_and_nothing_has_none() -> None:
    lines = texts(
        chart(
            _series(("a", 0, "reported"), ("b", 1, "reported"), ("c", 9999, "reported")),
            40,
            UNICODE,
        )
    )
    assert [line.count("█") for line in lines][:2] == [0, 1]


def test_a_series_of_zeros_is_not_drawn() -> None:
    assert chart(_series(("2020", 0, "reported"), ("2021", 0, "reported")), 60, UNICODE) == []
