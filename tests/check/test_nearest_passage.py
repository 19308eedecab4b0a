"""Passages that a mistyped quote comes closest to."""

from __future__ import annotations

import pytest

from tui.check.nearest_passage import PassageFinder, differences

_ORIGINAL = (
    "全市网上门诊2020年收入100亿元，2021年增至125亿元。\n"
    "松河健康月访问超过3，600次,投资方为“白杨资本”。另有 38．18 亿元。\n"
    "比例为3.5，区间3-5。Revenue grew to CNY 38.5 billion, up 12%.\n"
)


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("月访问超过3,600次", "月访问超过3，600次"),
        ("月访问超过3600次", "月访问超过3，600次"),
        ("超过3，600次，投资方", "超过3，600次,投资方"),
        ("投资方为「白杨资本」", "投资方为“白杨资本”"),
        ("投资方为白杨资本", "投资方为“白杨资本"),
        ("另有38.18亿元", "另有 38．18 亿元"),
        ("2020 年收入 100 亿元", "2020年收入100亿元"),
        ("ＣＮＹ 38.5　billion", "CNY 38.5 billion"),
    ],
)
def test_a_quote_of_the_same_words_is_found_as_printed(quote: str, printed: str) -> None:
    nearest = PassageFinder(_ORIGINAL).nearest(quote)
    assert nearest is not None
    assert (nearest.text, nearest.same_words) == (printed, True)


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("2020年收入约100亿元", "2020年收入100亿元"),
        ("2021年增到125亿元", "2021年增至125亿元"),
        ("松河健康的月访问量超过3，600次", "松河健康月访问超过3，600次"),
        ("区间35。Revenue grew", "区间3-5。Revenue grew"),
        ("Revenue rose to CNY 38.5 billion", "Revenue grew to CNY 38.5 billion"),
    ],
)
def test_a_quote_of_other_words_has_a_nearest_passage(quote: str, passage: str) -> None:
    nearest = PassageFinder(_ORIGINAL).nearest(quote)
    assert nearest is not None
    assert not nearest.same_words
    assert passage in nearest.text
    assert len(nearest.text) <= len(passage) + 3


@pytest.mark.parametrize("quote", ["医保支付可以直接结算了", "甲", "…"])
def test_nothing_resembles_an_invented_quote(quote: str) -> None:
    assert PassageFinder(_ORIGINAL).nearest(quote) is None


def test_a_form_that_two_passages_share_is_ambiguous() -> None:
    nearest = PassageFinder("收入，支出。收入；支出。").nearest("收入支出")
    assert nearest is not None
    assert not nearest.same_words


@pytest.mark.parametrize(
    ("quote", "passage", "expected"),
    [
        ("3,600次", "3，600次", "“,” → “，”"),
        ("增至 125亿", "增至125亿", "“␣” → “”"),
        ("甲乙", "甲\n乙", "“” → “⏎”"),
        ("甲1乙2丙3丁4", "甲一乙二丙三丁四", "“1” → “一”, “2” → “二”, “3” → “三” …"),
    ],
)
def test_differences_are_named(quote: str, passage: str, expected: str) -> None:
    assert differences(quote, passage) == expected
