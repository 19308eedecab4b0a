"""The partners of a company are those that its page lists; what is not known of it is said with the
company, not with an unrelated figure."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find, find_all
from tui.store import Store, open_store

_PARTNER = """
[[relations]]
type = "partner"
player = "xingyuan-hospital"
citations = [{ source = "column-2024", exact = "同年10月，长风基金又投了春来健康", gloss = "x" }]
"""


@pytest.mark.parametrize(
    "query",
    [
        *("Chunlai Health partners", "who are Chunlai Health's partners", "春来健康的合作方有哪些"),
        *("who does Chunlai Health work with", "春来健康合作伙伴", "春来健康和谁合作"),
    ],
)
def test_partners_are_those_of_the_page(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    with (sample_copy / "players/chunlai-health.toml").open("a", encoding="utf-8") as file:
        file.write(_PARTNER)
    with open_store(str(sample_copy), environment) as store:
        hits = find(store, query)
    assert [hit.entry.id for hit in hits] == ["xingyuan-hospital", "chunlai-health"]
    assert hits[0].verdict.remark.en.startswith("partners on the page of Chunlai Health")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("Chunlai Health partners", "“partners”"),
        ("who is the CEO of Chunlai Health", "“CEO”"),
        ("Chunlai Health's headquarters", "“headquarters”"),
        ("who competes with Chunlai Health", "competitors"),
        ("春来健康官网", "“官网”"),
        ("春来健康的竞争对手是谁", "“竞争对手”"),
        ("春来健康董事长", "“董事长”"),
    ],
)
def test_what_is_not_known_of_a_company_is_said(
    sample_store: Store, query: str, words: str
) -> None:
    found = find_all(sample_store, query)
    first = found.hits[0]
    assert (first.entry.id, first.entry.value, first.match) == (
        "chunlai-health",
        "",
        "other_measure",
    )
    assert first.verdict.remark.en.startswith(
        f"the documents give no {words} of Chunlai Health; showing the company"
    )
    assert found.command == ("show", "chunlai-health")


@pytest.mark.parametrize("query", ["where is Chunlai Health based", "春来健康在哪里"])
def test_no_location_is_denied_that_the_profile_may_name(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.entry.value) == ("chunlai-health", "")
    assert hit.verdict.remark.en.startswith("no entry of its own gives the location")


@pytest.mark.parametrize("query", ["Changle Health suppliers of doctors", "partners of clinics"])
def test_other_questions_are_not_about_relations(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert not any("showing the company" in hit.verdict.remark.en for hit in hits)


@pytest.mark.parametrize(
    "query",
    ["Chunlai Health overview", "background of Chunlai Health", "介绍一下春来健康", "春来健康概况"],
)
def test_an_overview_is_the_company_as_a_whole(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.entry.value, hit.match) == ("chunlai-health", "", "exact")
