"""Questions for the source of one figure, and of all of them."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.search.name_match import section_named
from tui.store import Store

_SOURCES, _DISAGREEMENTS = "sources", "disagreements"


def _publishers(store: Store, answer: int) -> list[str]:
    rows = store.query(
        "SELECT DISTINCT s.short_en FROM evidence e JOIN sources s ON s.id = e.source "
        "WHERE e.answer = ? AND e.side = 0",
        (answer,),
    )
    return [short for (short,) in rows]


@pytest.mark.parametrize(
    ("query", "plain"),
    [
        ("source of consultation market", "consultation market"),
        ("consultation market source", "consultation market"),
        ("where does the consultation market figure come from", "consultation market"),
        ("线上问诊市场规模的数据来源", "线上问诊市场规模"),
        ("线上问诊市场规模出自哪里", "线上问诊市场规模"),
    ],
)
def test_the_source_of_a_figure_is_named_beside_it(
    sample_store: Store, query: str, plain: str
) -> None:
    hit, same = find(sample_store, query)[0], find(sample_store, plain)[0]
    assert hit.entry.fact == same.entry.fact
    names = _publishers(sample_store, hit.entry.number)
    assert names
    assert all(f"published by {name}" in hit.verdict.remark.en for name in names)


@pytest.mark.parametrize("query", ["sources of money", "where do patients come from"])
def test_where_other_things_come_from_is_no_question_for_documents(
    sample_store: Store, query: str
) -> None:
    assert not any("published by" in hit.verdict.remark.en for hit in find(sample_store, query))


@pytest.mark.parametrize(
    "query",
    [
        *("who publishes the data", "what is this based on", "what documents are these based on"),
        *("数据来源", "数据从哪来", "这些数据来自哪里", "数据是谁发布的"),
    ],
)
def test_where_all_figures_come_from_is_a_question_for_the_sources(
    sample_store: Store, query: str
) -> None:
    assert section_named(sample_store, query) == _SOURCES


@pytest.mark.parametrize(
    "query",
    [
        *("which figures are disputed", "what is disputed", "are there any conflicting figures"),
        *("哪些数据有争议", "有争议的数据", "有没有争议"),
    ],
)
def test_what_is_disputed_is_a_question_for_the_disagreements(
    sample_store: Store, query: str
) -> None:
    assert section_named(sample_store, query) == _DISAGREEMENTS
