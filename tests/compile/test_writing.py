"""A compiled file is replaced as a whole or not at all, and the same content gives the same."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tui.compile import compile_briefing
from tui.load import Content, load_content


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return list(database.iterdump())


def test_the_same_content_gives_the_same_file(
    content: Content, compiled: Path, sample: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.db"
    compile_briefing(load_content(sample), again, "state")
    assert _dump(again) == _dump(compiled)


def test_missing_folders_are_made(content: Content, tmp_path: Path) -> None:
    compile_briefing(content, tmp_path / "a" / "b" / "briefing.db", "state")
    assert _dump(tmp_path / "a" / "b" / "briefing.db")


def test_who_has_the_old_file_open_reads_on_in_it(content: Content, tmp_path: Path) -> None:
    target = tmp_path / "briefing.db"
    compile_briefing(content, target, "old")
    state = "SELECT value FROM meta WHERE key = 'fingerprint'"
    with closing(sqlite3.connect(target)) as old:
        compile_briefing(content, target, "new")
        assert old.execute(state).fetchone() == ("old",)
    with closing(sqlite3.connect(target)) as new:
        assert new.execute(state).fetchone() == ("new",)


@pytest.mark.parametrize("before", [b"what stood there before", None])
def test_a_compilation_that_fails_leaves_what_stood_there(
    content: Content, tmp_path: Path, before: bytes | None
) -> None:
    target = tmp_path / "briefing.db"
    if before is not None:
        target.write_bytes(before)
    cited = [source for source in content.sources if source.id != "notes-undated"]
    half = content._replace(sources=tuple(cited))  # notes-undated is cited but missing
    with pytest.raises(Exception, match="notes-undated"):
        compile_briefing(half, target, "state")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([before] if before else [])


def test_where_nothing_can_be_written_it_says_so(content: Content, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises((OSError, sqlite3.Error)):
        compile_briefing(content, tmp_path / "file" / "briefing.db", "state")


_FOR_EVER = """
import sys
from pathlib import Path
from tui.compile import compile_briefing
from tui.load import load_content
content = load_content(Path(sys.argv[1]))
while True:
    compile_briefing(content, Path(sys.argv[2]), "state")
    print("written", flush=True)
"""


def test_a_reader_never_sees_half_a_file_nor_does_a_killed_writer_leave_one(
    compiled: Path, sample: Path, tmp_path: Path
) -> None:
    target, whole = tmp_path / "briefing.db", _dump(compiled)
    command = [sys.executable, "-c", _FOR_EVER, str(sample), str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        try:
            assert writer.stdout.readline() == b"written\n"
            for _ in range(3):
                assert _dump(target) == whole
                assert writer.stdout.readline() == b"written\n"
        finally:
            writer.kill()
    assert _dump(target) == whole


def test_it_tells_how_far_it_has_come(sample: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    content = load_content(sample)
    compile_briefing(content, tmp_path / "a.db", "state", lambda *counts: told.append(counts))
    total = told[-1][1]
    assert total > len(content.records)
    assert told == [(done, total) for done in range(1, total + 1)]
