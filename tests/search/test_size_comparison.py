"""Which of two companies is bigger, and by how much."""

from __future__ import annotations

import pytest

from tui.search import find_all
from tui.store import Store

_TIMES = "Changle Health is 3.56 times Xiaoman Health (editor's calculation)"


@pytest.mark.parametrize(
    "query",
    [
        "is Changle Health bigger than Xiaoman Health",
        "which is bigger, Changle Health or Xiaoman Health",
        "长乐健康和小满健康谁大",
        "长乐健康比小满健康大多少",
        "长乐健康和小满健康哪个规模大",
        "长乐健康比小满健康营收高多少",
        "长乐健康和小满健康营收差多少",
        "how much higher is Changle Health revenue than Xiaoman Health",
    ],
)
def test_the_figures_of_one_measure_and_period_are_compared(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("compare", "changle-health", "xiaoman-health")
    lines = found.hits[0].verdict.remark.en.split("\n")
    assert lines[1].startswith("Changle Health: Total revenue, H1 2022: ")
    assert lines[2].startswith("Xiaoman Health: Operating revenue, H1 2022: ")
    names_measure = "营收" in query or "revenue" in query
    assert lines[-1] == (_TIMES if names_measure else f"by total revenue, {_TIMES}")


def test_why_none_can_be_called_bigger_is_said(sample_store: Store) -> None:
    found = find_all(sample_store, "is Xiaoman Health bigger than Qinghe Health")
    lines = found.hits[0].verdict.remark.en.split("\n")
    assert lines[1].startswith("no measure has figures of one period for all of them")


def test_figures_of_different_measures_have_no_multiple(sample_store: Store) -> None:
    found = find_all(sample_store, "青禾健康用户比小满健康多多少")
    remark = found.hits[0].verdict.remark.en
    assert "cannot be compared directly" in remark
    assert " times " not in remark
