"""What is written about briefing.db is so: tables, columns, version, and the README's answers."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from itertools import pairwise
from typing import NamedTuple

import pytest

from tests.conftest import ROOT
from tui.compile.kinds import KINDS
from tui.database import SCHEMA_VERSION
from tui.store import Store

_README = (ROOT / "README.md").read_text("utf-8")
_TABLES = (ROOT / "tui" / "database" / "README.md").read_text("utf-8")
_SCHEMA = (ROOT / "tui" / "database" / "schema.sql").read_text("utf-8")
_SQL = "\n".join([_SCHEMA, *(kind.sql for kind in KINDS.values())])
_ASKED = re.compile(
    r'```sh\nsqlite3 "\$\(medbrief database\)" "\n(?P<sql>.*?)"\n```\n+```\n(?P<answer>.*?)```',
    re.S,
)
_DOCUMENTED = re.compile(r"^\| `(?P<name>\w+)` \| [^|]+ \| (?P<columns>.+) \|$", re.M)


class _Question(NamedTuple):
    sql: str
    answer: str


_QUESTIONS = [_Question(found["sql"], found["answer"]) for found in _ASKED.finditer(_README)]


def _file(store: Store) -> str:
    path = store.file()
    assert path
    return path


def test_the_readme_asks_three_questions() -> None:
    assert len(_QUESTIONS) == 3
    assert all(question.answer.strip() for question in _QUESTIONS)


@pytest.mark.parametrize("question", _QUESTIONS, ids=["1", "2", "3"])
def test_python_answers_as_the_readme_says(real_store: Store, question: _Question) -> None:
    with closing(sqlite3.connect(_file(real_store))) as database:
        rows = database.execute(question.sql).fetchall()
    assert "".join("|".join(map(str, row)) + "\n" for row in rows) == question.answer


@pytest.mark.skipif(not shutil.which("sqlite3"), reason="the program sqlite3 is not installed")
@pytest.mark.parametrize("question", _QUESTIONS, ids=["1", "2", "3"])
def test_sqlite3_answers_as_the_readme_says(real_store: Store, question: _Question) -> None:
    command = ["sqlite3", "-init", "/dev/null", _file(real_store), question.sql]
    done = subprocess.run(command, capture_output=True, check=True, timeout=30)
    assert done.stdout.decode() == question.answer


def test_the_readme_names_the_columns_that_there_are(database: sqlite3.Connection) -> None:
    documented = {
        found["name"]: re.findall(r"`(\w+)`", found["columns"])
        for found in _DOCUMENTED.finditer(_TABLES)
    }
    assert {
        "players",
        "policies",
        "statistics",
        "observations",
        "quotes",
        "timeline",
        "facets",
    } <= (set(documented))
    for name, columns in documented.items():
        there = [row[1] for row in database.execute(f"PRAGMA table_info({name})")]
        assert there == columns, name


def test_the_readme_names_the_version(database: sqlite3.Connection) -> None:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    assert version == SCHEMA_VERSION
    assert f"`PRAGMA user_version` is {version}" in _TABLES


def test_every_table_and_view_has_a_comment_above_its_declaration() -> None:
    lines = _SQL.splitlines()
    unexplained = [
        line
        for before, line in pairwise(lines)
        if re.match(r"CREATE (VIRTUAL )?(TABLE|VIEW)", line)
        and not before.startswith(("--", ")", "CREATE TABLE variants"))
    ]
    assert unexplained == []


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
