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


@pytest.mark.parametrize(
    "query",
    [
        "where is Qinghe Health listed",
        "which exchange is Qinghe Health listed on",
        "is Qinghe Health listed",
        "青禾健康在哪上市",
        "青禾健康上市了吗",
    ],
)
def test_where_a_company_is_listed_is_its_ticker_and_exchange(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.entry.value) == ("qinghe-health", "")
    assert hit.verdict.remark.en == "ticker: 90917 (Imaginary Exchange)"


@pytest.mark.parametrize("query", ["when was Qinghe Health listed", "青禾健康什么时候上市"])
def test_a_listing_without_a_date_has_the_ticker(sample_store: Store, query: str) -> None:
    verdict = find(sample_store, query)[0].verdict
    assert verdict.match == "other_measure"
    assert verdict.remark.en.splitlines() == [
        "the documents do not say when it was listed",
        "ticker: 90917 (Imaginary Exchange)",
    ]


@pytest.mark.parametrize("query", ["where is Xiaoman Health listed", "小满健康在哪上市"])
def test_a_listing_that_no_source_has_is_not_covered(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.entry.value) == ("xiaoman-health", "")
    assert hit.match != "exact"
    assert "ticker" not in hit.verdict.remark.en


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


@pytest.mark.parametrize(
    "query", ["Qinghe Health IPO price war", "Qinghe Health listing price cutting"]
)
def test_a_ticker_does_not_stand_for_a_price(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == ("qinghe-health", "other_measure")
    assert "“price " in hit.verdict.remark.en
