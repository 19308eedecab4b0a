"""The registry of units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tui.text.units import UNITS, base_unit, is_known_unit


@pytest.mark.parametrize(
    ("one", "many", "ratio"),
    [
        ("亿元", "元", 10**8),
        ("万亿元", "亿元", 10**4),
        ("千万元", "万元", 10**3),
        ("亿人", "万人", 10**4),
        ("万家", "家", 10**4),
        ("百名", "名", 100),
    ],
)
def test_units_with_the_same_base_convert_by_their_scales(one: str, many: str, ratio: int) -> None:
    assert UNITS[one].base == UNITS[many].base
    assert Decimal(10) ** (UNITS[one].scale - UNITS[many].scale) == ratio


@pytest.mark.parametrize(("left", "right"), [("亿元", "亿人"), ("家", "起"), ("%", "百分点")])
def test_units_of_different_things_have_different_bases(left: str, right: str) -> None:
    assert UNITS[left].base != UNITS[right].base


@pytest.mark.parametrize(
    ("unit", "base", "scale", "currency", "one"),
    [
        ("亿美元", "美元", 8, "USD", ""),
        ("USD million", "USD", 6, "USD", ""),
        ("billion USD", "USD", 9, "USD", ""),
        ("万辆", "辆", 4, "", "vehicle"),
        ("千瓦时", "千瓦时", 0, "", "kWh"),
        ("GWh", "GWh", 0, "", "GWh"),
        ("‰", "‰", 0, "", "‰"),
    ],
)
def test_further_units_are_known(unit: str, base: str, scale: int, currency: str, one: str) -> None:
    assert is_known_unit(unit)
    assert base_unit(unit) == base
    known = UNITS[unit]
    assert (known.scale, known.currency, known.one) == (scale, currency, one)


@pytest.mark.parametrize("unit", ["", " ", "亿 元", "million ", "班次", "ferries", "USD  million"])
def test_other_units_must_be_declared(unit: str) -> None:
    assert not is_known_unit(unit)
    assert is_known_unit("万班次", ("班次",))
    assert is_known_unit("million ferries", ("ferries",))
