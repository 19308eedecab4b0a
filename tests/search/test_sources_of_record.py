"""Which sources mention a company: those that its page cites; and the relation of two companies."""

from __future__ import annotations

import pytest

from tui.search import find, find_all
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        *("which sources mention Changle Group", "sources about Changle Group"),
        *("哪些来源提到长乐集团", "哪份资料写了长乐集团", "提到长乐集团的资料"),
    ],
)
def test_the_sources_that_a_page_cites(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert [hit.entry.id for hit in found.hits] == [
        "column-2024",
        "fortnightly-2022",
        "changle-group",
    ]
    remark = found.hits[0].verdict.remark.en
    assert remark.startswith("sources cited on the page of Changle Group: ")
    assert found.command == ("show", "changle-group")


@pytest.mark.parametrize(
    ("query", "last"),
    [
        ("does Medical Fortnightly mention Changle Health", "is among them"),
        ("半月医讯提到长乐健康吗", "is among them"),
        ("does Wangchuan Institute mention Baize Capital", "the page does not cite it"),
    ],
)
def test_whether_one_source_is_cited(sample_store: Store, query: str, last: str) -> None:
    lines = find(sample_store, query)[0].verdict.remark.en.split("\n")
    assert lines[-1].endswith(last)


@pytest.mark.parametrize(
    ("query", "remark"),
    [
        ("长乐健康和长乐集团什么关系", "Changle Group is the parent of Changle Health"),
        (
            "how is Changle Group related to Changle Health",
            "Changle Health is part of Changle Group",
        ),
        (
            "relationship between Baize Capital and Zhuxi Software",
            "no page states a relation between Baize Capital and Zhuxi Software",
        ),
    ],
)
def test_the_relation_of_two_companies(sample_store: Store, query: str, remark: str) -> None:
    assert find(sample_store, query)[0].verdict.remark.en == remark


@pytest.mark.parametrize(
    "query", ["undated sources", "没有日期的来源", "which sources are undated"]
)
def test_sources_without_a_date(sample_store: Store, query: str) -> None:
    assert {hit.entry.id for hit in find(sample_store, query)} == {"column-2024", "notes-undated"}
