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


def test_a_year_that_is_certain_is_cited_as_an_estimate(store: Store) -> None:
    span = next(item for item in _all(store) if item.inferred and item.date_latest)
    within = span._replace(date="2022-04", date_latest="2022-06", url="", container=_NONE)
    entry = processed([csl(within)], GB_2015)[within.id]
    assert entry == f"{within.author.zh}. {within.title.zh}. [2022]."
    assert "(ca. 2022" in processed([csl(within)], "apa")[within.id]


@pytest.mark.parametrize("style", [GB_2015, "apa"])
@pytest.mark.parametrize("latest", ["", "2030-06"])
def test_a_range_is_not_printed_as_that_of_a_publication(
    store: Store, style: str, latest: str
) -> None:
    found = next(item for item in _all(store) if item.inferred and not item.date_latest)
    entry = processed([csl(found._replace(date_latest=latest))], style)[found.id]
    assert found.date[:4] not in entry
    assert "2030" not in entry
