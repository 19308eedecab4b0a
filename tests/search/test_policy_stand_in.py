"""Whether something is legal, or who regulates it, is answered with the policies on it and the
remark that no record says so."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store

_POLICIES = {"policy-cross-province-2022", "policy-payment-2021", "policy-price-2019"}


@pytest.mark.parametrize(
    "query",
    [
        "is insurance payment legal",
        "is insurance payment permitted",
        "医保支付合法吗",
        "医保支付是否合法",
        "医保支付违法吗",
    ],
)
def test_whether_something_is_legal(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert {hit.entry.id for hit in hits} == _POLICIES
    assert hits[0].match == "near"
    assert hits[0].verdict.remark.en.startswith("no record says whether it is legal\n3 policies")
    assert ": 1 permits, 1 states" in hits[0].verdict.remark.en


@pytest.mark.parametrize(
    "query",
    [
        "who regulates insurance payment",
        "which ministry supervises insurance payment",
        "谁监管医保支付",
        "医保支付监管谁负责",
        "医保支付的监管部门是哪个",
        "医保支付谁来管",
        "who is responsible for regulating insurance payment",
        "who is the regulator of insurance payment",
        "医保支付归谁管",
        "医保支付由哪个部门监管",
    ],
)
def test_who_regulates_something_names_those_who_issued_its_policies(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert {hit.entry.id for hit in hits} == _POLICIES
    remark = hits[0].verdict.remark.en
    assert remark.startswith("no record says who regulates it\n3 policies on insurance payment")
    assert "issued by: " in remark
    assert "City health bureau" in remark


@pytest.mark.parametrize(
    "query", ["is Qinghe Health legal", "青禾健康合法吗", "who regulates pandas"]
)
def test_policies_do_not_stand_in_for_a_company_or_what_they_do_not_name(
    sample_store: Store, query: str
) -> None:
    assert all("no record says" not in hit.verdict.remark.en for hit in find(sample_store, query))


@pytest.mark.parametrize(
    "query",
    [
        "are the rules on insurance payment still in force",
        "which policies on insurance payment have been repealed",
        "医保支付的政策仍然有效吗",
    ],
)
def test_whether_policies_are_still_in_force(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert {hit.entry.id for hit in hits} == _POLICIES
    assert hits[0].match == "near"
    assert hits[0].verdict.remark.en.startswith("no record says what is still in force\n3 policies")


def test_a_year_without_policies_in_force_says_so(sample_store: Store) -> None:
    remark = find(sample_store, "are the 2001 measures still in force")[0].verdict.remark.en
    assert "no policies in 2001" in remark


def test_binding_force_is_not_validity(sample_store: Store) -> None:
    remark = find(sample_store, "what binding force do the policies have in general")[0].verdict
    assert "still in force" not in remark.remark.en


@pytest.mark.parametrize("query", ["who is the regulator", "which ministry regulates", "由谁监管"])
def test_a_regulator_of_nothing_named_is_that_of_the_industry(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert hits[0].verdict.remark.en.startswith("no record says who regulates it\n")
    assert {hit.entry.kind for hit in hits} == {"policy"}
