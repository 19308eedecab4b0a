"""A misspelt subject with a word for policies lists the policies on it, with the correction."""

from __future__ import annotations

import pytest

from tui.search.find import find_all
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    ["insurnace payment policies", "insurence payment rules", "policies on insurnace payment"],
)
def test_the_policies_on_the_subject_are_listed(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies", "--tag", "insurance-payment")
    first, last = found.hits[0].verdict.remark.en.split("\n")
    assert first.endswith("on insurance payment")
    assert last.startswith("nearest spelling taken for")


@pytest.mark.parametrize("query", ["presciption policies", "policies on presciptions"])
def test_the_policies_that_mention_a_term_are_listed(sample_store: Store, query: str) -> None:
    rightly = find_all(sample_store, query.replace("presc", "prescr"))
    found = find_all(sample_store, query)
    assert [hit.entry.id for hit in found.hits] == [hit.entry.id for hit in rightly.hits]


@pytest.mark.parametrize("query", ["insurnace payment gaps", "insurnace payment companies"])
def test_records_of_other_kinds_are_no_list(sample_store: Store, query: str) -> None:
    assert find_all(sample_store, query).command[:1] != ("policies",)


@pytest.mark.parametrize("query", ["health regulator", "industry regulators", "行业主管部门"])
def test_the_regulator_of_it_all_is_said_to_be_unknown(sample_store: Store, query: str) -> None:
    hit = find_all(sample_store, query).hits[0]
    assert hit.entry.kind == "policy"
    assert hit.verdict.remark.en.startswith("no record says who regulates it\n")
