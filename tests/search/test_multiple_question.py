"""Questions how many times one figure is another."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "facts", "remark"),
    [
        (
            "2022年问诊市场是2021年的几倍",
            ["consultation-market@2022", "consultation-market@2021"],
            "线上问诊市场规模：2022年是2021年的1.25倍（编者计算）",
        ),
        (
            "2022年是2021年的多少倍",
            ["consultation-market@2022", "consultation-market@2021"],
            "线上问诊市场规模：2022年是2021年的1.25倍（编者计算）",
        ),
        (
            "2022年投融资金额是2020年的多少倍",
            ["financing-amount@2022", "financing-amount@2021"],
            "行业融资金额：2020年是2022年的3.16倍（编者计算）",
        ),
        (
            "how many times the 2021 consultation market was that of 2022",
            ["consultation-market@2022", "consultation-market@2021"],
            "线上问诊市场规模：2022年是2021年的1.25倍（编者计算）",
        ),
    ],
)
def test_the_multiple_of_two_years_is_computed(
    sample_store: Store, query: str, facts: list[str], remark: str
) -> None:
    hits = find(sample_store, query)
    assert [hit.entry.fact for hit in hits[:2]] == facts
    assert hits[0].match == "exact"
    assert hits[0].verdict.remark.zh.startswith(f"{remark}\n")


@pytest.mark.parametrize(
    "query",
    [
        "长乐健康营收是小满健康的几倍",
        "小满健康和长乐健康营收倍数",
        "revenue of Changle Health is how many times that of Xiaoman Health",
        "ratio of Changle Health revenue to Xiaoman Health revenue",
    ],
)
def test_the_multiple_of_one_measure_and_time_of_two_companies_is_computed(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert {hit.entry.fact for hit in hits} == {
        "changle-health.revenue@2022-H1",
        "xiaoman-health.revenue@2022-H1",
    }
    assert hits[0].verdict.remark.zh.endswith("收入：长乐健康是小满健康的3.56倍（编者计算）")


def test_no_multiple_is_computed_of_values_of_two_times(sample_store: Store) -> None:
    hits = find(sample_store, "青禾健康签约医生是长乐健康的几倍")
    assert [hit.entry.id for hit in hits] == ["qinghe-health", "changle-health"]
    assert hits[0].verdict.remark.zh.endswith("\n指标、时期或单位不同，或不是确数，未计算倍数")


def test_no_multiple_is_computed_where_a_company_has_no_figure(sample_store: Store) -> None:
    remark = find(sample_store, "小满健康营收是春来健康的几倍")[0].verdict.remark.zh
    assert "资料没有“营收”的数字" in remark
    assert "倍" not in remark


@pytest.mark.parametrize(
    ("query", "remark"),
    [
        (
            "2022年问诊市场是2021年的百分之几",
            "Online-consultation market size: 2022 is 125% of 2021 (editor's calculation)",
        ),
        (
            "2022年投融资金额是2021年的几成",
            "Financing amount: 2022 is 36.5% of 2021 (editor's calculation)",
        ),
        ("financing amount 2022 as a share of 2021", "Financing amount: 2022 is 36.5% of 2021"),
        (
            "2022 financing amount is what percentage of 2021",
            "Financing amount: 2022 is 36.5% of 2021",
        ),
    ],
)
def test_the_percentage_of_another_year_is_computed(
    sample_store: Store, query: str, remark: str
) -> None:
    assert find(sample_store, query)[0].verdict.remark.en.startswith(remark)
