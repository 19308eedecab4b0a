from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.text.printed_quantity import find_quantities, find_unit_labels


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("353亿元", "35300000000", "元"),
        ("353 亿人民币", "35300000000", "元"),
        ("117亿元人民币", "11700000000", "元"),
        ("3亿5000万元", "350000000", "元"),
        ("1.6万亿元", "1600000000000", "元"),
        ("3000多万人", "30000000", "人"),
        ("12000多个", "12000", "个"),
        ("4000万个SKU", "40000000", "SKU"),
        ("26个省份", "26", "省份"),
        ("8万人次", "80000", "次"),
        ("百亿", "10000000000", ""),
        ("五千万亩", "50000000", "亩"),
        ("５３％", "53", "%"),
        ("百分之四十三", "43", "%"),
        ("两成", "20", "%"),
        ("19个百分点", "19", "百分点"),
        ("353亿美元", "35300000000", "USD"),
        ("US$3 million", "3000000", "USD"),
        ("385.4 billion yuan", "385400000000", "元"),
        ("CNY 385.4 billion", "385400000000", "元"),
        ("RMB1.3bn", "1300000000", "元"),
        ("364 million people", "364000000", "人"),
        ("364m users", "364000000", ""),
        ("43 per cent", "43", "%"),
        ("3.5 percentage points", "3.5", "百分点"),
        ("two deals", "2", "起"),
        ("three hundred and ninety thousand people", "390000", "人"),
    ],
)
def test_a_quantity_has_the_power_and_unit_that_are_printed(
    text: str, value: str, unit: str
) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("10-15亿元", ["1000000000", "1500000000"]),
        ("123、45和67亿元", ["12300000000", "4500000000", "6700000000"]),
        ("between 10 and 15 billion yuan", ["10000000000", "15000000000"]),
        ("97.120亿元和148,740 亿元", ["9712000000", "14874000000000"]),
        ("共7起，金额2.19亿元", ["7", "219000000"]),
        ("0零", ["0", "0"]),
    ],
)
def test_a_range_or_list_shares_the_last_unit(text: str, values: list[str]) -> None:
    assert [item.value for item in find_quantities(text)] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    "text", ["-3.2%", "增长－3.2%", "（−3.2%）", "负3.2%", "down -3.2 percent"]
)
def test_a_minus_sign_is_recognized(text: str) -> None:
    assert [item.minus for item in find_quantities(text)] == [True]


@pytest.mark.parametrize("text", ["COVID-19", "2020-2024", "10%-15%", "3.2%", "A-3"])
def test_a_hyphen_is_not_a_minus_sign(text: str) -> None:
    assert not any(item.minus for item in find_quantities(text))


@pytest.mark.parametrize(
    ("text", "scale", "unit"),
    [
        ("单位：亿元", "100000000", "元"),
        ("市场规模（亿元）", "100000000", "元"),
        ("占比（％）", "1", "%"),
        ("单位:家", "1", "家"),
        ("Revenue (CNY billion)", "1000000000", "元"),
    ],
)
def test_the_unit_of_a_column_is_a_label(text: str, scale: str, unit: str) -> None:
    assert find_unit_labels(text) == {(Decimal(scale), unit)}


@pytest.mark.parametrize(
    "text", ["353亿元", "353 亿元", "43％", "二十亿元", "3千元", "5 billion yuan"]
)
def test_the_unit_of_a_number_is_no_label(text: str) -> None:
    assert find_unit_labels(text) == set()


@given(
    st.lists(
        st.sampled_from(
            [
                *"0129.,，-—至%％亿万千百十元个成年负(²٢",
                "百分之",
                " billion",
                "bn",
                "CNY ",
                "$",
                "two ",
            ]
        ),
        max_size=12,
    ).map("".join)
)
@settings(max_examples=200)
def test_the_quantities_of_any_text_are_within_it(text: str) -> None:
    for item in find_quantities(text):
        assert 0 <= item.start < item.end <= len(text)
