"""The compiled file is replaced in one step, and equal content gives equal bytes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tui.compile import compile_briefing
from tui.load import Content

pytestmark = pytest.mark.slow


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return list(database.iterdump())


_COMPILE = """
import sys
from pathlib import Path
from tui.compile import compile_briefing
from tui.load import load_content
compile_briefing(load_content(Path(sys.argv[1])), Path(sys.argv[2]), "state")
"""


def test_equal_content_gives_equal_bytes_whatever_the_hash_seed(
    sample: Path, tmp_path: Path
) -> None:
    files = []
    for seed in ("1", "2"):
        files.append(tmp_path / f"{seed}.db")
        subprocess.run(
            [sys.executable, "-c", _COMPILE, str(sample), str(files[-1])],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
        )
    assert files[0].read_bytes() == files[1].read_bytes()


def test_missing_folders_are_created(content: Content, tmp_path: Path) -> None:
    compile_briefing(content, tmp_path / "a" / "b" / "briefing.db", "state")
    assert _dump(tmp_path / "a" / "b" / "briefing.db")


def test_a_connection_to_the_old_file_keeps_its_content(content: Content, tmp_path: Path) -> None:
    target = tmp_path / "briefing.db"
    compile_briefing(content, target, "old")
    state = "SELECT value FROM meta WHERE key = 'fingerprint'"
    with closing(sqlite3.connect(target)) as old:
        compile_briefing(content, target, "new")
        assert old.execute(state).fetchone() == ("old",)
    with closing(sqlite3.connect(target)) as new:
        assert new.execute(state).fetchone() == ("new",)


@pytest.mark.parametrize("before", [b"the previous content", None])
def test_a_failed_compilation_leaves_the_folder_as_it_was(
    content: Content, tmp_path: Path, before: bytes | None
) -> None:
    target = tmp_path / "briefing.db"
    if before is not None:
        target.write_bytes(before)
    cited = content.sources[-1].id
    incomplete = content._replace(sources=content.sources[:-1])
    with pytest.raises(KeyError, match=cited):
        compile_briefing(incomplete, target, "state")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([before] if before else [])


def test_a_target_that_cannot_be_written_raises(content: Content, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises((OSError, sqlite3.Error)):
        compile_briefing(content, tmp_path / "file" / "briefing.db", "state")


_COMPILE_FOREVER = """
import sys
from pathlib import Path
from tui.compile import compile_briefing
from tui.load import load_content
content = load_content(Path(sys.argv[1]))
while True:
    compile_briefing(content, Path(sys.argv[2]), "state")
    print("written", flush=True)
"""


def test_readers_see_complete_files_and_a_killed_writer_leaves_one(
    compiled: Path, sample: Path, tmp_path: Path
) -> None:
    target, complete = tmp_path / "briefing.db", _dump(compiled)
    command = [sys.executable, "-c", _COMPILE_FOREVER, str(sample), str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        try:
            assert writer.stdout.readline() == b"written\n"
            for _ in range(3):
                assert _dump(target) == complete
                assert writer.stdout.readline() == b"written\n"
        finally:
            writer.kill()
    assert _dump(target) == complete


def test_progress_counts_every_record_and_every_group_of_questions(
    content: Content, tmp_path: Path
) -> None:
    reported: list[tuple[int, int]] = []
    compile_briefing(content, tmp_path / "a.db", "state", lambda *counts: reported.append(counts))
    total = reported[-1][1]
    assert total > len(content.records) + len(list(content.questions()))
    assert reported == [(done, total) for done in range(1, total + 1)]
