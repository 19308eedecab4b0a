"""schema.sql and the README of the database describe briefing.db as it is."""

from __future__ import annotations

import re
import sqlite3
from itertools import pairwise

from tests.conftest import ROOT
from tui.compile.kinds import KINDS
from tui.database import SCHEMA_VERSION

_TABLES = (ROOT / "tui" / "database" / "README.md").read_text("utf-8")
_SCHEMA = (ROOT / "tui" / "database" / "schema.sql").read_text("utf-8")
_ANALYSIS = (ROOT / "tui" / "database" / "analysis.sql").read_text("utf-8")
_SQL = "\n".join([_SCHEMA, _ANALYSIS, *(kind.sql for kind in KINDS.values())])
_DOCUMENTED = re.compile(r"^\| `(?P<name>\w+)` \| [^|]+ \| (?P<columns>.+) \|$", re.M)


_COLUMN = re.compile(r"`(\w+)`(?: (REAL|INTEGER))?(\?)?( key)?(?: → (\w+))?(?:, |$)")
_FOR_ANALYSTS = (
    "facts companies policies statements terms gaps disagreements sources events citations texts"
)


def _documented() -> dict[str, list[tuple[str, ...]]]:
    tables = {}
    for found in _DOCUMENTED.finditer(_TABLES):
        columns = _COLUMN.findall(found["columns"])
        assert len(columns) == found["columns"].count(",") + 1, found["name"]
        tables[found["name"]] = columns
    return tables


def test_the_readme_lists_the_columns_of_each_table(database: sqlite3.Connection) -> None:
    documented = _documented()
    assert set(_FOR_ANALYSTS.split()) <= set(documented)
    for name, columns in documented.items():
        there = [row[1] for row in database.execute(f"PRAGMA table_info({name})")]
        assert there == [column for column, *_ in columns], name


def test_the_readme_gives_types_unknown_values_and_keys_of_tables(
    database: sqlite3.Connection,
) -> None:
    tables = {name for (name,) in database.execute("SELECT name FROM pragma_table_list "
                                                   "WHERE type = 'table'")}  # fmt: skip
    for name, columns in _documented().items():
        if name not in tables:
            continue
        keys = {row[3]: row[2] for row in database.execute(f"PRAGMA foreign_key_list({name})")}
        there = [
            (
                column,
                declared.replace("TEXT", ""),
                "" if required or primary else "?",
                " key" if primary else "",
                keys.get(column, ""),
            )
            for _, column, declared, required, _, primary in database.execute(
                f"PRAGMA table_info({name})"
            )
        ]
        assert columns == there, name


def test_the_readme_gives_types_and_unknown_values_of_views(database: sqlite3.Connection) -> None:
    names = {"text": "", "real": "REAL", "integer": "INTEGER"}
    for name, columns in _documented().items():
        for column, declared, unknown, *_ in columns:
            types = {
                row[0] for row in database.execute(f"SELECT DISTINCT typeof({column}) FROM {name}")
            }
            assert unknown or "null" not in types, (name, column)
            assert {names[each] for each in types - {"null"}} <= {declared}, (name, column)


def test_the_readme_states_the_version(database: sqlite3.Connection) -> None:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    assert version == SCHEMA_VERSION
    assert f"`PRAGMA user_version` is {version}" in _TABLES


def test_every_table_and_view_has_a_comment_above_its_declaration() -> None:
    lines = _SQL.splitlines()
    without_comment = [
        line
        for before, line in pairwise(lines)
        if re.match(r"CREATE (VIRTUAL )?(TABLE|VIEW)", line)
        and not before.startswith(("--", ")", "CREATE TABLE variants"))
    ]
    assert without_comment == []


def test_every_table_and_view_of_the_file_is_declared_and_has_rows(
    database: sqlite3.Connection,
) -> None:
    names = [
        name
        for (name,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') "
            "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'"
        )
    ]
    declared = re.findall(r"CREATE (?:TABLE|VIEW) (\w+)", _SQL)
    assert sorted(declared) == sorted(names)
    for name in names:
        assert database.execute(f"SELECT * FROM {name}").fetchone() is not None, name
