"""Questions for the largest company that name no measure."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store


@pytest.mark.parametrize(
    "query",
    [
        "哪家公司最大",
        "哪家最大？",
        "哪家公司规模最大",
        "最大的公司是谁",
        "which company is largest",
        "which platform is the biggest?",
        "who is the largest",
        "company ranking",
        "企业排名",
        "排行榜",
    ],
)
def test_companies_are_listed_by_a_named_amount_before_claims(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert [hit.entry.fact for hit in hits[:2]] == [
        "changle-health.revenue@2022-H1",
        "xiaoman-health.revenue@2022-H1",
    ]
    assert {hit.match for hit in hits} == {"near"}
    assert "“Total revenue”" in hits[0].verdict.remark.en
    assert "claim-qinghe-largest" in [hit.entry.id for hit in hits[2:]]


def test_a_measure_is_kept(sample_store: Store) -> None:
    hit = find(sample_store, "which company has the most doctors")[0]
    assert "revenue" not in hit.entry.fact


@pytest.mark.parametrize(
    "query",
    ["revenue ranking", "rank companies by revenue", "营收排名", "收入排行榜", "各公司收入排名"],
)
def test_a_ranking_by_a_measure_is_the_figures_of_the_companies(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert [hit.entry.fact for hit in hits[:2]] == [
        "changle-health.revenue@2022-H1",
        "xiaoman-health.revenue@2022-H1",
    ]
    assert "they do not make a ranking" in hits[0].verdict.remark.en


@pytest.mark.parametrize("query", ["net profit ranking", "净利润排名", "净利润最高的公司"])
def test_a_broader_measure_is_named_where_no_company_has_the_one_asked_for(
    sample_store: Store, query: str
) -> None:
    remark = find(sample_store, query)[0].verdict.remark.en
    assert remark.startswith("no figure for “")
    assert "in the documents; nearest: “" in remark


@pytest.mark.parametrize("query", ["长乐健康收入排名", "Changle Health revenue ranking"])
def test_the_rank_of_one_company_is_not_known_from_the_figures(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert all(hit.entry.id != "xiaoman-health" for hit in hits)
    assert hits[0].match != "exact"


def test_the_largest_alone_is_no_known_question(sample_store: Store) -> None:
    assert find(sample_store, "谁最大")[0].entry.fact == "changle-health.revenue@2022-H1"


_CLAIM = """
id = "claim-qinghe-earns-most"
kind = "claim"
basis = "source_claim"
said_by = { zh = "青禾健康", en = "Qinghe Health" }
title = { zh = "青禾健康盈利最多", en = "Qinghe Health earns the most profit" }
text = { zh = "青禾健康盈利最多。", en = "Qinghe Health earns the most profit." }
supports = ["qinghe-health"]
citations = [
  { source = "notes-undated", exact = "青禾健康说自己是全市最大的问诊平台", gloss = "Qinghe Health" },
]
"""  # noqa: E501


def test_the_only_amount_is_shown_with_what_is_claimed(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    path = sample_copy / "themes" / "claim-qinghe-earns-most.toml"
    path.write_text(_CLAIM, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        for query in (
            "which company has the most profit",
            "哪家公司盈利最多",
            "哪家公司最盈利",
            "谁最盈利",
            "最盈利的公司",
            "最盈利的公司是谁",
        ):
            hits = find(store, query)
            assert [hit.entry.id for hit in hits] == ["changle-health", path.stem], query
            assert hits[0].entry.fact == "changle-health.adjusted-profit@2022-H1"
            assert (
                "claimed in the sources: “Qinghe Health earns the most profit”"
                in hits[0].verdict.remark.en
            )


_GROUP = """
id = "gap-three-leaders"
kind = "not_covered"
looked_in = ["notes-undated"]
question = { zh = "三大龙头（青禾健康、长乐健康）各占多少？", en = "What shares do the three leaders hold?" }
finding = { zh = "没有。", en = "None." }
citations = [
  { source = "notes-undated", exact = "青禾健康说自己是全市最大的问诊平台", gloss = "Qinghe Health" },
]
"""  # noqa: E501


def test_a_group_is_asked_for_what_a_company_counts(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    (sample_copy / "gaps" / "gap-three-leaders.toml").write_text(_GROUP, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        for query in (
            "龙头的医生",
            "doctors of the leaders",
            "physicians of the leading companies",
        ):
            hits = find(store, query)
            ids = [hit.entry.fact.partition("@")[0] for hit in hits]
            assert sorted(ids) == ["changle-health.doctors", "qinghe-health.doctors"], query
        assert "the companies in" not in find(store, "龙头的政策")[0].verdict.remark.en
