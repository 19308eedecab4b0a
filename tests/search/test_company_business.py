"""What a company does, and its main businesses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store

_CONCEPT = """
[[concepts]]
id = "main-business"
zh = ["主营业务", "主要业务"]
en = ["main business", "core business"]
"""
_OFFERING = """
[[offerings]]
id = "{id}"
name = {{ zh = "{zh}", en = "{en}" }}
kind = "service"
summary = {{ zh = "两项主营业务之一。", en = "One of two main businesses." }}
citations = [{{ source = "fortnightly-2022", exact = "目前有4,000万个SKU", gloss = "40 million" }}]
"""


@pytest.fixture
def store(sample_copy: Path, environment: Mapping[str, str]) -> Iterator[Store]:
    """The sample with a company that names two main businesses."""
    concepts = sample_copy / "concepts.toml"
    concepts.write_text(concepts.read_text("utf-8") + _CONCEPT, "utf-8")
    company = sample_copy / "players" / "changle-health.toml"
    text = company.read_text("utf-8")
    for id_, zh, en in (("retail", "药品零售", "Drug retail"), ("visits", "上门", "Home visits")):
        text += _OFFERING.format(id=id_, zh=zh, en=en)
    company.write_text(text, "utf-8")
    with open_store(str(sample_copy), environment) as opened:
        yield opened


@pytest.mark.parametrize(
    "query",
    [
        "Changle Health's main businesses",
        "main business of Changle Health",
        "what are Changle Health's core businesses",
        "长乐健康主要业务",
        "长乐健康的主营业务有哪些",
    ],
)
def test_the_main_businesses_of_a_company_are_named_together(store: Store, query: str) -> None:
    hits = find(store, query)
    assert [hit.entry.fact for hit in hits[:2]] == [
        "changle-health.retail",
        "changle-health.visits",
    ]
    assert hits[0].verdict.remark.en == "2 main businesses: Drug retail, Home visits"
    assert hits[0].match == "exact"
    assert (hits[2].entry.id, hits[2].entry.fact) == ("changle-health", "")


@pytest.mark.parametrize("query", ["Qinghe Health's main businesses", "青禾健康主要业务"])
def test_a_company_without_named_businesses_says_so(store: Store, query: str) -> None:
    hit = find(store, query)[0]
    assert (hit.entry.id, hit.entry.fact, hit.match) == ("qinghe-health", "", "other_measure")
    assert "not stated" in hit.verdict.remark.en


@pytest.mark.parametrize(
    "query", ["what does Qinghe Health do in online consultation", "青禾健康在线上问诊行业做什么"]
)
def test_what_a_company_does_in_the_industry_is_its_profile(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.entry.fact, hit.match) == ("qinghe-health", "", "exact")
