"""The author, publisher, date and license of a source are those of its record."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store

_FORTNIGHTLY, _YEARBOOK = "Medical Fortnightly 2022", "Wangchuan 2024"


@pytest.mark.parametrize(
    ("query", "remark"),
    [
        ("who wrote the Medical Fortnightly article", f"{_FORTNIGHTLY}: by Zhou Lexing"),
        ("半月医讯的作者是谁", f"{_FORTNIGHTLY}: by Zhou Lexing"),
        ("author of Wangchuan Institute", None),
        ("望川研究院的报告谁写的", None),
        ("when was Medical Fortnightly published", f"{_FORTNIGHTLY}: Sep 15, 2022"),
        ("半月医讯发布时间", f"{_FORTNIGHTLY}: Sep 15, 2022"),
    ],
)
def test_one_source(sample_store: Store, query: str, remark: str | None) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.kind, hit.match) == ("source", "exact")
    produced = f"{_YEARBOOK}: no author is named; produced by Wangchuan Institute"
    assert hit.verdict.remark.en == (remark or produced)


@pytest.mark.parametrize(
    "query",
    ["can I reprint Medical Fortnightly", "半月医讯能转载吗", "license of Medical Fortnightly"],
)
def test_a_license_is_stated(sample_store: Store, query: str) -> None:
    remark = find(sample_store, query)[0].verdict.remark.en
    assert remark.startswith(f"{_FORTNIGHTLY}: Forbids reprint without permission")


@pytest.mark.parametrize("query", ["authors of the sources", "各来源作者", "资料作者是谁"])
def test_all_sources(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    lines = hits[0].verdict.remark.en.split("\n")
    assert len(lines) == len(hits) == 6
    assert f"{_FORTNIGHTLY}: by Zhou Lexing" in lines
    assert "Investor's notes: no author is named" in lines


@pytest.mark.parametrize(
    "query",
    [
        "what does Medical Fortnightly say about market size author",
        *("when was Changle Health published", "when was the emergency notice issued"),
        "半月医讯什么时候成立",
    ],
)
def test_other_questions_are_not_about_sources(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert not any(hit.verdict.remark.en.startswith(_FORTNIGHTLY) for hit in hits)


@pytest.mark.parametrize("query", ["number of sources", "来源数量"])
def test_sources_are_counted(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].verdict.remark.en == "this briefing has 6 sources"
