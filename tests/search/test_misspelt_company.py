"""A misspelt company beside a measure is corrected; another company's figure never answers for one
that the documents do not have."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store


@pytest.mark.parametrize(
    "query", ["Luz Health revenue", "Lux Healt revenue", "revenue of Luxx Health"]
)
def test_a_short_word_of_a_name_is_corrected(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    path = sample_copy / "players/xiaoman-health.toml"
    text = path.read_text("utf-8")
    assert "aliases = [" in text
    path.write_text(text.replace("aliases = [", 'aliases = ["Lux Health", ', 1), "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hit = find(store, query)[0]
    assert hit.entry.fact.startswith("xiaoman-health.revenue")
    assert hit.match in ("near", "exact")


@pytest.mark.parametrize(
    "query",
    ["Oscar Health revenue", "revenue of Zenith Health in 2022", "Zenith Health users"],
)
def test_no_figure_of_another_company_is_shown(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert not any(hit.entry.kind == "player" and hit.entry.value for hit in hits[:1])


@pytest.mark.parametrize("query", ["Changle Health revenue", "number of SKUs"])
def test_other_figures_of_companies_stay(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].entry.id == "changle-health"
