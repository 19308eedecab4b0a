"""A total over several years, which no source states."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store

_NO_TOTAL = "Financing amount: no total for 2020 to 2022 is given"
_SUM = "sum of the years 2020 to 2022: CNY 6.55 billion (editor's calculation)"


@pytest.mark.parametrize(
    "query",
    [
        "total financing 2020-2022",
        "total financing from 2020 to 2022",
        "cumulative financing 2020 to 2022",
        "2020到2022年融资一共多少",
        "2020年至2022年融资总额",
    ],
)
def test_a_total_says_that_none_is_given_and_adds_up_complete_years(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    lines = hits[0].verdict.remark.en.split("\n")
    assert lines[:2] == [_NO_TOTAL, _SUM]
    facts = [f"financing-amount@{year}" for year in (2022, 2021, 2020)]
    assert [hit.entry.fact for hit in hits] == facts
    assert hits[0].match == "other_measure"


def test_years_without_a_figure_are_named_and_nothing_is_added_up(sample_store: Store) -> None:
    remark = find(sample_store, "total financing 2018-2022")[0].verdict.remark.en
    assert remark.startswith("Financing amount: no total for 2018 to 2022 is given")
    assert remark.endswith("no figure for 2018–2019")
    assert "sum" not in remark


def test_numbers_of_people_are_not_added_up(sample_store: Store) -> None:
    hit = find(sample_store, "total online patients 2021-2022")[0]
    assert hit.entry.id == "online-patients"
    assert "no total" in hit.verdict.remark.en
    assert "sum" not in hit.verdict.remark.en


@pytest.mark.parametrize(
    "query", ["total financing 2020 vs 2022", "total financing in 2022 compared with 2020"]
)
def test_a_comparison_of_totals_is_no_total(sample_store: Store, query: str) -> None:
    assert "68.3%" in find(sample_store, query)[0].verdict.remark.en
