"""Formatting of quantities in both languages."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.number_format import format_number, format_quantity, without_counted
from tui.text.units import UNITS

_EXAMPLES = [
    ("3099", "亿元", None, "3,099亿元", "CNY 309.9 billion"),
    ("1961", "亿元", None, "1,961亿元", "CNY 196.1 billion"),
    ("650", "亿元", None, "650亿元", "CNY 65 billion"),
    ("1", "万亿元", ">", "超过1万亿元", "over CNY 1 trillion"),
    ("1.2", "万亿元", None, "1.2万亿元", "CNY 1.2 trillion"),
    ("6.7", "亿元", None, "6.7亿元", "CNY 670 million"),
    ("9.99", "万元", None, "9.99万元", "CNY 99,900"),
    ("50", "元", None, "50元", "CNY 50"),
    ("1.723", "亿人", None, "1.723亿人", "172.3 million people"),
    ("45", "万起", ">=", "至少45万起", "at least 450,000 deals"),
    ("26", "省份", None, "26个省份", "26 provinces"),
    ("4000", "万SKU", None, "4,000万SKU", "40 million SKUs"),
    ("1", "家", None, "1家", "1 organisation"),
    ("1", "千人", "~~", "千人级", "on the order of 1,000 people"),
    ("1000", "人", "~~", "千人级", "on the order of 1,000 people"),
    ("100000", "人", "~~", "十万人级", "on the order of 100,000 people"),
    ("1", "亿人", "~~", "亿人级", "on the order of 100 million people"),
    ("1600", "家", "~", "约1,600家", "about 1,600 organisations"),
    ("1", "万家", None, "1万家", "10,000 organisations"),
    ("31.79", "%", None, "31.79%", "31.79%"),
    ("43", "%", "<", "近43%", "nearly 43%"),
    ("25.0", "%", None, "25.0%", "25.0%"),
    ("1", "百分点", None, "1个百分点", "1 percentage point"),
    ("2.8", "倍", None, "2.8倍", "2.8 times"),
    ("0", "亿元", None, "0亿元", "CNY 0"),
    ("148740", "亿元", None, "14.874万亿元", "CNY 14.874 trillion"),
    ("10000", "亿元", ">", "超过1万亿元", "over CNY 1 trillion"),
    ("9999", "亿元", None, "9,999亿元", "CNY 999.9 billion"),
    ("-12500", "万人", None, "-1.25亿人", "-125 million people"),
    ("12000", "万亿元", None, "12,000万亿元", "CNY 12,000 trillion"),
    ("12000", "个", None, "1.2万个", "12,000"),
    ("160000", "起", ">", "超过16万起", "over 160,000 deals"),
    ("12345", "个", None, "12,345个", "12,345"),
]


@pytest.mark.parametrize(("value", "unit", "comparator", "zh", "en"), _EXAMPLES)
def test_a_quantity_is_formatted_as_usual_in_each_language(
    value: str, unit: str, comparator: str | None, zh: str, en: str
) -> None:
    assert format_quantity(Decimal(value), unit, "zh", comparator) == zh
    assert format_quantity(Decimal(value), unit, "en", comparator) == en


@pytest.mark.parametrize(
    ("value", "zh", "en"), [("25", "+25%", "+25%"), ("-3", "-3%", "-3%"), ("0", "0%", "0%")]
)
def test_a_positive_change_has_a_plus_sign(value: str, zh: str, en: str) -> None:
    assert format_quantity(Decimal(value), "%", "zh", signed=True) == zh
    assert format_quantity(Decimal(value), "%", "en", signed=True) == en


def test_the_sign_is_between_qualifier_and_number() -> None:
    assert format_quantity(Decimal(25), "%", "zh", "~", signed=True) == "约+25%"
    assert format_quantity(Decimal(25), "%", "en", "~", signed=True) == "about +25%"


def test_english_uses_the_given_noun() -> None:
    assert format_quantity(Decimal(1), "万家", "en", noun="hospitals") == "10,000 hospitals"


def test_no_unit_is_rejected() -> None:
    with pytest.raises(KeyError):
        format_quantity(Decimal(1), "", "zh")


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        ("12.5", "亿美元", "12.5亿美元", "USD 1.25 billion"),
        ("12.5", "USD million", "12.5 USD million", "USD 12.5 million"),
        ("705.5", "GWh", "705.5GWh", "705.5 GWh"),
        ("286", "万辆", "286万辆", "2.86 million vehicles"),
        ("3", "ferries", "3ferries", "3 ferries"),
        ("1.2", "million tonnes", "1.2 million tonnes", "1.2 million tonnes"),
        ("5.1", "‰", "5.1‰", "5.1‰"),
        ("40", "班次", "40班次", "40"),
    ],
)
def test_units_that_a_briefing_declares_are_read_from_their_names(
    value: str, unit: str, zh: str, en: str
) -> None:
    assert format_quantity(Decimal(value), unit, "zh") == zh
    assert format_quantity(Decimal(value), unit, "en") == en


@pytest.mark.parametrize(
    ("unit", "zh", "en"),
    [
        ("%", "10–15%", "10–15%"),
        ("亿元", "10–15亿元", "CNY 1–1.5 billion"),
        ("USD million", "10–15 USD million", "USD 10–15 million"),
    ],
)
def test_a_range_shows_both_ends(unit: str, zh: str, en: str) -> None:
    assert format_quantity(Decimal(10), unit, "zh", upper=Decimal(15)) == zh
    assert format_quantity(Decimal(10), unit, "en", upper=Decimal(15)) == en


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1E+15", "1,000,000,000,000,000"),
        ("1.50", "1.50"),
        ("-1234.5", "-1,234.5"),
        ("1E-6", "0.000001"),
    ],
)
def test_numbers_are_formatted_without_exponent(value: str, text: str) -> None:
    assert format_number(Decimal(value)) == text


_VALUES = st.decimals(min_value=-(10**15), max_value=10**15, places=6) | st.integers(
    min_value=-(10**15), max_value=10**15
).map(Decimal)
_POWERS = {"million": 6, "billion": 9, "trillion": 12}


@given(_VALUES, st.sampled_from(sorted(UNITS)))
def test_both_languages_state_the_same_amount(value: Decimal, unit: str) -> None:
    zh = re.match(r"(-?[\d,]+(?:\.\d+)?) ?(.*)", format_quantity(value, unit, "zh"))
    assert zh is not None
    shown = Decimal(zh[1].replace(",", "")).scaleb(UNITS[zh[2]].scale)
    assert shown == value.scaleb(UNITS[unit].scale)

    text = format_quantity(value, unit, "en")
    en = re.search(r"(-?[\d,]+(?:\.\d+)?)(?: (million|billion|trillion)\b)?", text)
    assert en is not None
    stated = Decimal(en[1].replace(",", "")).scaleb(_POWERS[en[2]] if en[2] else 0)
    assert stated == value.scaleb(UNITS[unit].scale)


@pytest.mark.parametrize(
    ("amount", "title", "expected"),
    [
        ("26个省份", "有实施意见的省份", "26个"),
        ("超过1.2万个城市", "开通服务的城市数", "超过1.2万个"),
        ("26个省份", "互联网医院", "26个省份"),
        ("4个", "阶段个数", "4个"),
        ("2.6亿人", "60岁以上人口", "2.6亿人"),
        ("4,000万SKU", "药房SKU数", "4,000万"),
        ("4,000万SKU", "药房", "4,000万SKU"),
        ("40 million SKUs", "SKUs of the pharmacy", "40 million"),
    ],
)
def test_an_amount_does_not_repeat_what_its_title_counts(
    amount: str, title: str, expected: str
) -> None:
    assert without_counted(amount, title) == expected
