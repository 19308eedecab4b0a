"""A question for a ticker, or for a date or a person that no source names, is answered or refused,
never with a figure or an event of another kind alone."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    "query", ["Qinghe Health ticker", "青禾健康股票代码", "what is the ticker of Qinghe Health"]
)
def test_a_ticker_is_stated_with_its_exchange(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.entry.value) == ("qinghe-health", "")
    assert hit.verdict.remark.en == "ticker: 90917 (Imaginary Exchange)"


def test_a_company_without_a_ticker_has_none(sample_store: Store) -> None:
    hit = find(sample_store, "Xiaoman Health ticker")[0]
    assert hit.match != "exact"
    assert "ticker: " not in hit.verdict.remark.en


def test_the_date_of_another_event_is_no_listing_date(sample_store: Store) -> None:
    hit = find(sample_store, "when was Qinghe Health listed")[0]
    assert (hit.entry.id, hit.entry.fact) == ("qinghe-health", "")
    assert hit.verdict.missing == ("listed",)


@pytest.mark.parametrize("query", ["Zhuxi Software founded", "竹溪软件成立"])
def test_the_date_of_the_event_asked_for_is_given(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].entry.fact == "zhuxi-software.founding"
