"""A question for the forecasts, estimates or rejected values, of no measure, lists those of every
record."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.search.find import find_all
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        "哪些数字是预测",
        "有哪些预测",
        "预测数据有哪些",
        "which figures are forecasts",
        "list of forecasts",
    ],
)
def test_all_forecasts_are_listed(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("list", "--status", "forecast")
    assert {hit.entry.status for hit in found.hits} == {"forecast"}


@pytest.mark.parametrize(
    "query",
    ["哪些数据是估计的", "有哪些估算值", "which figures are estimates", "estimated figures"],
)
def test_all_estimates_are_listed(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("list", "--status", "estimate")
    assert {hit.entry.status for hit in found.hits} == {"estimate"}
    assert f"estimates of {len(found.hits)} subjects" in found.hits[0].verdict.remark.en


@pytest.mark.parametrize(
    "query", ["哪些数据没有采用", "未采用的数字有哪些", "which figures are rejected"]
)
def test_rejected_values_are_listed(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert [hit.entry.fact for hit in hits] == ["online-patients@2022:estimate"]
    assert hits[0].verdict.remark.en == "rejected values: 1"


@pytest.mark.parametrize("query", ["在线患者估计", "问诊市场预测", "estimated consultation market"])
def test_the_figures_of_one_measure_are_another_question(sample_store: Store, query: str) -> None:
    remark = find(sample_store, query)[0].verdict.remark.en
    assert "forecasts of" not in remark
    assert "estimates of" not in remark
