"""Columns over time: the caption names the unit of the numbers."""

from __future__ import annotations

import re

import pytest

from tests.render.spans import texts
from tui.document import Point, Series
from tui.render.chart import chart
from tui.render.column_chart import chart_height, chart_over_time, column_chart
from tui.render.glyphs import UNICODE


@pytest.mark.parametrize(
    ("label", "short", "caption"),
    [
        ("3,099亿元", "3,099", "亿元"),
        ("超过1万亿元", ">1", "万亿元"),
        ("CNY 309.9 billion", "309.9", "CNY billion"),
        ("over CNY 1 trillion", ">1", "CNY trillion"),
        ("about 364 million users", "~364", "million users"),
        ("43%", "43", "%"),
    ],
)
def test_the_caption_is_the_unit_without_a_hedge(label: str, short: str, caption: str) -> None:
    points = [
        Point(str(year), size, label, "reported", "", short=short, at=float(year))
        for year, size in ((2016, 1.0), (2020, 2.0), (2022, 3.0))
    ]
    first = texts(chart_over_time(Series("", tuple(points)), 60, 20, UNICODE))[0]
    assert first.rpartition(short)[0].strip() == caption


_POINTS = (
    Point("2020", 200.0, "CNY 200 billion", "reported", "reported", 2020.5, "200"),
    Point("2022", 310.0, "CNY 310 billion", "reported", "reported", 2022.5, "310"),
    Point("2022", 350.0, "CNY 350 billion", "forecast", "forecast", 2022.5, "350"),
    Point("2025", 1000.0, "over CNY 1 trillion", "forecast", "forecast", 2025.5, ">1,000"),
)
_SERIES = Series(
    "CNY",
    _POINTS,
    400.0,
    "CNY 400 billion",
    legend=(("reported", "reported"), ("forecast", "forecast: 2022 Woshipm")),
    notes=("Not drawn: CNY 163 billion (rejected).",),
    break_note="Beyond the axis, not to scale: over CNY 1 trillion.",
)


def test_a_value_far_above_the_others_is_broken_and_said_to_be() -> None:
    lines = texts(chart_over_time(_SERIES, 62, 20, UNICODE))
    columns = lines[: chart_height(20) - 2]
    heights = [sum(line[at] in "█▒" for line in columns) for at in (0, 60)]
    assert heights[0] >= 2  # drawn to the scale of the values up to 350, not of 1,000
    assert heights[1] == 5
    assert sum("≈" in line for line in columns) == 1
    assert "≈ Beyond the axis, not to scale: over CNY 1 trillion." in lines
    assert "Not drawn: CNY 163 billion (rejected)." in lines


@pytest.mark.parametrize("status", ["forecast", "estimate"])
@pytest.mark.parametrize("size", [1.0, 120.0, 230.0, 370.0])
def test_a_hatched_column_has_whole_cells(status: str, size: float) -> None:
    last = Point("2022", size, f"CNY {size} billion", status, status, 2022.5, str(size))
    points = (*_POINTS[:1], _POINTS[1]._replace(period="2021", at=2021.5), last)
    lines = texts(chart_over_time(Series("CNY", points), 62, 20, UNICODE))
    cells = [line[-3] for line in lines[: chart_height(20) - 2]]
    hatched = "".join(cells).strip()
    assert hatched
    assert set(hatched[-1]) <= set("▒▓")
    assert not set(hatched) & set("▁▂▃▄▅▆▇█")


def test_two_columns_of_one_year_share_a_tick() -> None:
    lines = texts(chart_over_time(_SERIES, 62, 20, UNICODE))
    axis = next(line for line in lines if "┴" in line)
    assert axis.count("┴") == 3
    assert "".join(lines).count("2022 ") == 2  # below the axis and in the legend


def test_the_legend_names_the_source_of_a_forecast() -> None:
    lines = texts(chart_over_time(_SERIES, 62, 20, UNICODE))
    assert "█ reported   ▒ forecast: 2022 Woshipm" in lines
    assert "░ forecast: 2022 Woshipm" in texts(chart(_SERIES, 62, UNICODE))


def test_without_the_broken_column_nothing_is_said_of_it() -> None:
    lines = texts(chart_over_time(_SERIES._replace(points=_POINTS[:3]), 62, 20, UNICODE))
    assert not any("≈" in line for line in lines)


