"""The average size of a deal is computed from the amount and the number of one period."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store

_COMPUTED = (
    "Financing amount: H1 2021: about CNY 155 million a deal "
    "(CNY 1.86 billion ÷ 12 deals; editor's calc"
)


@pytest.mark.parametrize(
    "query",
    [
        *("average deal size", "average deal H1 2021", "mean round size", "money per deal"),
        *("average size of rounds first half of 2021", "how much per deal", "typical deal 2021"),
        *("平均每笔多少", "单笔融资金额", "2021年上半年平均每起融资多少", "平均融资额"),
    ],
)
def test_the_average_of_a_period_is_computed(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert [hit.entry.fact for hit in hits[:2]] == [
        "financing-amount@2021-H1",
        "financing-deals@2021-H1",
    ]
    assert hits[0].match == "exact"
    assert hits[0].verdict.remark.en.startswith(_COMPUTED)
    assert "平均每起约1.55亿元" in hits[0].verdict.remark.zh
    assert "different sources" in hits[0].verdict.remark.en


@pytest.mark.parametrize("query", ["average deal size 2022", "2022年平均每笔多少"])
def test_a_period_without_both_figures_is_said(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == ("financing-amount", "other_period")
    assert hit.verdict.remark.en.startswith(
        "no amount and number of deals for 2022\nFinancing amount: H1 2021: "
    )


@pytest.mark.parametrize(
    "query",
    [
        *("average deal of Changle Health", "financing deals", "average consultations a day"),
        *("funding size", "单笔最高融资", "deals per company"),
    ],
)
def test_no_average_of_deals_is_given_of_something_else(sample_store: Store, query: str) -> None:
    for hit in find(sample_store, query):
        assert "a deal (" not in hit.verdict.remark.en
