"""The table of queries: what a person types, and what must come first."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli

from tui.search import find
from tui.store import Store, open_store

_TABLE = Path(__file__).with_name("queries.toml")
_QUERIES: list[dict[str, Any]] = tomli.loads(_TABLE.read_text("utf-8"))["query"]
_WAYS = {
    "chinese",
    "traditional",
    "pinyin",
    "pinyin-spaced",
    "initials",
    "mixed",
    "english",
    "ticker",
    "number",
    "figure",
    "typo",
    "homophone",
    "words",
    "year",
    "intent",
    "other period",
    "kind",
}


@pytest.fixture(scope="module")
def briefing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    cache = tmp_path_factory.mktemp("cache")
    with open_store(None, {**os.environ, "XDG_CACHE_HOME": str(cache)}) as store:
        yield store


@pytest.mark.parametrize("query", _QUERIES, ids=lambda query: f"{query['way']}: {query['ask']}")
def test_what_a_person_types_finds_what_they_mean(query: dict[str, Any], briefing: Store) -> None:
    hits = find(briefing, query["ask"], 5)
    assert hits, "nothing found"
    first = hits[0].entry
    assert first.id == query["id"]
    if "fact" in query:
        assert first.fact == query["fact"]


def test_the_table_covers_every_way_of_writing() -> None:
    ways = [query["way"] for query in _QUERIES]
    assert set(ways) == _WAYS
    assert min(ways.count(way) for way in _WAYS) >= 6
