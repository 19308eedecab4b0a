"""A question for the date of the data is answered with the date of the header and a newest
figure."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store
from tui.text.dates import format_date


@pytest.mark.parametrize(
    "query",
    [
        "how recent is the data",
        "most recent figure",
        "data cutoff date",
        "when was the data last updated",
        "数据更新到什么时候",
        "数据截止日期",
        "最新数据",
        "最新数据是哪年的",
        "这份资料的最新数据到什么时候",
        "资料更新到什么时候",
        "这些数据是什么时候的",
        "what year is the latest data from",
        "what's new",
        "latest news",
        "what happened recently",
        "最近有什么新消息",
        "最新动态",
    ],
)
def test_the_date_of_the_data_is_said(sample_store: Store, query: str) -> None:
    date = sample_store.meta("core_figures_to") or sample_store.meta("as_of")
    hit = find(sample_store, query)[0]
    assert hit.entry.kind == "statistic"
    assert hit.verdict.remark.en.startswith(f"data up to {format_date(date, 'en')};")


@pytest.mark.parametrize(
    "query", ["how recent is the number of patients", "最新患者数据", "data", "new policies"]
)
def test_the_date_of_one_figure_is_another_question(sample_store: Store, query: str) -> None:
    assert all("data up to" not in hit.verdict.remark.en for hit in find(sample_store, query))
