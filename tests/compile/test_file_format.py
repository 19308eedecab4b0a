"""briefing.db is an ordinary SQLite file that other programs can read."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tui.database import APPLICATION_ID, SCHEMA_VERSION


def _rows(database: sqlite3.Connection, sql: str) -> list[tuple[object, ...]]:
    return database.execute(sql).fetchall()


def test_the_file_is_valid_and_has_version_and_application_id(database: sqlite3.Connection) -> None:
    assert _rows(database, "PRAGMA integrity_check") == [("ok",)]
    assert _rows(database, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert _rows(database, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert APPLICATION_ID.to_bytes(4, "big") == b"medb"


def test_the_file_needs_no_other_file(compiled: Path, database: sqlite3.Connection) -> None:
    assert _rows(database, "PRAGMA journal_mode") != [("wal",)]
    assert [path.name for path in compiled.parent.iterdir()] == [compiled.name]


def test_meta_identifies_the_briefing(database: sqlite3.Connection) -> None:
    meta = dict(database.execute("SELECT key, value FROM meta"))
    assert meta["title_zh"] == "线上问诊样本简报"
    assert (meta["edition"], meta["as_of"], meta["fingerprint"]) == ("样1", "2024-04", "state")


@pytest.mark.parametrize("name", ["players", "policies", "observations", "quotes"])
def test_documented_tables_and_views_have_ids_and_rows(
    database: sqlite3.Connection, name: str
) -> None:
    cursor = database.execute(f"SELECT * FROM {name}")
    names = [column[0] for column in cursor.description]
    assert "id" in names
    assert cursor.fetchone() is not None


def test_players_and_policies_are_in_order_of_importance(database: sqlite3.Connection) -> None:
    assert _rows(database, "SELECT title_zh FROM players LIMIT 3") == [
        ("青禾健康",),
        ("白泽资本",),
        ("沧岚省卫生厅",),
    ]
    assert _rows(database, "SELECT id, issued FROM policies LIMIT 3") == [
        ("policy-canglan-measures", "2022-01"),
        ("policy-county-subsidy", None),
        ("policy-cross-province-2022", "2022-11"),
    ]


def test_observations_are_numbers_in_their_units(
    database: sqlite3.Connection,
) -> None:
    rows = _rows(
        database,
        "SELECT period, value, typeof(value), unit, status, rank FROM observations "
        "WHERE id = 'consultation-market' AND fact LIKE '%@%' ORDER BY period, value",
    )
    assert rows == [
        ("2021", 80, "real", "亿元", "reported", "normal"),
        ("2022", 100, "real", "亿元", "reported", "preferred"),
        ("2022", 130, "real", "亿元", "forecast", "normal"),
        ("2025", 200, "real", "亿元", "forecast", "normal"),
    ]
