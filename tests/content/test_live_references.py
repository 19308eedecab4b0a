"""The sources of the live briefing are cited as a citation processor cites them."""

from __future__ import annotations

from tests.export.citation_processor import assert_agreement
from tui.store import Store
from tui.store.bibliography import references


def test_a_citation_processor_agrees_on_every_dated_source(real_store: Store) -> None:
    identities = [entry.id for entry in real_store.entries("source")]
    assert_agreement(references(real_store, identities))
