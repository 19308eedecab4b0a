"""A rate that is not known for a range is computed from the figures of both its ends."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "measure", "start"),
    [
        ("online patients growth 2020-2022", "online-patients", "up 31.2% from 2020 to 2022"),
        ("patients growth between 2020 and 2022", "online-patients", "up 31.2% from 2020 to 2022"),
        ("night market growth 2020-2022", "night-market", "up 177.8% from 2020 to 2022"),
        ("夜间市场2020-2022年增长率", "night-market", "up 177.8% from 2020 to 2022"),
    ],
)
def test_the_change_between_the_ends_is_computed(
    sample_store: Store, query: str, measure: str, start: str
) -> None:
    hits = find(sample_store, query)
    facts = [hit.entry.fact for hit in hits[:3]]
    assert facts == [f"{measure}@2022", f"{measure}@2021", f"{measure}@2020"]
    assert hits[0].match == "exact"
    assert hits[0].verdict.remark.en.startswith(f"{start} (editor's calculation); up ")
    assert " a year on average" in hits[0].verdict.remark.en


@pytest.mark.parametrize("query", ["online patients 2020 vs 2022", "patients growth 2021-2022"])
def test_a_yearly_average_needs_a_rate_and_two_years(sample_store: Store, query: str) -> None:
    remark = find(sample_store, query)[0].verdict.remark.en
    assert "(editor's calculation)" in remark
    assert "a year on average" not in remark


def test_a_range_with_one_end_has_the_rate_of_another_time(sample_store: Store) -> None:
    hit = find(sample_store, "spending growth 2021-2022")[0]
    assert (hit.entry.fact, hit.match) == ("medical-spending#cagr-2021-2030", "other_period")


@pytest.mark.parametrize(
    "query", ["how many online doctors are there", "how many online patients are there"]
)
def test_the_name_of_a_statistic_is_what_it_counts(sample_store: Store, query: str) -> None:
    assert "no figure" not in find(sample_store, query)[0].verdict.remark.en


def test_a_rate_of_the_whole_range_that_is_stated_comes_before_a_computed_one(
    sample_store: Store,
) -> None:
    query = "how fast does medical spending grow per year from 2021 to 2030"
    assert find(sample_store, query)[0].entry.fact == "medical-spending#cagr-2021-2030"
