"""Policies are counted by year and level, and those who issued the most are named."""

from __future__ import annotations

import pytest

from tui.search.find import find_all
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    ["number of policies by year", "policies per year", "每年出台多少政策", "历年政策数量"],
)
def test_policies_are_counted_by_year(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    counts, _, said = found.hits[0].verdict.remark.en.partition("\n")
    assert counts == "2018: 1, 2019: 1, 2020: 1, 2021: 2, 2022: 2, 2023: 1; undated: 2"
    assert said == "counted in this briefing; no total is given"
    assert {hit.entry.kind for hit in found.hits} == {"policy"}


@pytest.mark.parametrize(
    "query", ["how many national and provincial policies", "国家级和省级政策各多少"]
)
def test_policies_are_counted_by_level(sample_store: Store, query: str) -> None:
    remark = find_all(sample_store, query).hits[0].verdict.remark
    assert remark.en.startswith("national: 6, provincial: 3, unknown: 1\n")
    assert remark.zh.startswith("国家级6项、省级3项、不详1项\n")


@pytest.mark.parametrize(
    "query", ["which ministry issued the most policies", "哪个部门发文最多", "谁发布政策最多"]
)
def test_those_who_issued_the_most_policies_are_named(sample_store: Store, query: str) -> None:
    hits = find_all(sample_store, query).hits
    assert hits[0].entry.id == "national-agency"
    first = hits[0].verdict.remark.en.split("\n")[0]
    assert first == "the most in this briefing: National Medical Agency: 6"


def test_the_policies_of_one_year_are_not_counted_by_year(sample_store: Store) -> None:
    remark = find_all(sample_store, "2021年出台多少政策").hits[0].verdict.remark
    assert "2018: 1" not in remark.en


@pytest.mark.parametrize(
    "query",
    [
        "how many provincial policies",
        "number of local policies",
        "省级政策有几项",
        "多少项地方政策",
    ],
)
def test_the_policies_of_provinces_are_counted(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies", "--level", "provincial")
    assert found.hits[0].verdict.remark.en.startswith("3 provincial policies: ")
    assert found.hits[0].verdict.remark.zh.startswith("省级政策3项：")


@pytest.mark.parametrize("query", ["total policies by level", "各级政策各有多少"])
def test_all_policies_are_counted_by_level(sample_store: Store, query: str) -> None:
    remark = find_all(sample_store, query).hits[0].verdict.remark
    assert remark.en.startswith("national: 6, provincial: 3, unknown: 1\n")


@pytest.mark.parametrize(
    "query", ["how many policies require something", "要求类政策有几项", "多少政策是要求类的"]
)
def test_the_policies_of_a_force_are_counted(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies", "--force", "required")
    assert found.hits[0].verdict.remark.en == "3 policies marked Required"


@pytest.mark.parametrize(
    "query",
    [
        "how many policies on insurance payment",
        "how many policies mention insurance payment",
        "how many insurance payment policies are there",
        "number of policies on insurance payment",
        "医保支付政策有几项",
        "有多少政策涉及医保支付",
        "涉及医保支付的政策有多少",
    ],
)
def test_the_policies_on_a_subject_are_counted(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies", "--tag", "insurance-payment")
    counts, said = found.hits[0].verdict.remark.en.split("\n")
    assert counts == "3 policies on insurance payment"
    assert said == "counted in this briefing; no total is given"
    assert found.hits[0].match == "near"


@pytest.mark.parametrize(
    "query", ["how many policies on insurance payment in 2021", "2021年医保支付政策有多少"]
)
def test_the_policies_on_a_subject_are_counted_within_a_period(
    sample_store: Store, query: str
) -> None:
    remark = find_all(sample_store, query).hits[0].verdict.remark
    assert remark.en.startswith("1 policy on insurance payment in 2021")


def test_policies_on_what_none_mentions_are_not_counted(sample_store: Store) -> None:
    remark = find_all(sample_store, "how many policies mention drones").hits[0].verdict.remark
    assert remark.en.startswith("no policies mentioning “drones”\n")


@pytest.mark.parametrize(
    "query",
    ["how many policies", "有多少政策", "how many policies in five years", "五年出台了多少政策"],
)
def test_policies_without_a_subject_are_not_counted_by_one(sample_store: Store, query: str) -> None:
    hits = find_all(sample_store, query).hits
    assert not any("policies mentioning" in hit.verdict.remark.en for hit in hits)
