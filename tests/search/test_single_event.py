"""A question for the largest or the latest deal leads to that deal, not to a number of deals."""

from __future__ import annotations

import pytest

from tui.search import Hit, find
from tui.store import Store

_B = "qinghe-health.series-b"
_A = "xiaoman-health.series-a"
_WITHOUT_AMOUNT = "chunlai-health.changfeng-round"


def _facts(hits: list[Hit]) -> list[str]:
    return [hit.entry.fact or hit.entry.id for hit in hits]


@pytest.mark.parametrize(
    "query",
    [
        "largest deal",
        "what was the largest funding round",
        "biggest investment",
        "how much was the largest deal",
        "largest deals",
        "最大一笔融资",
        "最大的一笔投资",
        "金额最大的一笔融资是多少",
        "哪笔融资最大",
        "融资最大的一笔",
    ],
)
def test_the_largest_deal_is_the_one_with_the_greatest_amount(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert _facts(hits) == [_B, _A, _WITHOUT_AMOUNT]
    assert [hit.match for hit in hits] == ["exact", "exact", "near"]
    assert hits[0].verdict.remark.en == (
        "2 of the 3 funding rounds named have an amount, largest first"
    )


@pytest.mark.parametrize(
    ("query", "facts"),
    [
        ("smallest deal", [_A, _B, _WITHOUT_AMOUNT]),
        ("latest funding round", [_WITHOUT_AMOUNT, _A, _B]),
        ("最近一笔融资", [_WITHOUT_AMOUNT, _A, _B]),
        ("earliest deal", [_B, _A, _WITHOUT_AMOUNT]),
        ("largest deal of Xiaoman Health", [_A]),
    ],
)
def test_deals_are_in_the_order_asked_for(
    sample_store: Store, query: str, facts: list[str]
) -> None:
    assert _facts(find(sample_store, query)) == facts


def test_one_amount_alone_is_not_the_largest(sample_store: Store) -> None:
    hits = find(sample_store, "largest deal in 2021")
    assert _facts(hits) == [_A, _WITHOUT_AMOUNT]
    assert hits[0].match == "near"
    assert hits[0].verdict.remark.en == (
        "only 1 of the 2 funding rounds named in 2021 has an amount, so none can be compared"
    )


def test_the_only_acquisition_is_no_latest_one(sample_store: Store) -> None:
    hit = find(sample_store, "latest acquisition")[0]
    assert (hit.entry.fact, hit.match) == ("changle-group.chunlai-acquisition", "near")
    assert "no other of the acquisitions" in hit.verdict.remark.en


def test_the_oldest_company_is_by_date_of_founding(sample_store: Store) -> None:
    for query in ("oldest company", "最早成立的公司", "which company was founded first"):
        hits = find(sample_store, query)
        assert [hit.entry.id for hit in hits[:2]] == ["qinghe-health", "changle-health"]
        assert hits[0].match == "near"  # others have no founding date


def test_the_first_to_do_something_is_not_the_oldest_company(sample_store: Store) -> None:
    hits = find(sample_store, "first company to offer online consultation")
    assert not any("founding dates" in hit.verdict.remark.en for hit in hits)


@pytest.mark.parametrize("query", ["largest pharmacy deal", "最大的一笔药房融资"])
def test_a_deal_on_something_else_is_no_answer(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert hit.match != "exact"


@pytest.mark.parametrize("query", ["highest financing amount", "how many deals in 2022"])
def test_a_total_is_still_a_total(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].entry.kind == "statistic"


@pytest.mark.parametrize(
    "query", ["largest deal 2035", "biggest funding round 2035", "2035年最大一笔融资"]
)
def test_events_of_other_times_are_said_to_be_of_other_times(
    sample_store: Store, query: str
) -> None:
    first = find(sample_store, query)[0]
    assert first.match == "other_period"
    assert first.verdict.remark.en.startswith("none of the funding rounds named is dated in 2035")
    assert first.verdict.remark.zh.startswith("资料写到的融资没有一笔在2035年")
