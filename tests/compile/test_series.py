"""Where an axis ends, and what a small line shows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.compile.chart_series import round_maximum
from tui.document import Series
from tui.store import Store


@given(st.decimals("0.001", "1e15", places=3))
def test_an_axis_has_room_for_the_largest_and_little_more(largest: Decimal) -> None:
    top = round_maximum(largest)
    assert largest <= top <= largest * 2
    assert len(top.normalize().as_tuple().digits) <= 2


def test_an_axis_of_nothing_is_nothing() -> None:
    assert round_maximum(Decimal(0)) == 0


def _cells(store: Store, identity: str) -> tuple[str, ...]:
    row = store.row(identity, "zh")
    assert row
    return row.cells


@pytest.mark.parametrize(
    ("identity", "levels"),
    [
        ("market-size", "012:7"),  # of 2022 the preferred value, not the forecast
        ("financing-amount", "70"),  # the quarter is no year
        ("internet-hospitals", ""),  # one value is no series
    ],
)
def test_only_what_can_be_compared_is_in_a_sparkline(
    real_store: Store, identity: str, levels: str
) -> None:
    assert _cells(real_store, identity)[3] == levels


def _series(store: Store, identity: str) -> Series:
    document = store.document(identity, "zh")
    assert document
    return next(block for block in document.blocks if isinstance(block, Series))


def test_a_share_is_drawn_against_its_whole(real_store: Store) -> None:
    series = _series(real_store, "chronic-digital-share")
    assert series.shares
    assert (series.top, series.axis) == (100, "100%")
    assert any("慢性疾病管理市场规模" in note for note in series.notes)


def test_a_break_is_told_where_periods_differ_in_length(real_store: Store) -> None:
    points = _series(real_store, "financing-amount").points
    assert [bool(point.caveat) for point in points] == [False, False, True]
