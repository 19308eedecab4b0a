"""The documents of an issuer or a year are listed as policies, and a time without any is named."""

from __future__ import annotations

import pytest

from tui.search.find import find_all
from tui.store import Store

_OF_BUREAU = ["policy-night-2023", "policy-payment-2021"]


@pytest.mark.parametrize(
    "query",
    ["市卫生局文件", "市卫生局发的文件", "市卫生局政策", "documents by the city health bureau"],
)
def test_the_documents_of_an_issuer_are_its_policies(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert [hit.entry.id for hit in found.hits] == _OF_BUREAU
    assert found.hits[0].match == "exact"
    assert found.hits[0].verdict.remark.en == "2 policies issued by City health bureau"
    assert found.command == ()  # no option names an issuer


def test_a_year_without_documents_of_an_issuer_is_named(sample_store: Store) -> None:
    hits = find_all(sample_store, "市卫生局2022年文件").hits
    assert [hit.entry.id for hit in hits] == _OF_BUREAU
    assert hits[0].match == "other_period"
    assert hits[0].verdict.remark.zh == "没有市卫生局2022年发布的政策，以下是其他时期的"


@pytest.mark.parametrize("query", ["2021年文件", "文件 2021", "documents 2021", "2021年通知"])
def test_the_documents_of_a_year_are_its_policies(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert {hit.entry.id for hit in found.hits} == {"policy-payment-2021", "policy-health-it-plan"}
    assert found.command == ("policies", "--since", "2021", "--until", "2021")


@pytest.mark.parametrize("query", ["最新文件", "latest documents"])
def test_the_latest_document_is_a_policy(sample_store: Store, query: str) -> None:
    hit = find_all(sample_store, query).hits[0]
    assert hit.entry.id == "policy-night-2023"
    assert "the latest is" in hit.verdict.remark.en


def test_an_issuer_that_is_not_covered_is_named(sample_store: Store) -> None:
    remark = find_all(sample_store, "财政部文件").hits[0].verdict.remark
    assert remark.zh.startswith("没有写明由“财政部”发布的政策\n")


@pytest.mark.parametrize("query", ["policies that mention follow-ups", "policies mentioning data"])
def test_policies_that_mention_something_are_a_list(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.several
    assert {hit.entry.kind for hit in found.hits} == {"policy"}


def test_new_policies_of_a_year_are_its_policies(sample_store: Store) -> None:
    found = find_all(sample_store, "2021年新政策")
    assert found.command == ("policies", "--since", "2021", "--until", "2021")


@pytest.mark.parametrize("query", ["land exemption policies", "tax exemption policies"])
def test_two_topics_that_no_policy_has_are_named(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies",)
    remark = found.hits[0].verdict.remark.en
    assert remark.startswith("no policies mentioning ")
    assert remark.count("“") == 2
