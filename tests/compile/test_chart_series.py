"""The axis of a chart, breaks between its points, and sparklines."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.compile.chart_series import round_maximum
from tui.document import Series
from tui.store import Store


@given(st.decimals("0.001", "1e15", places=3))
def test_an_axis_ends_at_a_round_number_above_the_largest_value(largest: Decimal) -> None:
    top = round_maximum(largest)
    assert largest <= top <= largest * 2
    assert len(top.normalize().as_tuple().digits) <= 2


def test_an_axis_of_zeros_ends_at_zero() -> None:
    assert round_maximum(Decimal(0)) == 0


@pytest.mark.parametrize(
    ("identity", "levels"),
    [
        ("consultation-market", "34:7"),  # for 2022 the preferred value, not the forecast
        ("financing-amount", "762"),  # years only, without half-years and a quarter
        ("consultations", ""),  # one value is not a series
    ],
)
def test_a_sparkline_contains_only_comparable_values(
    sample_store: Store, identity: str, levels: str
) -> None:
    row = sample_store.row(identity, "zh")
    assert row
    trend = sample_store.section(row.section).column_index("trend")
    assert row.cells[trend] == levels


def _series(store: Store, identity: str) -> Series:
    document = store.document(identity, "zh")
    assert document
    return next(block for block in document.blocks if isinstance(block, Series))


def test_a_share_is_drawn_against_its_whole(sample_store: Store) -> None:
    series = _series(sample_store, "elderly-share")
    assert series.shares
    assert (series.top, series.axis) == (100, "100%")
    assert series.notes == ("整条为100%：在线患者。",)


def test_a_point_whose_period_has_another_length_has_a_caveat(sample_store: Store) -> None:
    points = _series(sample_store, "financing-amount").points
    assert [(point.period, bool(point.caveat)) for point in points] == [
        ("2020年", False),
        ("2021年上半年", True),
        ("2021年", True),
        ("2021年下半年", True),
        ("2022年", True),
        ("2023年第一季度", True),
    ]
