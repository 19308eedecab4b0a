"""A question for the provinces with policies lists the provincial policies, and counts the
others apart."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.search.find import find_all
from tui.store import Store

_PROVINCIAL = {"policy-night-2023", "policy-canglan-measures", "policy-payment-2021"}


@pytest.mark.parametrize(
    "query",
    [
        "which provinces have policies",
        "which regions issued policies",
        "provinces with policies",
        "provincial policies",
        "哪些省份出台了政策",
        "哪些地方出台了政策",
        "各省政策",
        "省级政策有哪些",
    ],
)
def test_provinces_with_policies_are_listed_and_national_policies_counted_apart(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query)
    assert {hit.entry.id for hit in found.hits} == _PROVINCIAL
    first = found.hits[0]
    assert (first.match, found.command) == ("exact", ("policies", "--level", "provincial"))
    assert first.verdict.remark.en == (
        "3 provincial policies: Canglan Province 1, The city 1; others: 6 national, 1 unknown"
    )
    assert "另有其他层级的政策：国家级6项、不详1项" in first.verdict.remark.zh


def test_provinces_with_policies_on_a_topic(sample_store: Store) -> None:
    hits = find(sample_store, "which provinces have policies on insurance payment")
    assert [hit.entry.id for hit in hits] == ["policy-payment-2021"]


@pytest.mark.parametrize("query", ["how many provinces have policies", "policies of Canglan"])
def test_a_number_or_one_province_is_another_question(sample_store: Store, query: str) -> None:
    remarks = [hit.verdict.remark.en for hit in find(sample_store, query)]
    assert not any("provincial policies: " in remark for remark in remarks)


@pytest.mark.parametrize(
    "query",
    [
        "which provinces allow insurance payment",
        "which provinces support insurance payment",
        "哪些省份允许医保支付",
        "哪些省放开医保支付",
    ],
)
def test_what_provinces_allow_is_answered_with_their_policies(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert [hit.entry.id for hit in hits] == ["policy-payment-2021"]
    remark = hits[0].verdict.remark.en
    assert remark.startswith("1 provincial policy on insurance payment; others: 2 national")
    assert remark.endswith("; the provincial ones by the wording quoted: 1 permits")


def test_a_chinese_list_names_the_region_before_the_subject(sample_store: Store) -> None:
    assert find(sample_store, "沧岚省医保支付政策")[0].verdict.remark.zh == (
        "沧岚省涉及医保支付的政策1项"
    )
    assert find(sample_store, "沧岚省政策")[0].verdict.remark.zh == "沧岚省的政策2项"


@pytest.mark.parametrize(
    "query",
    ["which provinces pay for online consultation", "which provinces reimburse patients"],
)
def test_provinces_that_pay_have_policies_on_payment(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert ("--tag", "insurance-payment") in zip(found.command, found.command[1:], strict=False)
    assert {hit.entry.id for hit in found.hits} <= _PROVINCIAL


@pytest.mark.parametrize("query", ["哪些省允许线上复诊", "哪些省份支持复诊"])
def test_provinces_with_a_word_that_is_no_subject(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.id == "policy-payment-2021"
    counted, said = hit.verdict.remark.en.split("\n")
    assert counted == "1 provincial policy mentioning “复诊”; others: 2 national"  # of no region
    assert said.endswith("Follow-ups of chronic disease may be paid by insurance (permitted)")
