"""A question for what policies say on a subject lists them with each provision on it and its
force."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        "wording of the policies on insurance payment",
        "what do the policies say about insurance payment",
        "各政策对医保支付的措辞",
        "政策对医保支付怎么说",
        "政策原文对医保支付的表述",
    ],
)
def test_the_provisions_on_a_subject_are_named_with_their_force(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert {hit.entry.id for hit in hits} == {
        "policy-cross-province-2022",
        "policy-payment-2021",
        "policy-price-2019",
    }
    assert hits[0].match == "exact"
    remark = hits[0].verdict.remark
    assert "by the wording quoted: 1 permitted, 1 declarative" in remark.en
    assert "Follow-ups of chronic disease may be paid by insurance (permitted)" in remark.en
    assert "线上复诊由医保支付（一般表述）" in remark.zh


@pytest.mark.parametrize(
    "query",
    ["what does Qinghe Health say about doctors", "青禾健康怎么说", "how binding are the policies"],
)
def test_what_a_company_says_is_no_wording_of_policies(sample_store: Store, query: str) -> None:
    assert "(permitted)" not in find(sample_store, query)[0].verdict.remark.en
