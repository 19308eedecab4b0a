"""Writing a file atomically."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tui.atomic_write import temporary_file, write_atomically


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _fail_halfway(file: Path) -> None:
    with temporary_file(str(file)) as temporary:
        Path(temporary).write_bytes(b"half")
        raise ZeroDivisionError


def test_a_new_file_has_the_content_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_atomically(str(tmp_path / "a.txt"), b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.txt": b"new"}


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_atomically(str(file), b"new")
    assert (file.read_bytes(), _mode(file)) == (b"new", 0o640)


def test_a_private_file_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_bytes(b"old")
    file.chmod(0o644)
    write_atomically(str(file), b"new", mode=0o600)
    assert (file.read_bytes(), _mode(file)) == (b"new", 0o600)


def test_a_file_is_not_overwritten_when_that_is_not_wanted(tmp_path: Path) -> None:
    file = tmp_path / "key"
    write_atomically(str(file), b"first", overwrite=False)
    write_atomically(str(file), b"second", overwrite=False)
    assert [path.name for path in tmp_path.iterdir()] == ["key"]
    assert file.read_bytes() == b"first"


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "folder" / "link"
    link.parent.mkdir()
    link.symlink_to(target)
    write_atomically(str(link), b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_the_old_content_stays_when_writing_fails(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    file.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        _fail_halfway(file)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.db": b"old"}


def test_the_temporary_file_of_a_killed_process_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    (tmp_path / f".a.db.{os.getpid()}").write_bytes(b"left over")
    write_atomically(str(file), b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.db": b"new"}
