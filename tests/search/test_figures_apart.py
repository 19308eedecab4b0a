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
