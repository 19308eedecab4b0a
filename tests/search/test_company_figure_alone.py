"""The figure of one company says what is not known of the others, and an undated one which dated
values there are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.search.company_figure_alone import with_more_known
from tui.search.find import explain
from tui.store import Store, open_store


@pytest.mark.parametrize(
    "query", ["which company has the most doctors", "who has the most doctors"]
)
def test_the_most_of_what_companies_count_is_the_greatest(sample_store: Store, query: str) -> None:
    forms = (
        "company with most doctors",
        "largest company by doctors",
        "companies with most doctors",
    )
    for asked in (query, *forms, "哪家公司医生最多", "谁的医生最多"):
        hits = find(sample_store, asked)
        assert [hit.entry.fact for hit in hits] == [
            "changle-health.doctors@2022-09",
            "qinghe-health.doctors@2023-06",
            "xiaoman-health.own-doctors@2022-06",
        ]
        assert hits[0].match == "near"
        assert "they do not make a ranking" in hits[0].verdict.remark.en


@pytest.mark.parametrize("query", ["which company has the most pharmacies", "哪家公司药店最多"])
def test_one_figure_alone_is_not_the_most(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.id == "xiaoman-health"
    assert hit.verdict.remark.en.startswith("only Xiaoman Health has a figure for")


def test_what_no_figure_counts_has_no_most(sample_store: Store) -> None:
    hits = find(sample_store, "which company has the most insurers")
    assert not any("has a figure for" in hit.verdict.remark.en for hit in hits)


_GAP = """
id = "gap-daily-consultations"
kind = "not_covered"
looked_in = ["yearbook-2024"]
question = { zh = "全行业每天有多少线上问诊？", en = "How many online consultations does the industry handle a day?" }
finding = { zh = "没有。", en = "Nothing." }
citations = [{ source = "yearbook-2024", exact = "2023年估算为2,250万人", gloss = "22.5 million" }]
"""  # noqa: E501
_DATED = """
[[metrics.observations]]
period = "2021-06"
value = 8
unit = "万家"
status = "estimate"
citations = [
  { source = "fortnightly-2022", exact = "合作药店有9万家", gloss = "90", relation = "derived" },
]
"""


def test_the_gap_and_the_dated_values_are_named_beside_the_figure_of_a_company(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    (sample_copy / "gaps" / "gap-daily-consultations.toml").write_text(_GAP, "utf-8")
    company = sample_copy / "players" / "xiaoman-health.toml"
    text = company.read_text("utf-8")
    assert "\n[[events]]" in text
    company.write_text(text.replace("\n[[events]]", f"{_DATED}\n[[events]]", 1), "utf-8")
    with open_store(str(sample_copy), environment) as store:
        first, second = find(store, "daily consultations")[:2]
        assert first.entry.id == "changle-health"
        assert "no figure for the whole industry" in first.verdict.remark.en
        assert second.entry.id == "gap-daily-consultations"
        of_company = find(store, "daily consultations of Changle Health")[0]
        assert not of_company.verdict.remark.en
        undated = find(store, "partner pharmacies")[0]
        assert undated.entry.period == ""
        assert "undated; other values: " in undated.verdict.remark.en
        assert "80,000" in undated.verdict.remark.en
        dated = find(store, "partner pharmacies June 2021")[0]
        assert "other values" not in dated.verdict.remark.en


def test_figures_of_several_companies_are_not_of_one_alone(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    gap = _GAP.replace("全行业每天有多少线上问诊", "全行业日均咨询有多少")
    (sample_copy / "gaps" / "gap-daily-consultations.toml").write_text(gap, "utf-8")
    changle = (sample_copy / "players" / "changle-health.toml").read_text("utf-8")
    at = changle.index('[[metrics]]\nid = "daily-consultations"')
    metric = changle[at : changle.index("[[events]]", at)]
    other = sample_copy / "players" / "xiaoman-health.toml"
    text = other.read_text("utf-8")
    other.write_text(text.replace("\n[[events]]", f"\n{metric}\n[[events]]", 1), "utf-8")
    with open_store(str(sample_copy), environment) as store:
        found = explain(store, "日均咨询")
        gap_first, *companies = found.ranked
        assert gap_first[0].described.record.kind == "gap"
        ranked = with_more_known(store, found.question, [*companies, gap_first])
        one = with_more_known(store, found.question, [companies[0], gap_first])
    remark = "no figure for the whole industry; showing those of 2 companies"
    assert ranked[0][1].remark.en == remark
    assert one[0][1].remark.en == "no figure for the whole industry; showing Changle Health alone"


def test_the_gap_of_another_company_is_not_the_one_of_the_industry(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    gap = _GAP.replace("全行业", "春来健康").replace("the industry", "Chunlai Health")
    (sample_copy / "gaps" / "gap-daily-consultations.toml").write_text(gap, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        first = find(store, "daily consultations")[0]
        assert first.entry.id == "changle-health"
        remark = first.verdict.remark.en
        assert remark.startswith("no figure for the whole industry; showing ")
        assert "Chunlai" not in remark


@pytest.mark.parametrize(
    ("query", "is_shown"), [("长乐健康的医生数量", False), ("长乐健康SKU", True)]
)
def test_below_a_figure_of_a_company_is_no_definition_of_something_else(
    sample_store: Store, query: str, is_shown: bool
) -> None:
    found = explain(sample_store, query)
    definition = explain(sample_store, "什么是SKU").ranked[0]
    assert definition[0].described.record.id == "term-sku"
    best = with_more_known(sample_store, found.question, [found.ranked[0], definition])
    assert (definition in best) == is_shown


def test_a_figure_of_another_period_is_of_one_company_too(sample_store: Store) -> None:
    remark = find(sample_store, "how many SKUs in 2019")[0].verdict.remark.en
    assert remark.startswith("no figure for 2019")
    assert remark.endswith("showing Changle Health alone")
    named = find(sample_store, "how many SKUs does Changle Health have in 2019")[0].verdict.remark
    assert "alone" not in named.en