def test_a_broken_bar_ends_with_the_axis() -> None:
    lines = texts(chart(_SERIES, 80, UNICODE))
    bars = [sum(character in "█░≈" for character in line) for line in lines if "CNY" in line][:4]
    assert bars[3] == max(bars)
    assert bars[0] == pytest.approx(bars[3] / 2, abs=1)  # 200 of 400


_YEARS_AND_A_QUARTER = Series(
    "CNY",
    (
        Point("2020", 300.0, "CNY 300 million", "reported", "reported", 2020.5, "300"),
        Point("2023", 100.0, "CNY 100 million", "reported", "reported", 2023.5, "100"),
    ),
    400.0,
    "CNY 400 million",
    notes=("Q1 2024: a shorter period.",),
    apart=(Point("Q1 2024 only", 150.0, "CNY 150 million", "reported", "", 2024.125, "150"),),
    unknown=tuple(
        Point(str(year), 0.0, "no figure", "unknown", "", year + 0.5, "?") for year in (2021, 2022)
    ),
)


def test_a_shorter_period_is_thin_behind_a_gap_in_the_axis() -> None:
    lines = texts(chart_over_time(_YEARS_AND_A_QUARTER, 62, 20, UNICODE))
    height = chart_height(20)
    axis = lines[height - 2]
    whole, part = axis.split("  ")
    assert (whole.count("┴"), part.count("┴")) == (2, 1)
    above = lines[height - 3]
    first, second, short = map(len, re.findall("█+", above))
    assert first == second
    assert short == first // 2
    assert "Q1 2024 only" in lines[height - 1]
    assert "Q1 2024: a shorter period." in lines


def test_years_without_a_figure_are_marked_and_explained() -> None:
    lines = texts(chart_over_time(_YEARS_AND_A_QUARTER, 62, 20, UNICODE))
    assert lines[chart_height(20) - 3].count("?") == 2
    assert "█ reported   ? no figure" in lines


def test_bars_name_the_years_without_a_figure_and_the_shorter_period() -> None:
    lines = texts(chart(_YEARS_AND_A_QUARTER, 62, UNICODE))
    assert [line.split()[0] for line in lines[:3]] == ["2020", "2021–2022", "2023"]
    assert lines[1].split(maxsplit=1)[1] == "? no figure"
    (part,) = [line for line in lines if "only" in line]
    assert "█" in part


def test_a_chart_of_a_page_uses_the_height_of_the_window() -> None:
    heights = [len(chart_over_time(_SERIES, 62, window, UNICODE)) for window in (20, 36, 56)]
    assert heights == sorted(set(heights))


def test_a_chart_without_room_for_its_columns_is_not_drawn() -> None:
    assert column_chart(_SERIES, 5, 9, UNICODE) == []
    assert column_chart(_SERIES, 62, 4, UNICODE) == []


@pytest.mark.parametrize("width", [26, 36, 62])
@pytest.mark.parametrize("is_last", [True, False])
def test_two_columns_of_one_year_touch_and_have_both_numbers(width: int, is_last: bool) -> None:
    points = (
        _POINTS[:3] if is_last else (*_POINTS[:3], _POINTS[3]._replace(size=300.0, short="300"))
    )
    lines = texts(column_chart(_SERIES._replace(points=points), width, 9, UNICODE))
    bottom = lines[-3]
    first = bottom.index("▒")
    assert bottom[first - 1] == "█"
    assert [sum(word in line for line in lines) for word in ("310", "350")] == [1, 1]


@pytest.mark.parametrize("width", range(20, 64, 3))
def test_marks_of_equal_distances_stand_at_equal_distances(width: int) -> None:
    unknown = tuple(
        Point(str(year), 0.0, "no figure", "reported", "", float(year) + 0.5, "?")
        for year in (2017, 2018, 2019)
    )
    points = (_POINTS[0]._replace(period="2016", at=2016.5), _POINTS[0], _POINTS[1])
    series = Series("CNY", points, 400.0, "CNY 400 billion", unknown=unknown)
    bottom = texts(column_chart(series, width, 9, UNICODE))[-3]
    places = [at for at, character in enumerate(bottom) if character == "?"]
    assert len(places) == 3
    assert places[2] - places[1] == places[1] - places[0]
