"""Whether forecasts were right is answered by the disagreements about them."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        *("how accurate were the forecasts", "did the market hit its forecast", "预测实现了吗"),
        *(
            "are the forecasts consistent",
            "do the forecasts agree",
            "各家预测一致吗",
            "预测之间矛盾吗",
        ),
    ],
)
def test_whether_forecasts_were_right_leads_to_the_disputes_about_them(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    rows = sample_store.query("SELECT DISTINCT id FROM disagreements WHERE status = 'forecast'")
    assert {hit.entry.id for hit in hits} == {identity for (identity,) in rows}
    assert hits[0].verdict.remark.en == f"disputes about forecasts: {len(hits)}"


@pytest.mark.parametrize("query", ["consultation market forecast", "预测2025年市场规模达到多少"])
def test_a_forecast_is_another_question(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].entry.kind == "statistic"
