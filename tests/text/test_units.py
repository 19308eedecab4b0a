"""The registry of units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tui.text.units import UNITS


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
