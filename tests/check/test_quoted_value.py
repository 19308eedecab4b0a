"""Figures compared with their quotes: number, power of ten, unit and sign."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import pytest

from tui.check.quoted_value import Agreement, Excerpt, compare_with_quotes
from tui.model import Citation, Observation, Rate

_CITED = (Citation(source="paper", exact="文"),)


def _observation(value: str, unit: str) -> Observation:
    return Observation(
        period="2021", value=Decimal(value), unit=unit, status="reported", citations=_CITED
    )


def _rate(
    value: str, unit: str, type_: Literal["growth", "change", "growth_change", "share"] = "growth"
) -> Rate:
    return Rate(
        id="rate", type=type_, period="2021", value=Decimal(value), unit=unit,
        status="reported", citations=_CITED,
    )  # fmt: skip


def _agreement(figure: Observation | Rate, *quotes: str | Excerpt) -> Agreement:
    found = [item if isinstance(item, Excerpt) else Excerpt("", item, "") for item in quotes]
    return compare_with_quotes(figure, found).agreement


@pytest.mark.parametrize(
    ("value", "unit", "quote"),
    [
        ("353", "亿元", "收入353亿元"),
        ("3530000", "万元", "收入353亿元"),
        ("136", "亿元", "总收入为136亿"),
        ("3854", "亿元", "385.4 billion yuan"),
        ("3854", "亿元", "CNY 385.4bn"),
        ("3.64", "亿人", "364 million people"),
        ("2", "起", "发生两起"),
        ("2", "起", "two deals were closed"),
        ("43", "%", "43％接通"),
        ("43", "%", "百分之四十三"),
        ("43", "%", "43 percent"),
        ("100", "亿元", "规模破百亿"),
        ("3000", "家", "合作线下超3000多医院"),
        ("12", "亿元", "10-12亿元"),
        ("10", "亿元", "10-12亿元"),
        ("-9.5", "亿元", "净亏损9.5亿元"),
        ("-9.5", "亿元", "利润为-9.5亿元"),
        ("4000", "万SKU", "4000万个SKU"),
    ],
)
def test_the_right_value_agrees(value: str, unit: str, quote: str) -> None:
    assert _agreement(_observation(value, unit), quote) is Agreement.FULL


@pytest.mark.parametrize(
    ("value", "unit", "quote"),
    [
        ("353", "元", "收入353亿元"),
        ("353", "万元", "收入353亿元"),
        ("353", "亿人", "收入353亿元"),
        ("353", "亿元", "收入353亿美元"),
        ("353", "亿元", "收入353"),
        ("353", "元", "收入353"),
        ("385.4", "亿元", "385.4 billion yuan"),
        ("385.4", "元", "US$385.4 billion"),
        ("43", "%", "43家"),
        ("43", "家", "43％"),
        ("43", "%", "43"),
        ("3", "百分点", "3%"),
        ("3000", "人", "3000万人"),
        ("8", "万人", "8万人次"),
    ],
)
def test_the_same_digits_with_another_power_or_unit_do_not_agree(
    value: str, unit: str, quote: str
) -> None:
    assert _agreement(_observation(value, unit), quote) is Agreement.OTHER_AMOUNT


@pytest.mark.parametrize(
    ("figure", "quote"),
    [
        (_rate("12", "%"), "同比下降12%"),
        (_rate("-12", "%"), "同比增长12%"),
        (_rate("12", "%"), "增长-12%"),
        (_rate("12", "%"), "decreased by 12 percent"),
        (_rate("162", "万人", "change"), "减少162万人"),
        (_rate("-12", "%", "share"), "占12%"),
        (_observation("9.5", "亿元"), "利润为-9.5亿元"),
        (_observation("-9.5", "亿元"), "利润9.5亿元"),
        (_observation("-9.5", "亿元"), "上年亏损2亿元，利润9.5亿元"),
        (_observation("-9.5", "亿元"), "亏损2亿元、利润9.5亿元"),
    ],
)
def test_another_sign_does_not_agree(figure: Observation | Rate, quote: str) -> None:
    assert _agreement(figure, quote) is Agreement.OTHER_SIGN


@pytest.mark.parametrize(
    ("figure", "quote"),
    [
        (_rate("-12", "%"), "同比下降12%"),
        (_rate("12", "%"), "增速下降至12%"),
        (_rate("12", "%"), "复合增长率为12%"),
        (_rate("-12", "%"), "增长率为-12%"),
        (_rate("-12", "%"), "腰斩12%"),
        (_rate("19", "百分点", "growth_change"), "增速比去年同期增长了近19％"),
        (_rate("-3", "百分点", "growth_change"), "growth fell by 3 percentage points"),
        (_observation("12", "%"), "毛利率下降12%"),
        (_observation("-7.2", "亿元"), "分别亏损5.1亿元、7.2亿元与9.3亿元"),
        (_observation("-9.3", "亿元"), "分别亏损5.1亿元、7.2亿元与9.3亿元"),
    ],
)
def test_the_right_sign_agrees(figure: Observation | Rate, quote: str) -> None:
    assert _agreement(figure, quote) is Agreement.FULL


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (Excerpt("收入", "353", "亿元"), Agreement.OTHER_AMOUNT),
        (Excerpt("收入1,", "353亿元", ""), Agreement.OTHER_NUMBER),
        (Excerpt("收入", "353亿", "美元"), Agreement.OTHER_AMOUNT),
        (Excerpt("收入", "353亿", "元"), Agreement.FULL),
    ],
)
def test_a_quote_cut_within_a_quantity_does_not_change_it(
    quote: Excerpt, expected: Agreement
) -> None:
    assert _agreement(_observation("353", "亿元"), quote) is expected


def test_a_growth_whose_direction_was_cut_off_has_the_sign_of_the_original() -> None:
    assert _agreement(_rate("12", "%"), Excerpt("同比下降", "12%", "。")) is Agreement.OTHER_SIGN


def test_a_bare_number_agrees_with_the_unit_of_its_column() -> None:
    assert _agreement(_observation("353", "亿元"), "2021 353", "单位：亿元") is Agreement.FULL
    assert _agreement(_observation("353", "亿元"), "2021 353", "单位：万元") is not Agreement.FULL
