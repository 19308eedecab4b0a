"""The figure of a company is not that of one thing that it offers."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize("query", ["Online pharmacy revenue", "线上药房 营收"])
def test_the_figure_of_a_company_is_not_that_of_its_offering(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.fact, hit.match) == ("changle-health.revenue@2022-H1", "near")
    assert hit.verdict.remark.en.startswith("this figure is of Changle Health, not of ")
    assert hit.verdict.remark.zh.startswith("以下是长乐健康的数字，不是")


@pytest.mark.parametrize("query", ["Online pharmacy revenue 2020", "线上药房 2020年营收"])
def test_nor_is_its_figure_of_another_period(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.fact, hit.match) == ("changle-health.revenue@2022-H1", "other_period")
    assert "\nthis figure is of Changle Health, not of " in hit.verdict.remark.en
    assert "\n以下是长乐健康的数字，不是" in hit.verdict.remark.zh


@pytest.mark.parametrize("query", ["Changle Health revenue", "长乐健康 营收", "Changle revenue"])
def test_the_name_of_the_company_is_no_offering(sample_store: Store, query: str) -> None:
    remark = find(sample_store, query)[0].verdict.remark.en
    assert "not of" not in remark


@pytest.mark.parametrize(
    ("query", "figure"),
    [
        ("线上药房 医生 2020", "online-doctors@2020"),
        ("Night Lamp doctors 2021", "online-doctors@2021"),
        ("夜灯医生 2021", "online-doctors@2021"),
    ],
)
def test_the_figure_of_the_industry_of_that_period_is_second(
    sample_store: Store, query: str, figure: str
) -> None:
    first, second = find(sample_store, query)[:2]
    assert first.match == "other_period"
    assert (second.entry.fact, second.match) == (figure, "near")
    assert second.verdict.missing


@pytest.mark.parametrize("query", ["长乐健康药店营收", "长乐健康零售药房的收入"])
def test_the_revenue_of_a_company_is_not_that_of_what_an_offering_is_about(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.fact, hit.match) == ("changle-health.revenue@2022-H1", "near")
    assert hit.verdict.remark.zh.startswith("以下是长乐健康的数字，不是")
