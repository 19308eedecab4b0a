"""The acceptance table of the search: queries and the expected first hit."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
import tomli
from pypinyin import Style, lazy_pinyin

from tui.search import find
from tui.store import Store

_TABLE: dict[str, dict[str, str]] = tomli.loads(
    Path(__file__).with_name("queries.toml").read_text("utf-8")
)
_WAYS = {
    "chinese", "traditional", "pinyin", "pinyin-spaced", "initials", "mixed", "english", "ticker",
    "number", "figure", "typo", "homophone", "words", "year", "intent", "kind", "other period",
    "toned", "numerals", "missing figure", "question", "synonym",
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
    assert (hits[0].match != "other_period") == (way != "other period")


def test_the_acceptance_table_covers_every_way_of_typing() -> None:
    assert set(_TABLE) == _WAYS
    assert min(map(len, _TABLE.values())) >= 6


def test_every_title_is_found_by_its_pinyin_with_tones(sample_store: Store) -> None:
    for section in sample_store.sections():
        for row in sample_store.rows(section.id, "zh"):
            title = re.sub(r"[^㐀-鿿]", "", row.title.zh)
            plain = "".join(lazy_pinyin(title, v_to_u=False))
            toned = "".join(lazy_pinyin(title, style=Style.TONE))
            first = [hit.entry.id for hit in find(sample_store, plain, 1)]
            assert [hit.entry.id for hit in find(sample_store, toned, 1)] == first, toned
            decomposed = unicodedata.normalize("NFD", toned)
            assert [hit.entry.id for hit in find(sample_store, decomposed, 1)] == first, toned
