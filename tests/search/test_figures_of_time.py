"""A question for the forecasts or for a time, of no measure, lists those of every statistic."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.search.find import find_all
from tui.store import Store


@pytest.mark.parametrize(
    "query", ["list of forecasts", "what forecasts are there?", "all the forecasts of the industry"]
)
def test_all_forecasts_are_listed(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("list", "--status", "forecast")
    assert f"forecasts of {len(found.hits)} measures" in found.hits[0].verdict.remark.en
    assert {hit.entry.status for hit in found.hits} == {"forecast"}


def test_forecasts_of_a_period_are_of_that_period(sample_store: Store) -> None:
    periods = {hit.entry.period for hit in find_all(sample_store, "all forecasts").hits}
    year = max(periods)[:4]
    found = find_all(sample_store, f"forecasts for {year}")
    assert {hit.entry.period for hit in found.hits} == {year}


def test_the_forecasts_of_a_measure_are_another_question(sample_store: Store) -> None:
    first = find(sample_store, "consultation market forecasts")[0]
    assert "forecasts of" not in first.verdict.remark.en


@pytest.mark.parametrize("query", ["2022", "2022年呢", "data for 2022", "2022年有哪些数据"])
def test_a_time_alone_lists_the_figures_of_it(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("statistics", "--since", "2022", "--until", "2022")
    count = len(found.hits) + found.left
    assert found.hits[0].verdict.remark.en == f"{count} measures have a figure for 2022"
    assert {hit.entry.period[:4] for hit in found.hits} == {"2022"}
    assert len({hit.entry.id for hit in found.hits}) == len(found.hits)


@pytest.mark.parametrize("query", ["patients 2022", "why 2022", "policies 2022", "1990"])
def test_more_than_a_time_is_another_question(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert not any("measures have a figure" in hit.verdict.remark.en for hit in hits)


@pytest.mark.parametrize("query", ["2024一季度行业融资起数", "financing deals 2024Q1"])
def test_a_quarter_after_a_year_without_its_word_is_read(sample_store: Store, query: str) -> None:
    first = find(sample_store, query)[0]
    assert (first.entry.fact, first.match) == ("financing-deals@2024-Q1", "exact")
