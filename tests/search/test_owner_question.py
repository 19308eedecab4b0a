"""The owner of a company is its parent, or no record says who it is."""

from __future__ import annotations

import pytest

from tui.question.reader import read_question
from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    ["who owns Changle Health", "parent company of Changle Health", "who is behind 长乐健康"],
)
def test_the_parent_of_a_company_comes_first(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert [hit.entry.id for hit in hits] == ["changle-group", "changle-health"]
    assert "no record gives shareholdings" in hits[0].verdict.remark.en


def test_without_a_parent_the_remark_says_so(sample_store: Store) -> None:
    hits = find(sample_store, "who owns Xiaoman Health")
    assert hits[0].entry.id == "xiaoman-health"
    assert hits[0].match == "other_measure"
    assert hits[0].verdict.remark.en.startswith("no record says who owns ")


def test_a_question_of_no_company_is_not_about_an_owner(sample_store: Store) -> None:
    assert all(
        "no record says who owns" not in hit.verdict.remark.en
        for hit in find(sample_store, "who owns the night market")
    )


def test_of_several_companies_with_the_name_the_most_important_one_is_meant(
    sample_store: Store,
) -> None:
    positions = read_question(sample_store, "cljk").parts[0].names
    named = [record.id for record in sample_store.indexed_records(positions)]
    assert named[:2] == ["changle-health", "chunlai-health"]  # both have these initials
    assert find(sample_store, "who owns cljk")[1].entry.id == "changle-health"
