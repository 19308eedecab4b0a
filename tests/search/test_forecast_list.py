"""A question for the forecasts, of no measure, lists those of every statistic."""

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
