"""Which company grows fastest is answered with the growth rates that sources state."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store

_RATES = [
    "changle-health.revenue#growth-2022-h1",
    "xiaoman-health.revenue#growth-2022-h1",
    "qinghe-health.doctors#growth-2023",
]


@pytest.mark.parametrize(
    "query",
    [
        "fastest growing company",
        "fastest-growing companies",
        "which company grew faster",
        "company with the highest growth",
        "增长最快的公司",
        "哪家增长快",
        "各公司增速",
    ],
)
def test_the_stated_rates_of_companies_are_listed(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert [hit.entry.fact for hit in hits] == _RATES
    assert all(hit.match == "near" for hit in hits)
    remark = hits[0].verdict.remark.en
    assert remark.startswith("companies with a stated growth rate: 3, highest first; ")
    assert all(hit.entry.answer.en in remark for hit in hits)


@pytest.mark.parametrize(
    "query", ["which company's revenue grew fastest", "营收增长最快的公司", "各公司营收增速"]
)
def test_a_measure_leaves_its_rates(sample_store: Store, query: str) -> None:
    assert [hit.entry.fact for hit in find(sample_store, query)] == _RATES[:2]


def test_a_time_leaves_its_rates_and_one_is_no_comparison(sample_store: Store) -> None:
    hits = find(sample_store, "fastest growing company in 2023")
    assert [hit.entry.fact for hit in hits] == _RATES[2:]
    remark = hits[0].verdict.remark.en
    assert remark == "only Qinghe Health has a stated growth rate: nothing to compare"


@pytest.mark.parametrize(
    "query", ["fastest growing company in 2030", "why do companies grow", "长乐健康营收增长多少"]
)
def test_other_questions_have_no_such_list(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert all("stated growth rate" not in hit.verdict.remark.en for hit in hits)
