"""A figure is exact only if it measures what the question names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store

_STARTUP = """
[[concepts]]
id = "startup"
zh = ["初创公司"]
en = ["startup"]
"""
_ALIASES, _MORE = 'aliases = ["融资额"]', 'aliases = ["融资额", "初创公司融资", "startup funding"]'


@pytest.fixture
def content(sample_copy: Path) -> Path:
    """The sample with another name of financing that says whom it goes to."""
    concepts = sample_copy / "concepts.toml"
    concepts.write_text(concepts.read_text("utf-8") + _STARTUP, "utf-8")
    statistic = sample_copy / "statistics" / "financing-amount.toml"
    text = statistic.read_text("utf-8")
    assert _ALIASES in text
    statistic.write_text(text.replace(_ALIASES, _MORE), "utf-8")
    return sample_copy


@pytest.mark.parametrize("query", ["startups", "number of startups", "初创公司数量", "初创公司"])
def test_a_word_of_another_name_is_not_what_is_measured(
    content: Path, environment: Mapping[str, str], query: str
) -> None:
    with open_store(str(content), environment) as store:
        hits = find(store, query)
    assert all(hit.match != "exact" for hit in hits if hit.entry.value)


@pytest.mark.parametrize("query", ["startup funding", "初创公司融资", "融资额", "financing amount"])
def test_another_name_as_a_whole_is(
    content: Path, environment: Mapping[str, str], query: str
) -> None:
    with open_store(str(content), environment) as store:
        hit = find(store, query)[0]
    assert (hit.entry.id, hit.match) == ("financing-amount", "exact")


@pytest.mark.parametrize(("word", "is_corrected"), [("coct", False), ("SKUS", True)])
def test_four_letters_are_corrected_to_terms_only(
    sample_store: Store, word: str, is_corrected: bool
) -> None:
    assert bool(find(sample_store, word)) == is_corrected


def test_initials_within_a_name_find_nothing(sample_store: Store) -> None:
    assert find(sample_store, "cljk")[0].entry.id == "changle-health"
    assert not find(sample_store, "ljk")
