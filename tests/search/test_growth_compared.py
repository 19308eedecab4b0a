"""Which of two companies or measures grew faster."""

from __future__ import annotations

import pytest

from tui.search import find_all
from tui.store import Store

_OF_EACH = [
    "Changle Health: Growth of total revenue, year on year, H1 2022: 55.4% (reported)",
    "Xiaoman Health: Growth of operating revenue, year on year, H1 2022: 39% (reported)",
    "Chunlai Health: no figure for growth in the documents",
]


@pytest.mark.parametrize(
    "query",
    [
        "who grew faster, Changle Health, Xiaoman Health or Chunlai Health",
        "Changle Health, Xiaoman Health and Chunlai Health growth",
        "长乐健康、小满健康和春来健康谁增长更快",
    ],
)
def test_each_company_is_named_with_its_growth_or_that_none_is_known(
    sample_store: Store, query: str
) -> None:
    lines = find_all(sample_store, query).hits[0].verdict.remark.en.split("\n")
    assert lines[1:4] == _OF_EACH


@pytest.mark.parametrize(
    "query",
    [
        "did Changle Health grow faster than Xiaoman Health",
        "Changle Health and Xiaoman Health growth",
        "长乐健康、小满健康增长率",
    ],
)
def test_the_growth_of_two_companies_is_compared(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.hits[0].verdict.remark.en.split("\n")[1:3] == _OF_EACH[:2]
    assert found.command == ("compare", "changle-health", "xiaoman-health")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("which grew faster, consultation market or financing", "consultation market, financing"),
        ("consultation market vs financing growth", "consultation market, financing"),
        ("did financing grow more than the consultation market", "financing, consultation market"),
        ("问诊市场和融资额谁增长更快", "问诊市场, 融资额"),
        ("融资额比问诊市场增长快吗", "融资额, 问诊市场"),
    ],
)
def test_each_measure_is_named_with_its_growth(sample_store: Store, query: str, names: str) -> None:
    hits = find_all(sample_store, query).hits
    lines = hits[0].verdict.remark.en.split("\n")
    assert lines[0] == f"Comparison of growth: {names}"
    assert [line.partition(":")[0] for line in lines[1:3]] == names.split(", ")


@pytest.mark.parametrize(
    "query", ["why did the consultation market grow faster than financing", "线上问诊市场和趋势"]
)
def test_other_questions_with_growth_are_no_such_comparison(
    sample_store: Store, query: str
) -> None:
    hits = find_all(sample_store, query).hits
    assert not any("Comparison of growth" in hit.verdict.remark.en for hit in hits)
