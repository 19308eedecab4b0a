"""The SQL query in tui/database/README.md returns on the live content what is shown there."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from typing import NamedTuple

import pytest

from tests.conftest import ROOT
from tui.store import Store

_BLOCK = re.compile(
    r'```sh\nsqlite3 "\$\(medbrief database\)" "\n(?P<sql>.*?)"\n```\n+```\n(?P<answer>.*?)```',
    re.S,
)


class _Query(NamedTuple):
    sql: str
    answer: str


_QUERIES = [
    _Query(found["sql"], found["answer"])
    for found in _BLOCK.finditer((ROOT / "tui" / "database" / "README.md").read_text("utf-8"))
]


def _path(store: Store) -> str:
    path = store.file()
    assert path
    return path


def test_the_document_has_queries() -> None:
    assert _QUERIES
    assert all(query.answer.strip() for query in _QUERIES)


@pytest.mark.parametrize("query", _QUERIES, ids=range(len(_QUERIES)))
def test_python_returns_the_answer(real_store: Store, query: _Query) -> None:
    with closing(sqlite3.connect(_path(real_store))) as database:
        rows = database.execute(query.sql).fetchall()
    assert "".join("|".join(map(str, row)) + "\n" for row in rows) == query.answer


@pytest.mark.skipif(not shutil.which("sqlite3"), reason="the program sqlite3 is not installed")
@pytest.mark.parametrize("query", _QUERIES, ids=range(len(_QUERIES)))
def test_sqlite3_prints_the_answer(real_store: Store, query: _Query) -> None:
    command = ["sqlite3", "-init", "/dev/null", _path(real_store), query.sql]
    done = subprocess.run(command, capture_output=True, check=True, timeout=30)
    assert done.stdout.decode() == query.answer
