"""A region and a subject without a word for policies are answered by the policy of that region,
with its provisions on the subject."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        "沧岚省医保支付",
        "沧岚省 医保支付",
        "医保支付 沧岚省",
        "沧岚省对医保支付怎么说",
        "沧岚省医保支付方案",
        "沧岚省医保支付的通知",
    ],
)
def test_a_region_and_a_subject_lead_to_its_policies(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert [hit.entry.id for hit in hits] == ["policy-cross-province-2022"]
    assert hits[0].match == "exact"
    assert hits[0].verdict.remark.en.startswith("1 policy of Canglan Province on ")
    assert "“" not in hits[0].verdict.remark.zh.split("\n")[0]


@pytest.mark.parametrize(
    "query",
    [
        "Canglan Province users",
        "沧岚省用户规模",
        "Canglan Province Qinghe Health",
        "how many online prescriptions in Canglan Province",
        "Canglan Province weather",
    ],
)
def test_other_questions_with_a_region_are_not_answered_by_its_policies(
    sample_store: Store, query: str
) -> None:
    assert not any(
        "of Canglan Province" in hit.verdict.remark.en for hit in find(sample_store, query)
    )
