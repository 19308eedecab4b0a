"""A change of the tables or columns requires another ``SCHEMA_VERSION``.

The golden file holds the version, and every table and view with its columns.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.golden import check_golden
from tui.database import SCHEMA_VERSION

_GOLDEN = Path(__file__).parent / "golden" / "schema.txt"
# "search_%" are the tables in which SQLite stores the full-text index.
_TABLES = r"""
    SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view')
    AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE 'search\_%' ESCAPE '\'
    ORDER BY name
"""


def _tables(database: sqlite3.Connection) -> str:
    lines = []
    for form, name in database.execute(_TABLES).fetchall():
        lines.append(f"\n{form} {name}\n")
        for _, column, declared, required, _, key in database.execute(f"PRAGMA table_info({name})"):
            words = [column]
            if form == "table":  # the types of a view depend on the version of SQLite
                words += [declared, "NOT NULL" * required, f"PRIMARY KEY {key}" * bool(key)]
            lines.append(f"    {' '.join(filter(None, words))}\n")
    return "".join(lines)


def _check(golden: Path, tables: str, version: int) -> None:
    """Compare with the golden file; it can only be rewritten with another version."""
    head, _, before = (golden.read_text("utf-8") if golden.exists() else "").partition("\n")
    if head == f"version {version}" and before != tables:
        pytest.fail(
            f"the tables of briefing.db changed, but SCHEMA_VERSION is still {version}: raise it "
            "in tui/database/__init__.py and tui/database/README.md, then run this test with "
            "MEDBRIEF_UPDATE_GOLDENS=1",
            pytrace=False,
        )
    check_golden(golden, f"version {version}\n{tables}")


def test_tables_change_only_with_the_schema_version(database: sqlite3.Connection) -> None:
    _check(_GOLDEN, _tables(database), SCHEMA_VERSION)


def test_changed_tables_with_the_old_version_are_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    golden = tmp_path / "schema.txt"
    monkeypatch.setenv("MEDBRIEF_UPDATE_GOLDENS", "1")
    _check(golden, "\ntable a\n    id TEXT\n", 1)
    with pytest.raises(pytest.fail.Exception, match="SCHEMA_VERSION is still 1"):
        _check(golden, "\ntable a\n    id INTEGER\n", 1)
    _check(golden, "\ntable a\n    id INTEGER\n", 2)
    assert golden.read_text("utf-8") == "version 2\n\ntable a\n    id INTEGER\n"
