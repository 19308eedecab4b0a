"""Tests of changes between periods."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tui.text.period_change import DatedValue, newest_change


def _year(year: int, value: int, source: str = "a", unit: str = "CNY") -> DatedValue:
    return DatedValue(year * 100 + 1, year * 100 + 12, Decimal(value), unit, source, str(year))


_QUARTER = DatedValue(202401, 202403, Decimal(90), "CNY", "a", "2024-Q1")


def test_a_change_is_between_the_last_two_full_periods() -> None:
    change = newest_change([_QUARTER, _year(2023, 20), _year(2020, 50), _year(2021, 40)])
    assert change is not None
    assert (change.start.key, change.end.key) == ("2021", "2023")
    assert change.words == ("-50%", "-50%")


def test_the_change_of_a_whole_range_begins_with_its_first_full_period() -> None:
    change = newest_change([_year(2020, 50), _year(2021, 40), _year(2023, 60)], whole=True)
    assert change is not None
    assert change.words.en == "+20%"


@pytest.mark.parametrize(
    "start", [_year(2021, 40, source="b"), _year(2021, 40, unit="deal"), _year(2021, 0), _QUARTER]
)
def test_values_that_cannot_be_compared_have_no_change(start: DatedValue) -> None:
    assert newest_change([start, _year(2023, 20)]) is None
