"""A question for what policies say on a subject lists them with each provision on it and its
force."""

from __future__ import annotations

import pytest

from tui.document.shared_labels import FORCE_WORDS
from tui.search import find, find_all
from tui.search.several.force_counts import forces_on_subjects
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


@pytest.mark.parametrize("query", ["insurance payment policies", "医保支付政策"])
def test_a_list_on_a_subject_has_the_forces_of_the_provisions_on_it(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query)
    tag = found.command[found.command.index("--tag") + 1]
    rows = sample_store.query(
        "SELECT p.id, force FROM provisions p JOIN provision_tags t "
        "ON t.id = p.id AND t.provision = p.number WHERE tag = ?",
        (tag,),
    )
    wanted: dict[str, set[str]] = {}
    for identity, force in rows:
        wanted.setdefault(identity, set()).add(FORCE_WORDS[force].en)
    assert wanted
    for identity, labels in wanted.items():
        shown = forces_on_subjects(sample_store, identity, [tag]).en
        assert set(shown.split(", ")) == labels


def test_a_term_with_by_in_it_is_one_topic_of_the_policies(sample_store: Store) -> None:
    hits = find(sample_store, "which documents say consultations are paid by insurance")
    assert {hit.entry.id for hit in hits} >= {"policy-payment-2021", "policy-price-2019"}
    assert "may be paid by insurance (permitted)" in hits[0].verdict.remark.en
    assert '"paid insurance"' not in hits[0].verdict.remark.en
