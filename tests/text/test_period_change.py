"""Tests of changes between periods."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tui.text.period_change import DatedValue, change_of_share, newest_change


def _year(year: int, value: int, source: str = "a", unit: str = "CNY") -> DatedValue:
    return DatedValue(year * 100 + 1, year * 100 + 12, Decimal(value), unit, source, str(year))


_QUARTER = DatedValue(202401, 202403, Decimal(90), "CNY", "a", "2024-Q1")


def test_a_change_is_between_the_last_two_full_periods() -> None:
    change = newest_change([_QUARTER, _year(2023, 20), _year(2020, 50), _year(2021, 40)])
    assert change is not None
    assert (change.start.key, change.end.key) == ("2021", "2023")
    assert change.words == ("下降50%", "down 50%")
    assert change.sentence == ("下降50%", "fell 50%")


def test_the_change_of_a_whole_range_begins_with_its_first_full_period() -> None:
    change = newest_change([_year(2020, 50), _year(2021, 40), _year(2023, 60)], whole=True)
    assert change is not None
    assert change.words == ("增长20%", "up 20%")


def test_a_value_that_stays_the_same_has_not_changed() -> None:
    change = newest_change([_year(2020, 50), _year(2021, 50)])
    assert change is not None
    assert change.words == ("持平", "unchanged")
    assert change.sentence == ("持平", "did not change")


def test_a_share_changes_by_points() -> None:
    assert change_of_share(Decimal("1.2")) == ("上升1.2个百分点", "up 1.2 percentage points")
    assert change_of_share(Decimal(-3)) == ("下降3个百分点", "down 3 percentage points")


@pytest.mark.parametrize(
    "start", [_year(2021, 40, source="b"), _year(2021, 40, unit="deal"), _year(2021, 0), _QUARTER]
)
def test_values_that_cannot_be_compared_have_no_change(start: DatedValue) -> None:
    assert newest_change([start, _year(2023, 20)]) is None
