"""Questions for missing years lead to the gaps in figures by year, not to those on charts."""

from __future__ import annotations

import pytest

from tui.search.find import find_all
from tui.store import Store

_OF_MARKET, _OF_PATIENTS = "gap-market-2020", "gap-patients-2024"


def _found(store: Store, query: str) -> list[str]:
    hits = find_all(store, query).hits
    assert hits[0].match == "exact"
    return [hit.entry.id for hit in hits]


@pytest.mark.parametrize(
    "query",
    [
        *("哪些年份没有数据", "哪几年缺数据", "缺失年份", "数据断档", "哪些年份的数据缺失"),
        *("which years are missing", "which years have no data", "missing years"),
        *("years without data", "gaps in the time series", "data gaps by year"),
    ],
)
def test_all_gaps_in_figures_by_year(sample_store: Store, query: str) -> None:
    assert set(_found(sample_store, query)) == {_OF_MARKET, _OF_PATIENTS}


@pytest.mark.parametrize(
    ("query", "gap"),
    [
        ("why is there no 2020 figure", _OF_MARKET),
        ("no data for 2020 why", _OF_MARKET),
        ("2020年为什么没有数据", _OF_MARKET),
        ("2024年数据缺失", _OF_PATIENTS),
        ("is 2024 missing", _OF_PATIENTS),
        ("线上问诊市场规模缺哪几年", _OF_MARKET),
        ("which years have no online patients data", _OF_PATIENTS),
    ],
)
def test_the_gaps_of_a_year_or_a_statistic(sample_store: Store, query: str, gap: str) -> None:
    assert _found(sample_store, query) == [gap]


def test_figures_that_the_year_has_are_counted(sample_store: Store) -> None:
    remark = find_all(sample_store, "why is there no 2020 figure").hits[0].verdict.remark
    assert remark.en.startswith("data gaps, 2020: 1\nmeasures with a figure, 2020: ")
    assert remark.zh.startswith("2020年的数据缺口1条\n2020年有数据的指标")


@pytest.mark.parametrize("query", ["2021年数据", "data for 2021", "policies without dates"])
def test_other_questions_of_a_time_are_answered_as_before(sample_store: Store, query: str) -> None:
    hits = find_all(sample_store, query).hits
    assert not any(hit.verdict.remark.en.startswith("data gaps") for hit in hits)
