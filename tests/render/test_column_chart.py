"""Columns over time: the caption names the unit of the numbers."""

from __future__ import annotations

import pytest

from tests.render.spans import texts
from tui.document import Point, Series
from tui.render.column_chart import column_chart
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
    first = texts(column_chart(Series("", tuple(points)), 60, 6, UNICODE))[0]
    assert first.rpartition(short)[0].strip() == caption
