"""Short questions for policies: what was issued in a year, which rules there are on a subject,
which ministries are involved, stricter or looser."""

from __future__ import annotations

import pytest

from tui.search.find import find_all
from tui.store import Store


@pytest.mark.parametrize("query", ["2021年出台了什么", "2021年印发了哪些"])
def test_what_was_issued_in_a_year_are_its_policies(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command[:1] == ("policies",)
    assert found.hits[0].verdict.remark.en.startswith("2 policies in 2021")


@pytest.mark.parametrize("query", ["医保支付有什么规定", "医保支付有哪些规定"])
def test_the_rules_on_a_subject_are_its_provisions(sample_store: Store, query: str) -> None:
    remark = find_all(sample_store, query).hits[0].verdict.remark
    assert "线上复诊由医保支付（一般表述）" in remark.zh


@pytest.mark.parametrize(
    "query",
    ["which ministries are involved", "涉及哪些部门", "哪些部委参与"],
)
def test_ministries_involved_are_those_that_issued_policies(
    sample_store: Store, query: str
) -> None:
    assert find_all(sample_store, query).hits[0].entry.id == "national-agency"


@pytest.mark.parametrize("query", ["政策趋严还是趋松", "are the policies drone or robot policies"])
def test_one_of_two_is_no_subject_without_policies(sample_store: Store, query: str) -> None:
    hits = find_all(sample_store, query).hits
    assert not any("subjects of all" in hit.verdict.remark.en for hit in hits)
