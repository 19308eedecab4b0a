"""Questions for the companies or policies that lack something."""

from __future__ import annotations

import pytest

from tui.search.find import find_all
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        "companies not listed",
        "unlisted companies",
        "没有上市的公司",
        "未上市的企业",
        "哪些公司没有上市",
    ],
)
def test_companies_not_listed_are_those_without_a_ticker(sample_store: Store, query: str) -> None:
    hits = find_all(sample_store, query, 200).hits
    ids = {hit.entry.id for hit in hits}
    rows = sample_store.query("SELECT id FROM companies WHERE ticker <> ''")
    assert ids.isdisjoint(each for (each,) in rows)
    remark = hits[0].verdict.remark.en
    assert remark == f"companies not listed, or without a ticker in the documents: {len(hits)}"


@pytest.mark.parametrize("query", ["companies with no revenue data", "没有营收数据的企业"])
def test_companies_without_a_figure_are_not_those_with_one(sample_store: Store, query: str) -> None:
    hits = find_all(sample_store, query, 200).hits
    ids = {hit.entry.id for hit in hits}
    assert "chunlai-health" in ids
    assert ids.isdisjoint(("changle-health", "xiaoman-health"))
    assert "without a figure for" in hits[0].verdict.remark.en


@pytest.mark.parametrize("query", ["companies without figures", "没有数据的企业"])
def test_companies_without_any_figure(sample_store: Store, query: str) -> None:
    hits = find_all(sample_store, query, 200).hits
    rows = sample_store.query("SELECT DISTINCT id FROM answers WHERE value <> ''")
    assert {hit.entry.id for hit in hits}.isdisjoint(each for (each,) in rows)
    assert hits[0].verdict.remark.zh == f"资料没有给出任何数字的企业{len(hits)}家"


@pytest.mark.parametrize("query", ["policies not national", "不是国家级的政策"])
def test_policies_not_marked_with_a_value_are_the_rest(sample_store: Store, query: str) -> None:
    hits = find_all(sample_store, query, 200).hits
    sql = "SELECT id FROM facets WHERE facet = 'level' AND value = 'national'"
    assert hits
    assert {hit.entry.id for hit in hits}.isdisjoint(each for (each,) in sample_store.query(sql))
    assert hits[0].verdict.remark.en.startswith("policies not marked ")


@pytest.mark.parametrize(
    "query",
    [
        "有没有上市的公司",
        "没有2023年的数据",
        "没有说明的政策",
        "no figure for users",
        "listed companies",
    ],
)
def test_other_questions_exclude_nothing(sample_store: Store, query: str) -> None:
    hits = find_all(sample_store, query, 20).hits
    remarks = [hit.verdict.remark.en for hit in hits]
    assert not any("not listed" in each or "without" in each for each in remarks)
    assert not any("not marked" in each or "do not mention" in each for each in remarks)
