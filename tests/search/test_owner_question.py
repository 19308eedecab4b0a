"""The owner of a company is its parent, what it owns are the companies of which it is the parent;
where no record says so, the remark does."""

from __future__ import annotations

import pytest

from tui.question.reader import read_question
from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        *("who owns Changle Health", "parent company of Changle Health", "who is behind 长乐健康"),
        *("Changle Health parent company", "长乐健康的母公司是谁", "长乐健康归谁所有"),
        *("谁控股长乐健康", "长乐健康属于哪个集团", "长乐健康的股东"),
    ],
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


@pytest.mark.parametrize(
    "query",
    [
        *("subsidiaries of Changle Health", "Changle Health's subsidiaries"),
        *("which companies does Changle Health own", "长乐健康的子公司", "长乐健康旗下有哪些公司"),
    ],
)
def test_what_a_company_owns_comes_first(sample_store: Store, query: str) -> None:
    first, second = find(sample_store, query)[:2]
    assert (first.entry.id, first.match) == ("changle-pharmacy", "exact")
    assert second.entry.id == "changle-health"
    assert first.verdict.remark.en.startswith("the documents name as part of Changle Health: ")


@pytest.mark.parametrize("query", ["subsidiaries of Xiaoman Health", "小满健康的子公司"])
def test_without_a_subsidiary_the_remark_says_so(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == ("xiaoman-health", "other_measure")
    assert hit.verdict.remark.en.startswith("no record names a subsidiary of ")


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
