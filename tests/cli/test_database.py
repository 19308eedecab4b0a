"""``database``: the path of a file that SQLite reads, or of a copy, or why there is none."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.command import Answer, Medbrief
from tui.database import APPLICATION_ID, SCHEMA_VERSION


def _policies(path: Path) -> int:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert database.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = database.execute("SELECT count(*) FROM policies").fetchone()
        return int(found[0])


def _path(answer: Answer) -> Path:
    assert (answer.code, answer.message) == (0, "")
    (line,) = answer.lines
    path = Path(line)
    assert path.is_absolute()
    return path


def test_the_path_is_that_of_the_compiled_briefing(medbrief: Medbrief) -> None:
    assert _policies(_path(medbrief("database"))) == 18


def test_it_is_compiled_where_it_was_not(medbrief: Medbrief, copy: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    answer = medbrief("database", "--content", str(copy), XDG_CACHE_HOME=str(cache))
    assert cache in _path(answer).parents
    assert _policies(_path(answer)) == 1


@pytest.mark.skipif(not shutil.which("sqlite3"), reason="the program sqlite3 is not installed")
def test_a_shell_can_ask_it(medbrief: Medbrief) -> None:
    answer = medbrief.in_shell(
        'sqlite3 "$(medbrief database)" "SELECT ticker FROM players WHERE id = \'jd-health\'"'
    )
    assert (answer.code, answer.text) == (0, "06618\n")


def test_a_copy_is_written_and_replaced(medbrief: Medbrief, tmp_path: Path) -> None:
    first = _path(medbrief("database", "kept.db", folder=tmp_path))
    assert first == tmp_path / "kept.db"
    assert _policies(first) == 18
    assert _path(medbrief("database", "kept.db", folder=tmp_path)) == first
    assert [path.name for path in tmp_path.iterdir()] == ["kept.db"]


@pytest.mark.parametrize("there", ["notes", "another database", "empty file"])
def test_what_is_not_ours_is_left_alone(medbrief: Medbrief, tmp_path: Path, there: str) -> None:
    target = tmp_path / "mine.db"
    target.write_text("my notes" if there == "notes" else "")
    if there == "another database":
        with closing(sqlite3.connect(target)) as database:
            database.execute("CREATE TABLE mine (x)")
    before = target.read_bytes()
    answer = medbrief("database", str(target))
    assert (answer.code, answer.stdout) == (2, b"")
    assert len(answer.message.splitlines()) == 1
    assert target.read_bytes() == before


@pytest.mark.parametrize("where", ["missing/x.db", "."])
def test_a_place_that_cannot_be_written_is_said_in_one_line(
    medbrief: Medbrief, tmp_path: Path, where: str
) -> None:
    answer = medbrief("database", where, folder=tmp_path)
    assert (answer.code, answer.stdout) == (74, b"")
    assert len(answer.message.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_without_a_cache_it_says_what_to_do_and_a_copy_still_works(
    medbrief: Medbrief, copy: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")  # in the way of the cache, for root as well
    changes = {"XDG_CACHE_HOME": str(tmp_path / "file")}
    answer = medbrief("database", "--content", str(copy), **changes)
    assert (answer.code, answer.stdout) == (74, b"")
    (said,) = answer.message.splitlines()
    assert "medbrief database FILE" in said
    kept = medbrief("database", str(tmp_path / "kept.db"), "--content", str(copy), **changes)
    assert _policies(_path(kept)) == 1
