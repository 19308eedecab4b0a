"""The difference of two figures is answered by the disagreement that has both."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        "difference between {} and {}",
        "gap between {1} and {0}",
        "{}亿和{}亿相差多少",
        "{1}亿比{0}亿高多少",
    ],
)
def test_the_difference_of_two_figures_of_a_dispute(sample_store: Store, query: str) -> None:
    rows = sample_store.query(
        "SELECT DISTINCT a.value, a.answer_en FROM disagreements d "
        "JOIN answers a ON a.fact = d.fact "
        "WHERE d.id = 'disagreement-consultation-market' ORDER BY 1 LIMIT 2"
    )
    answers = dict(rows)
    values = list(answers)
    first = find(sample_store, query.format(*values))[0]
    assert first.entry.kind == "disagreement"
    less, more = sorted(values, key=int)
    assert first.verdict.remark.en.split("\n") == [
        "Online-consultation market size: difference of CNY 3 billion, 30.0% more "
        "(editor's calculation)",
        f"higher: {answers[more]}",
        f"lower: {answers[less]}",
    ]


@pytest.mark.parametrize("query", ["100亿和130亿为什么不一样", "为什么100亿和130亿说法不一"])
def test_two_figures_that_are_said_to_differ_lead_to_their_dispute(
    sample_store: Store, query: str
) -> None:
    assert find(sample_store, query)[0].entry.id == "disagreement-consultation-market"


@pytest.mark.parametrize("query", ["difference between 2021 and 2022", "2021和2022相差多少"])
def test_years_are_no_figures(sample_store: Store, query: str) -> None:
    assert all("difference of" not in hit.verdict.remark.en for hit in find(sample_store, query))


@pytest.mark.parametrize(
    "query",
    [
        *("difference between 1900 and 1600", "difference between 19 million and 16 million"),
        *("1900万和1600万差多少", "1900万人比1600万人多多少", "1900和1600万相差多少"),
    ],
)
def test_the_difference_of_two_stated_values_of_one_measure(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    facts = ["online-patients@2021", "online-patients@2020"]
    assert sorted(hit.entry.fact for hit in hits) == sorted(facts)
    assert hits[0].verdict.remark.en.startswith("Online patients: difference of 3 million ")


def test_two_stated_values_of_different_measures_have_no_difference(sample_store: Store) -> None:
    first = find(sample_store, "1900万和100亿差多少")[0]
    assert first.verdict.remark.en.startswith("the measures differ")
    assert "difference of" not in first.verdict.remark.en
