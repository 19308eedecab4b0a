"""Search in thousands of records, where most words are common, finds the same as in few."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from tests.benchmarks.data.synthetic_database import write_database
from tests.benchmarks.data.synthetic_records import SyntheticRecord
from tui.question.index_lookup import (
    COMMON,
    all_tokens_expression,
    matching_positions,
    positions_of_token,
)
from tui.search import find_facts
from tui.store import IndexedRecord, Store
from tui.text.fold import FULL_NAME_MARK

pytestmark = pytest.mark.slow

_RECORDS = 3000
_COMMON = SyntheticRecord(f"term-{_RECORDS}", "term", "医院", "Hospital", ("yy",), "看病的地方")
"""Its name is a word in the names of hundreds of more important records."""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("many") / "synthetic.db"
    write_database(path, _RECORDS, [_COMMON])
    database = sqlite3.connect(path)
    with Store(database, lambda: database) as store:
        yield store


@pytest.fixture(scope="module")
def some(many: Store) -> list[IndexedRecord]:
    """Return records of all ranks."""
    return many.indexed_records(random.Random(3).sample(range(_RECORDS), 60))


def _ids(store: Store, query: str, limit: int = 5) -> list[str]:
    return [found.fact.id for found in find_facts(store, query, limit)]


def test_the_words_of_names_are_common_tokens(many: Store) -> None:
    assert len(positions_of_token(many, "医院")) > COMMON
    assert len(positions_of_token(many, "互联")) > COMMON


def test_a_record_is_found_by_its_titles_and_names(many: Store, some: list[IndexedRecord]) -> None:
    for record in some:
        for name in {*record.titles.split("\n"), *record.names.split("\n")}:
            assert record.id in _ids(many, name), name


@pytest.mark.parametrize("query", ["医院", "Hospital", "yiyuan", "yi yuan"])
def test_an_exact_name_comes_first(many: Store, query: str) -> None:
    assert _ids(many, query)[0] == _COMMON.id


def test_a_record_is_found_by_its_pinyin(many: Store, some: list[IndexedRecord]) -> None:
    for record in some:
        pinyin = [line[1:] for line in record.pinyin.split("\n") if line.startswith(FULL_NAME_MARK)]
        assert record.id in _ids(many, pinyin[0]), pinyin[0]


def _misspelled(title: str) -> str:
    """Return the title with two letters in the middle swapped."""
    at = len(title) // 2
    return title[: at - 1] + title[at] + title[at - 1] + title[at + 1 :]


def test_most_records_are_found_by_a_misspelled_title(
    many: Store, some: list[IndexedRecord]
) -> None:
    for script in (0, 1):
        titles = {record.id: record.titles.split("\n")[script] for record in some}
        wrong = {identity: _misspelled(title) for identity, title in titles.items()}
        found = [identity for identity, title in wrong.items() if identity in _ids(many, title)]
        assert len(found) >= 0.8 * len(wrong), set(wrong) - set(found)


def test_a_high_limit_is_reached(many: Store) -> None:
    assert len(set(_ids(many, "医院", 300))) == 300


def test_no_search_scans_a_table(
    many: Store, some: list[IndexedRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = many.query
    statements: dict[str, Sequence[object]] = {}

    def query(sql: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        statements[sql] = values
        return read(sql, values)

    monkeypatch.setattr(many, "query", query)
    for record in some:
        title = record.titles.split("\n")[0]
        for text in (title, _misspelled(title), f"{title[:6]} 1999", f"{title}多少", "12.5"):
            find_facts(many, text, 5)
    assert any("missing_figures" in sql for sql in statements)
    for sql, values in statements.items():
        for *_, step in read(f"EXPLAIN QUERY PLAN {sql}", values):
            _, _, table = step.partition("SCAN ")
            is_typed = table == "typed" or table.endswith(("CONSTANT ROW", "CONSTANT ROWS"))
            assert is_typed or table.split(" ")[0] in ("", "kinds", "search"), (sql, step)


@pytest.mark.parametrize("token", ["医院", "互联", "hulian*", "nothing*"])
def test_cached_index_results_equal_the_index(many: Store, token: str) -> None:
    rows = many.query(
        "SELECT rowid FROM search WHERE search MATCH ?", (all_tokens_expression([token]),)
    )
    all_of_them = sorted(row[0] for row in rows)
    for most in (7, 500, 3, 40, 10**6, 41):
        assert matching_positions(many, all_tokens_expression([token]), most) == all_of_them[:most]
