"""A question for the listed companies leads to those with a ticker."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        "which companies are listed",
        "listed companies",
        "which companies have a ticker",
        "哪些公司上市了",
        "上市公司有哪些",
        "哪些企业已经上市",
        "how many companies are listed",
        "number of listed companies",
        "上市公司有几家",
        "有多少家公司上市",
        "ticker",
        "stock codes",
        "股票代码",
        "上市公司",
        "上市情况",
        "IPOs",
        "stock listings",
        "各公司股票代码",
        "上市的行业公司有哪些",
        "listed companies in the industry",
    ],
)
def test_listed_companies_are_those_with_a_ticker(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert [hit.entry.id for hit in hits] == ["qinghe-health", "changle-health"]
    assert hits[0].verdict.remark.en == (
        "2 companies have a ticker: Qinghe Health (90917), Changle Health (00917); "
        "no ticker is given for others"
    )


@pytest.mark.parametrize(
    "query", ["which companies are listed in China", "companies listed on HKEX"]
)
def test_the_exchange_is_not_named(sample_store: Store, query: str) -> None:
    remark = find(sample_store, query)[0].verdict.remark.en
    assert remark.startswith("the documents do not name the exchange\n2 companies have a ticker: ")


@pytest.mark.parametrize("query", ["is Qinghe Health listed", "which companies listed prices"])
def test_one_company_or_another_meaning_is_no_list(sample_store: Store, query: str) -> None:
    assert all("have a ticker" not in hit.verdict.remark.en for hit in find(sample_store, query))


@pytest.mark.parametrize(
    "query", ["number of companies", "how many companies are covered", "企业数量", "有多少家企业"]
)
def test_the_number_of_companies_is_that_of_the_briefing(sample_store: Store, query: str) -> None:
    (count,) = next(iter(sample_store.query("SELECT count(*) FROM companies")))
    hits = find(sample_store, query, 50)
    assert len(hits) == count
    assert f"this briefing has {count} companies" in hits[0].verdict.remark.en
