"""A forecast and the actual value of one measure and period are set side by side."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "status", "other"),
    [
        ("100亿是预测还是实际", "reported, not a forecast", "13 billion"),
        ("is 10 billion a forecast or actual", "reported, not a forecast", "13 billion"),
        ("130亿是预测还是实际", "a forecast, not a reported value", "10 billion"),
        ("is 13 billion forecast or reported", "a forecast, not a reported value", "10 billion"),
    ],
)
def test_the_status_of_a_figure_is_said_with_the_other_one(
    sample_store: Store, query: str, status: str, other: str
) -> None:
    hits = find(sample_store, query)
    remark = hits[0].verdict.remark.en.split("\n")
    assert remark[0] == status
    assert other in remark[1]
    assert {hit.entry.id for hit in hits[:2]} == {"consultation-market"}


@pytest.mark.parametrize(
    "query",
    [
        *("2022年预测比实际高多少", "2022年实际比预测低多少", "2022年市场规模预测和实际差多少"),
        *("how much higher was the 2022 forecast than the actual", "2022 forecast vs actual"),
    ],
)
def test_the_difference_in_a_year_is_that_of_the_dispute(sample_store: Store, query: str) -> None:
    first = find(sample_store, query)[0]
    assert first.entry.id == "disagreement-consultation-market"
    assert first.verdict.remark.en.startswith(
        "Online-consultation market size: difference of CNY 3 billion, 30.0% more"
    )


@pytest.mark.parametrize(
    "query", ["2021年预测比实际高多少", "长乐健康2022年预测比实际高多少", "7亿是预测还是实际"]
)
def test_other_years_names_and_figures_have_no_difference(sample_store: Store, query: str) -> None:
    for hit in find(sample_store, query)[:1]:
        assert "difference of" not in hit.verdict.remark.en
        assert ", not a " not in hit.verdict.remark.en
