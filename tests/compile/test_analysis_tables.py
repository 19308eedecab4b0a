"""Tables for analysts: typed facts, keys, unknown values, and the questions of the README."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tui.export.formats import export
from tui.store import Store

_README = (ROOT / "tui" / "database" / "README.md").read_text("utf-8")
QUESTIONS = dict(re.findall(r"^([A-Z][^\n]+\?)\n\n```sql\n(.+?)```", _README, re.M | re.S))
_Rows = list[tuple[object, ...]]


def _rows(database: sqlite3.Connection, sql: str, *values: object) -> _Rows:
    return database.execute(sql, values).fetchall()


def _answer(database: sqlite3.Connection, words: str) -> _Rows:
    (sql,) = (sql for question, sql in QUESTIONS.items() if words in question)
    return _rows(database, sql)


def test_values_compare_as_numbers(database: sqlite3.Connection) -> None:
    exact = _rows(database, "SELECT exact_base_value FROM facts WHERE base_unit = 'CNY'")
    large = _rows(
        database, "SELECT count(*) FROM facts WHERE base_unit = 'CNY' AND base_value > 9e9"
    )
    assert large == [(sum(float(str(text)) > 9e9 for (text,) in exact if text),)]
    assert 0 < int(str(large[0][0])) < len(exact)


def test_sql_json_and_csv_call_a_base_unit_alike(
    database: sqlite3.Connection, sample_store: Store
) -> None:
    rows = _rows(database, "SELECT fact, base_value, base_unit FROM facts WHERE value IS NOT NULL")
    ids = sample_store.identities()
    answers = json.loads(export(sample_store, ids, "json", "en"))
    facts = [each["typed_fact"] for each in answers if each["typed_fact"]]
    values = {(each["fact"], each["base_value"], each["base_unit"]) for each in facts}
    assert set(rows) == {each for each in values if each[1] is not None}
    table = csv.DictReader(StringIO(export(sample_store, ids, "csv", "en").removeprefix("\ufeff")))
    lines = {(each["fact"], each["base_unit"]) for each in table if each["value"]}
    assert lines == {(fact, unit) for fact, _, unit in rows}
    assert {"CNY", "person", "%"} <= {unit for _, _, unit in rows}
    sides = "SELECT base_unit FROM disagreements UNION SELECT base_unit FROM events"
    assert set(_rows(database, f"{sides} EXCEPT SELECT base_unit FROM units")) == {(None,)}
    assert _rows(database, "SELECT * FROM units WHERE unit = '亿元'") == [
        ("亿元", "CNY", 1e8, "hundred million CNY")
    ]


def test_a_qualified_value_keeps_its_qualifier(database: sqlite3.Connection) -> None:
    sql = "SELECT value, qualifier, amount_en FROM facts WHERE fact = ?"
    assert _rows(database, sql, "qinghe-health.doctors@2023-06") == [
        (3000.0, "over", "over 3,000 doctors")
    ]
    assert _rows(database, sql, "qinghe-health.active-users@2023-06") == [
        (850.0, None, "8.5 million active users")
    ]
    kinds = _rows(database, "SELECT DISTINCT qualifier FROM facts ORDER BY 1")
    assert {kind for (kind,) in kinds} <= {
        *(None, "over", "at_least", "about", "order_of_magnitude", "nearly", "under"),
    }


def test_a_qualifier_agrees_with_the_printed_words(database: sqlite3.Connection) -> None:
    words = {"over": "超", "at_least": "至少", "about": "约", "nearly": "近"}
    found = _rows(database, "SELECT qualifier, amount_zh FROM facts WHERE amount_zh IS NOT NULL")
    assert {str(q) for q, _ in found if q} >= {"over", "nearly"}
    for qualifier, amount in found:
        assert str(amount).startswith(words.get(str(qualifier), "")), amount
        assert qualifier or not str(amount).startswith(tuple(words.values())), amount


def test_a_period_has_its_calendar_days(database: sqlite3.Connection) -> None:
    sql = "SELECT DISTINCT period_start, period_end FROM facts WHERE period = ?"
    assert _rows(database, sql, "2021") == [("2021-01-01", "2021-12-31")]
    assert _rows(database, sql, "2023-06") == [("2023-06-01", "2023-06-30")]
    assert _rows(database, sql, "2024-Q1") == [("2024-01-01", "2024-03-31")]
    assert _rows(
        database, "SELECT DISTINCT period_start, period_end FROM facts WHERE period IS NULL"
    ) == [(None, None)]


def test_one_of_competing_values_is_used(database: sqlite3.Connection) -> None:
    assert _rows(
        database,
        "SELECT base_value, used, disputed FROM facts "
        "WHERE id = 'consultation-market' AND period = '2022' AND form = 'observation' ORDER BY 1",
    ) == [(1e10, 1, 1), (1.3e10, 0, 1)]
    assert _rows(database, "SELECT count(*) FROM facts WHERE rank = 'deprecated' AND used") == [
        (0,)
    ]


def test_an_undated_source_has_no_date_of_publication(database: sqlite3.Connection) -> None:
    undated = _rows(
        database,
        "SELECT id, published, date_earliest, date_latest FROM sources WHERE published IS NULL",
    )
    assert "notes-undated" in {row[0] for row in undated}
    assert _rows(
        database,
        "SELECT count(*) FROM sources WHERE published <> date_earliest OR published <> date_latest",
    ) == [(0,)]
    assert "date" not in [row[1] for row in _rows(database, "PRAGMA table_info(sources)")]
    assert _rows(
        database, "SELECT count(*) FROM quotes WHERE source = 'notes-undated' AND published <> ''"
    ) == [(0,)]


def test_foreign_keys_hold_and_lead_to_primary_keys(database: sqlite3.Connection) -> None:
    assert _rows(database, "PRAGMA foreign_key_check") == []
    tables = _rows(database, "SELECT name FROM sqlite_master WHERE type = 'table'")
    links = 0
    for (name,) in tables:
        for key in _rows(database, f"PRAGMA foreign_key_list({name})"):
            target, column = key[2], key[4]
            links += 1
            primary = [row[1] for row in _rows(database, f"PRAGMA table_info({target})") if row[5]]
            assert primary == [column], (name, key)
    assert links > 20


def test_a_disagreement_has_a_row_per_side_with_its_source(database: sqlite3.Connection) -> None:
    sides = _rows(database, "SELECT count(*) FROM disagreements GROUP BY id")
    assert sides
    assert all(int(str(count)) > 1 for (count,) in sides)
    assert _rows(
        database, "SELECT count(*) FROM disagreements WHERE source IS NULL OR by_zh = ''"
    ) == [(0,)]
    records = _rows(database, "SELECT id FROM records WHERE kind = 'disagreement' ORDER BY id")
    assert _rows(database, "SELECT DISTINCT id FROM disagreements ORDER BY id") == records


def test_events_include_the_undated_ones(database: sqlite3.Connection) -> None:
    dated = _rows(database, "SELECT id, coalesce(fact, '') FROM events WHERE date IS NOT NULL")
    assert sorted(dated) == sorted(_rows(database, "SELECT id, fact FROM timeline"))  # type: ignore[type-var]
    undated = _rows(database, "SELECT type FROM events WHERE date IS NULL AND first_day IS NULL")
    assert {"policy", "founding"} <= {row[0] for row in undated}


@pytest.mark.parametrize("word", ["药", "医保", "互联网", "没有这个词"])
def test_words_of_any_length_are_found_in_texts(database: sqlite3.Connection, word: str) -> None:
    found = _rows(database, "SELECT id FROM texts WHERE text LIKE ?", f"%{word}%")
    titles = _rows(database, "SELECT id FROM records WHERE title_zh LIKE ?", f"%{word}%")
    assert set(titles) <= set(found)
    assert bool(found) == (word != "没有这个词")


def test_the_readme_answers_the_questions_of_analysts(database: sqlite3.Connection) -> None:
    assert len(QUESTIONS) >= 8
    for question, sql in QUESTIONS.items():
        assert _rows(database, sql), question


def test_disputed_figures_name_who_states_them(database: sqlite3.Connection) -> None:
    answer = _answer(database, "statements are disputed, by whom")
    sides = {row[2:6] for row in answer}
    assert ("2022: CNY 10 billion (reported)", 1e10, "CNY", 1) in sides
    assert ("2022: CNY 13 billion (forecast)", 1.3e10, "CNY", 0) in sides
    assert any(row[3] is None for row in answer)
    assert all(row[6] and row[8] for row in answer)


def test_the_figures_that_lost_have_a_reason(database: sqlite3.Connection) -> None:
    lost = _answer(database, "lost")
    assert lost
    assert all(row[3] for row in lost)


def test_statements_on_a_theme_are_those_tagged_with_it(database: sqlite3.Connection) -> None:
    answer = _answer(database, "on a theme")
    tagged = _rows(
        database,
        "SELECT id FROM facets WHERE facet = 'tag' AND value = 'insurance-payment' "
        "AND id IN (SELECT id FROM statements)",
    )
    assert len(answer) == len(tagged) > 0


def test_funding_rounds_have_amounts_and_investors(database: sqlite3.Connection) -> None:
    answer = _answer(database, "funding rounds")
    assert (
        "2020-06", "Qinghe Health raises its series B", "Series B", None, 200000000.0, "CNY",
        "Baize Capital (lead investor)",
    ) in answer  # fmt: skip
    assert any(row[3] == "nearly" for row in answer)
    assert any(row[4] is None for row in answer)


def test_pandas_reads_values_as_numbers(compiled: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    with closing(sqlite3.connect(f"file:{compiled}?mode=ro", uri=True)) as database:
        facts = pandas.read_sql("SELECT value, base_value, qualifier FROM facts", database)
    assert str(facts["value"].dtype) == str(facts["base_value"].dtype) == "float64"
    assert facts["base_value"].max() == 1.6e13
    assert facts["qualifier"].isna().any()


def test_sqlite_utils_finds_keys_and_links(compiled: Path) -> None:
    sqlite_utils = pytest.importorskip("sqlite_utils", reason="sqlite-utils is not installed")
    with closing(sqlite3.connect(f"file:{compiled}?mode=ro", uri=True)) as opened:
        database = sqlite_utils.Database(opened)
        assert database["companies"].pks == ["id"]
        links = {(key.column, key.other_table) for key in database["facts"].foreign_keys}
        assert links == {("id", "entries"), ("measure", "measures"), ("unit", "units")}
        assert database["facts"].columns_dict["base_value"] is float
