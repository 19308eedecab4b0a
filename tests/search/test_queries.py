"""The acceptance table of the search: queries and the expected first hit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomli

from tui.search import find
from tui.store import Store

_TABLE: dict[str, dict[str, str]] = tomli.loads(
    Path(__file__).with_name("queries.toml").read_text("utf-8")
)
_WAYS = {
    "chinese", "traditional", "pinyin", "pinyin-spaced", "initials", "mixed", "english", "ticker",
    "number", "figure", "typo", "homophone", "words", "year", "intent", "kind", "other period",
}  # fmt: skip


@pytest.mark.parametrize(
    ("way", "query", "expected"),
    [(way, query, answer) for way, table in _TABLE.items() for query, answer in table.items()],
)
def test_the_expected_answer_comes_first(
    sample_store: Store, way: str, query: str, expected: str
) -> None:
    hits = find(sample_store, query, 5)
    assert hits, "nothing found"
    record = re.split("[.@#]", expected)[0]
    assert hits[0].entry.id == record
    if expected != record:
        assert hits[0].entry.fact == expected
    assert hits[0].in_period == (way != "other period")


def test_the_acceptance_table_covers_every_way_of_typing() -> None:
    assert set(_TABLE) == _WAYS
    assert min(map(len, _TABLE.values())) >= 6
