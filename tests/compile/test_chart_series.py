"""The axis of a chart, breaks between its points, and sparklines."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.compile.chart_periods import missing_periods
from tui.compile.chart_series import round_maximum
from tui.document import Series
from tui.load import Content
from tui.model import Statistic
from tui.model.gap import MissingFigure
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
    assert series.notes == ("100%为在线患者。",)


def test_only_periods_of_the_usual_length_share_an_axis(sample_store: Store) -> None:
    series = _series(sample_store, "financing-amount")
    assert [point.period for point in series.points] == ["2020年", "2021年", "2022年"]
    assert [point.period for point in series.apart] == ["仅2023年第一季度"]
    assert series.notes == (
        "2023年第一季度时期较短，单独画出，不能与其他各期比高低。",
        "另有2个数字时期长短不同，未画出。",
    )


def test_fewer_than_three_periods_have_no_chart(sample_store: Store) -> None:
    for identity in ("consultations", "policies-issued", "financing-deals"):
        document = sample_store.document(identity, "zh")
        assert document
        assert not [block for block in document.blocks if isinstance(block, Series)]


def test_the_numbers_of_a_chart_have_the_digits_of_its_table(sample_store: Store) -> None:
    for (identity,) in sample_store.query("SELECT id FROM records WHERE kind = 'statistic'"):
        document = sample_store.document(identity, "zh")
        assert document
        for series in (block for block in document.blocks if isinstance(block, Series)):
            units = {point.label.lstrip("约超过不到近低于") for point in series.points}
            same_unit = [point for point in series.points if point.short.lstrip("<>~")]
            assert same_unit, units
            written = [point for point in same_unit if point.short.lstrip("<>~") in point.label]
            assert len(written) * 2 > len(same_unit), (identity, series.points)


def test_a_rejected_value_and_the_source_of_a_forecast_are_named(sample_store: Store) -> None:
    patients = _series(sample_store, "online-patients")
    assert any("未采用" in note for note in patients.notes)
    market = dict(_series(sample_store, "consultation-market").legend)
    assert market["reported"] == "已公布"
    assert market["forecast"].startswith("预测：")


def test_a_year_without_any_value_is_missing_and_so_is_what_a_gap_names(content: Content) -> None:
    (entry,) = (each for each in content.records if each.id == "financing-amount")
    assert isinstance(entry, Statistic)
    halves = [item for item in entry.observations if item.period != "2021"]
    without_2021 = [item for item in halves if "2021" not in (item.period or "")]
    assert missing_periods(without_2021, []) == ["2021"]
    assert missing_periods(halves, []) == []  # a half-year of it has a value
    named = [MissingFigure(measure=entry.id, period=year) for year in ("2021", "2031")]
    assert missing_periods(halves, named) == ["2021"]  # 2031 is after the last value
    assert missing_periods(entry.observations, []) == []
