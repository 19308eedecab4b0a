"""``database``: the path of the compiled SQLite file or of a copy."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.command import Answer, Medbrief
from tests.conftest import SAMPLE
from tui.database import APPLICATION_ID, SCHEMA_VERSION

_COUNT = len(list((SAMPLE / "content" / "policies").iterdir()))


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


def test_the_path_of_the_compiled_briefing_is_printed(medbrief: Medbrief) -> None:
    assert _policies(_path(medbrief("database"))) == _COUNT


def test_the_briefing_is_compiled_first_if_needed(
    medbrief: Medbrief, sample_copy: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    answer = medbrief("database", "--content", str(sample_copy), XDG_CACHE_HOME=str(cache))
    assert cache in _path(answer).parents
    assert _policies(_path(answer)) == _COUNT


@pytest.mark.skipif(not shutil.which("sqlite3"), reason="the program sqlite3 is not installed")
def test_sqlite3_can_query_the_file(medbrief: Medbrief) -> None:
    answer = medbrief.in_shell(
        'sqlite3 "$(medbrief database)" "SELECT ticker FROM players WHERE id = \'qinghe-health\'"'
    )
    assert (answer.code, answer.text) == (0, "90917\n")


def test_a_copy_is_written_and_replaced(medbrief: Medbrief, tmp_path: Path) -> None:
    first = _path(medbrief("database", "copy.db", folder=tmp_path))
    assert first == tmp_path / "copy.db"
    assert _policies(first) == _COUNT
    assert _path(medbrief("database", "copy.db", folder=tmp_path)) == first
    assert [path.name for path in tmp_path.iterdir()] == ["copy.db"]


@pytest.mark.parametrize("there", ["notes", "another database", "empty file"])
def test_another_file_is_not_overwritten(medbrief: Medbrief, tmp_path: Path, there: str) -> None:
    target = tmp_path / "mine.db"
    target.write_text("my notes" if there == "notes" else "")
    if there == "another database":
        with closing(sqlite3.connect(target)) as database:
            database.execute("CREATE TABLE mine (x)")
    before = target.read_bytes()
    answer = medbrief("database", str(target))
    assert (answer.code, answer.stdout) == (2, b"")
    assert answer.message.splitlines()[1:] == ["try: medbrief database --help"]
    assert target.read_bytes() == before


def test_a_link_stays_one_and_its_target_is_written(medbrief: Medbrief, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to("copy.db")
    for _ in range(2):
        assert _path(medbrief("database", "link.db", folder=tmp_path)) == tmp_path / "link.db"
        assert (tmp_path / "link.db").is_symlink()
        assert _policies(tmp_path / "copy.db") == _COUNT


@pytest.mark.parametrize(
    "words", ["/dev/stdout | cat > copy.db", "/dev/fd/3 3> copy.db", "pipe & cat pipe > copy.db"]
)
def test_a_pipe_gets_the_database_and_nothing_else(
    medbrief: Medbrief, tmp_path: Path, words: str
) -> None:
    answer = medbrief.in_shell(f"cd {tmp_path}; mkfifo pipe; medbrief database {words}; wait")
    assert (answer.code, answer.stdout, answer.stderr) == (0, b"", b"")
    compiled = Path(medbrief("database").text.strip())
    assert (tmp_path / "copy.db").read_bytes() == compiled.read_bytes()


@pytest.mark.parametrize("where", ["missing/x.db", "."])
def test_a_path_that_cannot_be_written_is_an_output_error(
    medbrief: Medbrief, tmp_path: Path, where: str
) -> None:
    answer = medbrief("database", where, folder=tmp_path)
    assert (answer.code, answer.stdout) == (74, b"")
    assert len(answer.message.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_without_a_cache_only_a_copy_can_be_written(
    medbrief: Medbrief, sample_copy: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text(
        "not a folder"
    )  # no cache can be created there, not even by root
    changes = {"XDG_CACHE_HOME": str(tmp_path / "file")}
    answer = medbrief("database", "--content", str(sample_copy), **changes)
    assert (answer.code, answer.stdout) == (74, b"")
    (message,) = answer.message.splitlines()
    assert "medbrief database FILE" in message
    copy = medbrief("database", str(tmp_path / "copy.db"), "--content", str(sample_copy), **changes)
    assert _policies(_path(copy)) == _COUNT
