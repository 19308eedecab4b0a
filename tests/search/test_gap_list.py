"""Gaps about a subject, in whichever order, and all of them without one."""

from __future__ import annotations

import pytest

from tui.search.find import find_all
from tui.search.name_match import section_named
from tui.store import Store


@pytest.mark.parametrize("query", ["gaps about policies", "gaps on policies", "policy gaps"])
def test_gaps_about_policies_are_gaps(sample_store: Store, query: str) -> None:
    hits = find_all(sample_store, query).hits
    assert {hit.entry.kind for hit in hits} == {"gap"}


@pytest.mark.parametrize(
    "query",
    ["what is not covered", "open questions", "unanswered questions", "哪些问题没有答案"],
)
def test_questions_for_all_gaps_name_their_section(sample_store: Store, query: str) -> None:
    kind = sample_store.section(section_named(sample_store, query)).kind
    assert kind == "gap"
