"""A briefing is compiled once, and again after a change or when its file is damaged."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.cli.inside import run
from tests.store.opened import compiled, title
from tui.search import find
from tui.store import BriefingError, Store, compile_bridge, open_store
from tui.store.sqlite import sqlite3 as sqlite

pytestmark = pytest.mark.slow


def test_a_compiled_file_is_reused(sample: Path, own_cache: dict[str, str]) -> None:
    title(sample, own_cache)
    (first,) = compiled(own_cache)
    written = first.stat()
    assert title(sample, own_cache) == "线上问诊样本简报"
    assert compiled(own_cache) == [first]
    assert (first.stat().st_ino, first.stat().st_mtime_ns) == (written.st_ino, written.st_mtime_ns)


def _edit(content: Path, old: str, new: str) -> None:
    head = content / "briefing.toml"
    head.write_text(head.read_text("utf-8").replace(old, new), "utf-8")


def test_changed_content_is_recompiled(sample_copy: Path, own_cache: dict[str, str]) -> None:
    title(sample_copy, own_cache)
    _edit(sample_copy, "线上问诊样本简报", "改过的简报")
    assert title(sample_copy, own_cache) == "改过的简报"


def test_a_reloaded_store_has_no_cached_results_of_the_old_briefing(
    sample: Path, sample_copy: Path, own_cache: dict[str, str]
) -> None:
    for file in (sample_copy / "statistics").glob("*.toml"):
        text = file.read_text("utf-8")
        file.write_text(text.replace('status = "reported"', 'status = "estimate"'), "utf-8")
    with (
        open_store(str(sample), own_cache) as store,
        open_store(str(sample_copy), own_cache) as newer,
    ):
        before = [hit.entry for hit in find(store, "市场规模")]
        after = [hit.entry for hit in find(newer, "市场规模")]
        assert before != after
        store.reload_from(newer)
        assert [hit.entry for hit in find(store, "市场规模")] == after


@pytest.mark.parametrize(
    "change",
    [
        lambda content: (content / "gaps/gap-market-2020.toml").unlink(),
        lambda content: (content / "gaps/gap-market-2020.toml").rename(content / "gaps/x.toml"),
        lambda content: (content / "gaps/x.toml").write_text("", "utf-8"),
        lambda content: (content.parent / "seeds/x.toml").write_text("", "utf-8"),
        lambda content: os.utime(content / "gaps/gap-market-2020.toml", (1, 1)),
    ],
    ids=["removed", "renamed", "added", "source added", "touched"],
)
def test_any_change_of_the_files_is_noticed(
    sample_copy: Path, own_cache: dict[str, str], change: Callable[[Path], None]
) -> None:
    title(sample_copy, own_cache)
    before = compiled(own_cache)
    change(sample_copy)
    try:
        title(sample_copy, own_cache)
    except BriefingError:
        return
    assert compiled(own_cache) != before


def test_an_open_store_is_not_affected_by_changes(
    sample_copy: Path, own_cache: dict[str, str]
) -> None:
    with open_store(str(sample_copy), own_cache) as store:
        _edit(sample_copy, "线上问诊样本简报", "改过的简报")
        assert title(sample_copy, own_cache) == "改过的简报"
        assert store.title().zh == "线上问诊样本简报"


def test_invalid_content_is_reported_and_leaves_no_file(
    sample_copy: Path, own_cache: dict[str, str]
) -> None:
    _edit(sample_copy, "edition =", "edition")
    with pytest.raises(BriefingError) as caught:
        title(sample_copy, own_cache)
    assert [problem.code for problem in caught.value.problems] == ["L004"]
    assert compiled(own_cache) == []


def test_two_briefings_share_a_cache(
    sample: Path, sample_copy: Path, own_cache: dict[str, str]
) -> None:
    _edit(sample_copy, "线上问诊样本简报", "另一份简报")
    for _ in range(2):
        assert title(sample, own_cache) == "线上问诊样本简报"
        assert title(sample_copy, own_cache) == "另一份简报"
    assert len(compiled(own_cache)) == 2


def test_an_old_temporary_file_of_a_killed_compiler_is_removed(
    sample_copy: Path, own_cache: dict[str, str]
) -> None:
    title(sample_copy, own_cache)
    (first,) = compiled(own_cache)
    orphaned, recent = first.with_name(".orphaned.db.1"), first.with_name(".recent.db.2")
    for draft in (orphaned, recent):
        draft.write_bytes(b"half a file")
    os.utime(orphaned, (1, 1))
    _edit(sample_copy, "线上问诊样本简报", "改过的简报")
    title(sample_copy, own_cache)
    assert not orphaned.exists()
    assert recent.exists()


def test_the_number_of_cached_files_is_limited(
    sample_copy: Path, own_cache: dict[str, str]
) -> None:
    for second in range(1, 12):
        os.utime(sample_copy / "briefing.toml", (second, second))
        title(sample_copy, own_cache)
    assert len(compiled(own_cache)) < 10


def _sql(statement: str) -> Callable[[Path], None]:
    """Return a change by another program."""

    def change(path: Path) -> None:
        path.chmod(0o600)
        with closing(sqlite3.connect(path)) as database:
            database.execute(statement)
            database.commit()

    return change


def _leave_a_journal(path: Path) -> None:
    """Leave what a program leaves that is killed while it writes."""
    path.chmod(0o600)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA cache_size = 1")
        database.execute("DELETE FROM documents")
        journal = path.with_name(f"{path.name}-journal")
        files = [(file, file.read_bytes()) for file in (path, journal)]
    for file, content in files:
        file.write_bytes(content)


def _garble_text(path: Path) -> None:
    """Replace the first bytes of Chinese texts, which is not UTF-8 then, as a failing disk does:
    the modification time stays."""
    path.chmod(0o600)
    written = path.stat().st_mtime_ns
    path.write_bytes(path.read_bytes().replace("青禾".encode(), b"\xff\xff\xff\xff\xff\xff"))
    os.utime(path, ns=(written, written))


def _outdated(*statements: str) -> Callable[[Path], None]:
    """Return a change that makes the file outdated, with another title."""

    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as database:
            database.execute("UPDATE meta SET value = '旧简报' WHERE key = 'title_zh'")
            for statement in statements:
                database.execute(statement)
            database.commit()

    return change


def _garble(path: Path) -> None:
    """Overwrite all but the first two pages, so that the file can still be opened."""
    data = bytearray(path.read_bytes())
    start = 2 * int.from_bytes(data[16:18], "big")
    data[start:] = b"\xa5" * (len(data) - start)
    path.write_bytes(data)


def _replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"garbage"),
        lambda path: path.write_bytes(os.urandom(path.stat().st_size)),
        lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(bytes(path.stat().st_size)),
        _garble,
        _outdated("PRAGMA user_version = 999"),
        _outdated("DROP TABLE meta"),
        _outdated("UPDATE meta SET value = 'another' WHERE key = 'fingerprint'"),
        _outdated("DELETE FROM meta WHERE key = 'fingerprint'"),
        _sql("DROP TABLE records"),
        _sql("DELETE FROM documents"),
        _sql("PRAGMA journal_mode = WAL"),
        _leave_a_journal,
        _replace_by_folder,
    ],
    ids=[
        "empty",
        "garbage",
        "garbage of the same size",
        "half",
        "one byte short",
        "zeros",
        "garbled pages",
        "another version",
        "a table gone",
        "stale",
        "no fingerprint",
        "a table dropped",
        "pages deleted",
        "write-ahead log",
        "a journal left",
        "a folder",
    ],
)
def test_a_damaged_file_is_recompiled(
    sample: Path, own_cache: dict[str, str], damage: Callable[[Path], None]
) -> None:
    with open_store(str(sample), own_cache) as store:
        ids = store.identities()
        page = store.document("qinghe-health", "zh")
    (path,) = compiled(own_cache)
    path.chmod(0o600)
    damage(path)
    with open_store(str(sample), own_cache) as store:
        assert store.title().zh == "线上问诊样本简报"
        assert store.identities() == ids
        assert store.document("qinghe-health", "zh") == page


def test_text_that_cannot_be_decoded_is_recompiled(sample: Path, own_cache: dict[str, str]) -> None:
    title(sample, own_cache)
    (path,) = compiled(own_cache)
    _garble_text(path)
    with open_store(str(sample), own_cache) as store:
        row = store.row("qinghe-health", "zh")
    assert row is not None
    assert row.title.zh == "青禾健康"


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DROP TABLE records", ("show", "qinghe-health")),
        ("DELETE FROM answers", ("find", "青禾健康")),
        ("UPDATE documents SET body = '['", ("show", "qinghe-health")),
    ],
)
def test_a_command_that_fails_because_the_file_is_changed_meanwhile_runs_again(
    sample: Path,
    own_cache: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    statement: str,
    words: tuple[str, ...],
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", own_cache["XDG_CACHE_HOME"])
    command = (*words, "--content", str(sample))
    answer = run(*command)
    (path,) = compiled(own_cache)

    def open_and_change(*arguments: Any) -> Store:
        store = open_store(*arguments)
        _sql(statement)(path)
        return store

    monkeypatch.setattr("tui.cli.main.open_store", open_and_change)
    assert run(*command) == answer


def test_a_file_that_is_changed_while_open_gives_every_fact(
    sample: Path, own_cache: dict[str, str]
) -> None:
    with open_store(str(sample), own_cache) as store:
        (path,) = compiled(own_cache)
        _sql("DROP TABLE answers")(path)
        assert store.facts("qinghe-health")


def test_an_error_after_the_file_is_recompiled_is_one_of_the_old_file(
    sample: Path, own_cache: dict[str, str]
) -> None:
    with open_store(str(sample), own_cache) as store:
        assert not store.rebuild()
        (path,) = compiled(own_cache)
        _sql("DROP TABLE answers")(path)
        store.facts("qinghe-health")
        assert store.rebuild()


def test_a_compiled_file_refuses_sql_that_writes(sample: Path, own_cache: dict[str, str]) -> None:
    title(sample, own_cache)
    (path,) = compiled(own_cache)
    assert path.stat().st_mode & 0o222 == 0


def test_a_file_that_is_damaged_while_open_is_recompiled(
    sample: Path, own_cache: dict[str, str]
) -> None:
    with open_store(str(sample), own_cache) as store:
        (path,) = compiled(own_cache)
        path.chmod(0o600)
        with path.open("r+b") as file:
            file.write(b"\xa5" * path.stat().st_size)
        assert "qinghe-health" in store.identities()
    assert title(sample, own_cache) == "线上问诊样本简报"


def _replaced(path: Path, content: bytes) -> None:
    other, written = path.with_name("other"), path.stat().st_mtime_ns
    other.write_bytes(content)
    os.utime(other, ns=(written, written))
    other.replace(path)


def test_a_file_that_another_process_replaces_while_it_is_opened_is_used(
    sample: Path, own_cache: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    title(sample, own_cache)
    (path,) = compiled(own_cache)
    content = path.read_bytes()
    _replaced(path, content[: len(content) // 2])
    connect = sqlite.connect

    def replace_and_connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
        _replaced(path, content)
        monkeypatch.setattr(sqlite, "connect", connect)
        return connect(*arguments, **options)

    monkeypatch.setattr(sqlite, "connect", replace_and_connect)
    monkeypatch.setattr(compile_bridge, "load_content", _fail)
    assert title(sample, own_cache) == "线上问诊样本简报"


def _fail(*_: object) -> NoReturn:
    raise AssertionError("the briefing was compiled again")


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_file_that_is_removed_while_it_is_opened_is_not_created_empty(
    sample: Path, own_cache: dict[str, str], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    title(sample, own_cache)
    (path,) = compiled(own_cache)
    connect = sqlite.connect

    def remove_and_connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
        path.unlink()
        if what == "folder":
            path.parent.rmdir()
        monkeypatch.setattr(sqlite, "connect", connect)
        return connect(*arguments, **options)

    monkeypatch.setattr(sqlite, "connect", remove_and_connect)
    monkeypatch.setattr(compile_bridge, "store_briefing", lambda *_: None)
    assert title(sample, own_cache) == "线上问诊样本简报"
    assert not path.exists()


@pytest.mark.parametrize("moment", ["while it is written", "after it is written"])
def test_a_cache_that_is_removed_meanwhile_costs_no_answer(
    sample: Path, own_cache: dict[str, str], monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    store_briefing = compile_bridge.store_briefing

    def remove_cache(database: sqlite3.Connection, target: Path, written: int) -> None:
        if moment == "after it is written":
            store_briefing(database, target, written)
        shutil.rmtree(own_cache["XDG_CACHE_HOME"], ignore_errors=True)
        if moment == "while it is written":
            raise FileNotFoundError(str(target))

    monkeypatch.setattr(compile_bridge, "store_briefing", remove_cache)
    assert title(sample, own_cache) == "线上问诊样本简报"


def test_a_pipe_in_place_of_a_compiled_file_does_not_block(
    sample: Path, own_cache: dict[str, str]
) -> None:
    title(sample, own_cache)
    (path,) = compiled(own_cache)
    path.unlink()
    os.mkfifo(path)
    assert title(sample, own_cache) == "线上问诊样本简报"
    assert path.is_file()


def test_processes_that_start_together_all_return_their_answer(
    sample: Path, own_cache: dict[str, str]
) -> None:
    code = "import sys; from tui.cli.main import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "find", "青禾健康", "--content", str(sample)]
    processes = [
        subprocess.Popen(command, env=own_cache, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    answers = {(*process.communicate(), process.returncode) for process in processes}
    ((stdout, stderr, exit_code),) = answers
    assert (stderr, exit_code) == (b"", 0)
    assert b"qinghe-health" in stdout
    cache = Path(own_cache["XDG_CACHE_HOME"]) / "medbrief"
    assert list(cache.iterdir()) == compiled(own_cache)
