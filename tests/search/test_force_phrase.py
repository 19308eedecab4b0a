"""A word for a force directly before one for policies asks for those with it; a bare word for
regulators for those who issued policies."""

from __future__ import annotations

import pytest

from tui.search.find import find_all
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "force"),
    [
        ("鼓励政策", "encouraged"),
        ("扶持政策", "encouraged"),
        ("试点政策", "explored"),
        ("允许文件", "permitted"),
        ("supportive policies", "encouraged"),
    ],
)
def test_a_force_before_a_word_for_policies_lists_those_with_it(
    sample_store: Store, query: str, force: str
) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies", "--force", force)
    assert found.hits[0].match == "exact"


@pytest.mark.parametrize("query", ["regulators", "regulator", "监管机构", "监管部门"])
def test_bare_regulators_are_not_one_record(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    first, second = found.hits[0].verdict.remark.en.split("\n")
    assert first == "no record says who regulates it"
    assert "issued by: " in second
    assert {hit.entry.kind for hit in found.hits} == {"policy"}
