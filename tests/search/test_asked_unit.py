"""The unit in which a question asks for a figure is no word to look up."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.search.asked_unit import without_asked_unit
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        *(
            "online patients in millions",
            "online patients in 亿",
            "how many million online patients",
        ),
        *("在线患者人数是多少万", "在线患者人数（单位：万人）", "在线患者人数有几千万"),
    ],
)
def test_a_measure_in_a_unit_is_the_measure(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].entry.id == "online-patients"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("market size in trillions", "market size"),
        ("how large is the market in yuan?", "how large is the market?"),
        ("how many billions is the market", "how much is the market"),
        ("市场规模是多少万亿", "市场规模是多少"),
        ("2022年市场规模多少亿元", "2022年市场规模多少元"),
        ("in millions", "in millions"),
        ("3099亿元", "3099亿元"),
        ("多少亿美元", "多少亿美元"),
    ],
)
def test_only_a_unit_that_is_asked_for_is_left_out(text: str, rest: str) -> None:
    assert without_asked_unit(text) == rest
