"""The product's references are those that a citation processor makes of its CSL-JSON."""

from __future__ import annotations

import pytest

from tests.export.citation_processor import GB_2015, assert_agreement, processed
from tui.export.references.csl import csl
from tui.store import Store
from tui.store.bibliography import Reference, references
from tui.text.language import Wording

_NONE = Wording("", "")


def _all(store: Store) -> list[Reference]:
    return references(store, [entry.id for entry in store.entries("source")])


def _variants(store: Store) -> list[Reference]:
    """The sources as they are, as if each were of another type, and as if they had no address."""
    found = _all(store)
    kinds = ("webpage", "report", "dataset", "article-magazine", "post-weblog")
    others = [item._replace(id=f"{item.id}-{kind}", type=kind) for item in found for kind in kinds]
    offline = [item._replace(id=f"{item.id}-offline", url="") for item in found]
    accessed = [
        item._replace(id=f"{item.id}-accessed", accessed="2026-01-02")
        for item in (*found, *others)
        if item.url
    ]
    return [*found, *others, *offline, *accessed]


def test_dated_sources_are_cited_alike(store: Store) -> None:
    assert_agreement(_variants(store))


def test_undated_sources_are_cited_with_their_range(store: Store) -> None:
    span = next(item for item in _all(store) if item.inferred and item.date_latest)
    years = span._replace(date="2022-04", date_latest="2024-06", url="", container=_NONE)
    entry = processed([csl(years)], GB_2015)[years.id]
    assert entry == f"{years.author.zh}. {years.title.zh}. [2022–2024]."
    assert "(ca. 2022–2024" in processed([csl(years)], "apa")[years.id]


@pytest.mark.parametrize("style", [GB_2015, "apa"])
def test_an_open_range_stays_open(store: Store, style: str) -> None:
    open_range = next(item for item in _all(store) if item.inferred and not item.date_latest)
    assert f"{open_range.date}/.." in processed([csl(open_range)], style)[open_range.id]
