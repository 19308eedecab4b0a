"""A question which of two values is right leads to both figures, or to the disagreement."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        "online patients 21 million or 35 million",
        "35 million vs 21 million online patients",
        "在线患者2100万还是3500万",
        "在线患者人数是2100还是3500万",
    ],
)
def test_both_figures_of_a_measure_are_shown(sample_store: Store, query: str) -> None:
    first, second, dispute = find(sample_store, query)[:3]
    assert {first.entry.id, second.entry.id} == {"online-patients"}
    assert first.entry.number != second.entry.number
    assert (first.match, dispute.entry.kind) == ("exact", "disagreement")
    assert "21 million" in first.verdict.remark.en
    assert "35 million" in first.verdict.remark.en


@pytest.mark.parametrize(
    "query",
    [
        "users 24 million or 17.2 million",
        "17.2 million vs 24 million users",
        "用户2400万还是1720万",
    ],
)
def test_values_of_two_companies_are_their_disagreement(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == ("disagreement-claim-changle-first", "exact")


@pytest.mark.parametrize(
    "query",
    [
        "prescriptions 21 million or 35 million",
        "market size 24 million or 17.2 million",
        "处方2100万还是3500万",
    ],
)
def test_values_of_another_measure_are_no_answer(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].match != "exact"


@pytest.mark.parametrize("query", ["online patients in 2021 or 2022", "在线患者2021年还是2022年"])
def test_two_years_are_periods(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].entry.kind != "disagreement"
