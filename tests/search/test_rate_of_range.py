"""A rate that is not known for a range is computed from the figures of both its ends."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store

_RATE = """
[[rates]]
id = "cagr-2016-2020"
type = "cagr"
period = "2016/2020"
value = 10
unit = "%"
status = "reported"
citations = [{ source = "yearbook-2024", exact = "2016—2020年增长率为41.4%", gloss = "a rate" }]
"""


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
    assert (
        hits[0]
        .verdict.remark.en.partition(": ")[2]
        .startswith(f"{start} (editor's calculation)\nup ")
    )
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


@pytest.mark.parametrize(
    "query", ["online hospitals 2022 vs 2023", "growth of online hospitals from 2022 to 2023"]
)
def test_a_stated_change_comes_before_values_that_are_not_exact(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    path = sample_copy / "statistics" / "online-hospitals.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("value = 1700\n", 'value = 1700\ncomparator = "~"\n'), "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hit = find(store, query)[0]
    assert hit.entry.fact == "online-hospitals#change-2023"
    assert "Jun 2022 – Jun 2023" in hit.entry.answer.en
    assert "cannot be computed" not in hit.verdict.remark.en


@pytest.mark.parametrize("query", ["growth rate 2016-2020", "growth from 2016 to 2020"])
def test_a_rate_of_nothing_named_is_that_of_exactly_the_time(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.fact, hit.match) == ("online-patients#cagr-2016-2020", "exact")


def test_rates_of_one_time_are_all_named(sample_copy: Path, environment: Mapping[str, str]) -> None:
    path = sample_copy / "statistics" / "night-market.toml"
    path.write_text(path.read_text("utf-8") + _RATE, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hits = find(store, "growth rate 2016-2020")
    assert {hit.entry.id for hit in hits} == {"online-patients", "night-market"}
    assert all(hit.entry.title.en in hits[0].verdict.remark.en for hit in hits)


@pytest.mark.parametrize(
    "query",
    [
        "financing amount 2020-2022 average annual growth",
        "cagr of financing amount 2020 to 2022",
        "2020-2022年投融资金额平均增速",
        "2020年至2022年投融资金额年复合增长率",
        "2020-2022年投融资金额年均降幅",
    ],
)
def test_the_average_growth_a_year_is_computed_from_the_values_of_both_years(
    sample_store: Store, query: str
) -> None:
    first = find(sample_store, query)[0]
    assert (first.entry.fact, first.match) == ("financing-amount@2022", "exact")
    assert "平均每年下降43.7%" in first.verdict.remark.zh


def test_a_stated_average_growth_comes_before_a_computed_one(sample_store: Store) -> None:
    first = find(sample_store, "patients average annual growth 2016-2020")[0]
    assert first.entry.fact == "online-patients#cagr-2016-2020"


@pytest.mark.parametrize("query", ["growth rate 2021 to 2022", "2021到2022年增长率"])
def test_a_rate_of_nothing_in_particular_is_that_of_the_main_figure(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.fact, hit.match) == ("consultation-market@2022", "exact")
    assert hit.verdict.remark.en.startswith(
        "Online-consultation market size: up 25% from 2021 to 2022"
    )
