"""Whether a region pays by insurance, and since when it does, is answered by the policies on it."""

from __future__ import annotations

import pytest

from tui.search.find import find_all
from tui.store import Store


@pytest.mark.parametrize("query", ["沧岚省能报销吗", "沧岚省可以报销吗"])
def test_a_region_is_answered_by_its_policies_on_payment(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert [hit.entry.id for hit in found.hits] == ["policy-cross-province-2022"]


def test_a_region_without_policies_on_payment_is_said_to_have_none(sample_store: Store) -> None:
    found = find_all(sample_store, "本市能报销吗")
    remark = found.hits[0].verdict.remark
    assert remark.zh.startswith("没有本市涉及医保支付的政策\n")
    assert found.hits[0].match == "near"


@pytest.mark.parametrize("query", ["江苏能报销吗", "does Jiangsu pay for online care"])
def test_a_province_without_policies_is_named(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies", "--tag", "insurance-payment")
    assert found.hits[0].verdict.remark.en.startswith("no policies of Jiangsu\n")


@pytest.mark.parametrize("query", ["does Canglan Province pay wages", "沧岚省付多少钱"])
def test_what_else_is_paid_is_another_question(sample_store: Store, query: str) -> None:
    hits = find_all(sample_store, query).hits
    assert not any("no policies of" in hit.verdict.remark.en for hit in hits)


@pytest.mark.parametrize(
    "query",
    ["when did insurance payment start", "since when does insurance pay", "医保支付哪年开始"],
)
def test_the_start_of_payment_is_said_to_be_unknown_before_the_earliest_policy(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query)
    none, earliest, _ = found.hits[0].verdict.remark.en.split("\n")
    assert none == "no date of the start is given"
    assert earliest.startswith("the earliest is ")
    assert found.hits[0].match == "near"
