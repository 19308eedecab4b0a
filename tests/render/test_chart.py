"""Charts: proportional bars from zero, distinct by status."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.render.spans import texts
from tui.document import Point, Series
from tui.render.chart import chart
from tui.render.glyphs import ASCII, UNICODE, Glyphs

_WORDS = {"reported": "已公布", "estimate": "估计", "forecast": "预测"}


def _series(*sizes: tuple[str, float, str]) -> Series:
    points = [
        Point(period, size, f"{size:g}亿元", status, _WORDS[status])
        for period, size, status in sizes
    ]
    return Series("亿元", tuple(points))


_MARKET = _series(("2016", 650, "reported"), ("2022", 1300, "reported"), ("2025", 2600, "forecast"))


def test_bars_are_proportional_and_start_at_zero() -> None:
    assert texts(chart(_MARKET, 39, UNICODE)) == [
        "2016 █████                650亿元",
        "2022 ██████████           1300亿元",
        "2025 ░░░░░░░░░░░░░░░░░░░░ 2600亿元 预测",
    ]


def test_estimates_and_forecasts_have_their_own_bars_and_labels() -> None:
    lines = texts(chart(_series(("a", 2, "estimate"), ("b", 2, "forecast")), 22, UNICODE))
    assert "▓" in lines[0]
    assert lines[0].endswith(" 估计")
    assert "░" in lines[1]
    assert lines[1].endswith(" 预测")


def test_without_unicode_bars_are_ascii() -> None:
    text = "\n".join(texts(chart(_MARKET, 40, ASCII)))
    assert "#" in text
    assert "." in text
    assert not set(text) & set("█▓░")


@pytest.mark.parametrize("width", range(1, 120, 7))
def test_no_bar_makes_a_line_too_wide(width: int) -> None:
    assert all(cell_len(text) <= width for text in texts(chart(_MARKET, width, UNICODE)))


def test_in_a_narrow_window_a_chart_becomes_a_sparkline() -> None:
    assert texts(chart(_MARKET, 24, UNICODE)) == ["2016 ▃▅:▇ 2025"]
    assert texts(chart(_MARKET, 24, ASCII)) == ["2016 -=:* 2025"]
    assert chart(_MARKET, 10, UNICODE) == []


def test_the_axis_shows_zero_and_the_round_maximum_with_its_unit() -> None:
    block = _MARKET._replace(top=3000, axis="3,000亿元")
    assert texts(chart(block, 59, UNICODE)) == [
        "2016 █████████                                650亿元",
        "2022 █████████████████                        1300亿元",
        "2025 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░      2600亿元 预测",
        "     0──────────────────────────────3,000亿元",
    ]


def test_a_share_is_drawn_with_the_rest_of_the_whole() -> None:
    points = (Point("2022", 45, "45%", "reported", "已公布"),)
    block = Series("%", points, 100, "100%", True, ("整条为100%：全部人口。",))
    assert texts(chart(block, 29, UNICODE)) == [
        "2022 █████████╌╌╌╌╌╌╌╌╌╌╌ 45%",
        "     0───────────────100%",
        "整条为100%：全部人口。",
    ]
    assert texts(chart(block, 29, ASCII))[0] == "2022 #########----------- 45%"


def test_empty_lines_make_the_axis_proportional_to_time() -> None:
    points = tuple(
        point._replace(at=float(point.period) + 0.5)
        for point in (*_MARKET.points, _MARKET.points[-1]._replace(period="2026"))
    )
    lines = texts(chart(_MARKET._replace(points=points), 40, UNICODE))
    assert [number for number, line in enumerate(lines) if line] == [0, 6, 9, 10]


def test_a_long_span_of_time_does_not_make_the_chart_long() -> None:
    times = (1900, 2020, 2021)
    block = _series(*((str(year), 1, "reported") for year in times))
    points = tuple(point._replace(at=float(point.period)) for point in block.points)
    assert len(chart(block._replace(points=points), 40, UNICODE)) < 20


_POINTS = st.builds(
    Point,
    st.sampled_from(["2016年", "2021年上半年", "2025年1月—2025年5月", "Q1 2024"]),
    st.floats(0, 1e13),
    st.sampled_from(["1,961亿元", "超过1万亿元", "CNY 309.9 billion", "8.24%"]),
    st.sampled_from(["reported", "estimate", "forecast"]),
    st.sampled_from(["已公布", "forecast"]),
    st.sampled_from([0.0, 2016.5, 2021.25]),
)


@given(
    st.lists(_POINTS, min_size=1, max_size=40),
    st.integers(20, 140),
    st.booleans(),
    st.sampled_from([UNICODE, ASCII]),
)
def test_no_line_is_too_wide_and_no_value_is_cut(
    points: list[Point], width: int, whole: bool, glyphs: Glyphs
) -> None:
    top = max(point.size for point in points) * 1.2
    block = Series("亿元", tuple(points), top, "1.5万亿元", whole, ("整条为100%：全部人口。",))
    lines = texts(chart(block, width, glyphs))
    assert all(cell_len(line) <= width for line in lines)
    bars = [line for line in lines if any(line.startswith(point.period) for point in points)]
    if len(bars) > 1 or (bars and len(points) == 1):
        assert len(bars) == len(points)
        for line, point in zip(bars, points, strict=True):
            assert point.label in line
            assert point.status == "reported" or line.endswith(point.status_words)


def test_a_small_value_has_a_bar_and_zero_has_none() -> None:
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
