"""Writing files: completely or not at all, whatever the path stands for."""

from __future__ import annotations

import errno
import os
import resource
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tui import file_write
from tui.atomic_write import temporary_file
from tui.file_write import write_file

_AS_ROOT = os.geteuid() == 0
_OLD, _NEW = b"old content", b"new content, which is longer" * 200


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@contextmanager
def _full_disk(size: int) -> Iterator[None]:
    """No file can grow beyond ``size`` bytes: write(2) accepts a part, then fails."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _fail(number: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with the old content, alone in its folder."""
    path = tmp_path / "a.txt"
    path.write_bytes(_OLD)
    return path


def test_a_new_file_has_the_content_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_file(str(tmp_path / "a.txt"), _NEW)
    assert _files(tmp_path) == {"a.txt": _NEW}


def test_a_replaced_file_keeps_its_permissions(file: Path) -> None:
    file.chmod(0o640)
    write_file(str(file), _NEW)
    assert (file.read_bytes(), _mode(file)) == (_NEW, 0o640)


def test_a_private_file_is_readable_by_its_owner_only(file: Path) -> None:
    file.chmod(0o644)
    write_file(str(file), _NEW, mode=0o600)
    assert (file.read_bytes(), _mode(file)) == (_NEW, 0o600)


@pytest.mark.skipif(not _AS_ROOT, reason="only root can give files away")
def test_a_replaced_file_keeps_its_owner(file: Path) -> None:
    os.chown(file, 1234, 5678)
    write_file(str(file), _NEW)
    state = file.stat()
    assert (file.read_bytes(), state.st_uid, state.st_gid) == (_NEW, 1234, 5678)


def test_a_file_whose_owner_cannot_be_kept_otherwise_is_written_in_place(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_write, "_copy_attributes", _fail(errno.EPERM))
    before = file.stat().st_ino
    write_file(str(file), _NEW)
    assert _files(file.parent) == {"a.txt": _NEW}
    assert file.stat().st_ino == before


def test_extended_attributes_are_kept(file: Path) -> None:
    try:
        os.setxattr(file, "user.comment", b"mine")
    except (AttributeError, OSError):
        pytest.skip("the file system has no extended attributes")
    write_file(str(file), _NEW)
    assert os.getxattr(file, "user.comment") == b"mine"


def test_hard_links_are_kept(file: Path) -> None:
    other = file.with_name("b.txt")
    other.hardlink_to(file)
    write_file(str(file), _NEW)
    assert _files(file.parent) == {"a.txt": _NEW, "b.txt": _NEW}


@pytest.mark.parametrize("target", ["existing", "missing"])
def test_a_symbolic_link_stays_one(tmp_path: Path, target: str) -> None:
    (tmp_path / "existing").write_bytes(_OLD)
    link = tmp_path / "folder" / "link"
    link.parent.mkdir()
    link.symlink_to(f"../{target}")
    write_file(str(link), _NEW)
    assert link.is_symlink()
    assert (tmp_path / target).read_bytes() == _NEW


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EROFS])
@pytest.mark.parametrize("content", [_NEW, b"short", b""])
def test_a_file_that_cannot_be_renamed_is_written_in_place(
    file: Path, monkeypatch: pytest.MonkeyPatch, number: int, content: bytes
) -> None:
    monkeypatch.setattr(os, "replace", _fail(number))  # EBUSY: the file is a mount point
    before = file.stat().st_ino
    write_file(str(file), content)
    assert _files(file.parent) == {"a.txt": content}
    assert file.stat().st_ino == before


def test_a_file_in_a_folder_that_takes_no_new_ones_is_written_in_place(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_write, "temporary_file", _fail(errno.EACCES))
    write_file(str(file), _NEW)
    assert file.read_bytes() == _NEW


def test_a_new_file_without_renaming_is_written_directly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "replace", _fail(errno.ENOSYS))
    write_file(str(tmp_path / "a.txt"), _NEW)
    monkeypatch.setattr(os, "link", _fail(errno.EPERM))  # FAT has no hard links
    write_file(str(tmp_path / "b.txt"), _NEW, exclusive=True)
    assert _files(tmp_path) == {"a.txt": _NEW, "b.txt": _NEW}


@pytest.mark.parametrize("can_rename", [True, False])
def test_a_full_disk_leaves_the_old_file(
    file: Path, monkeypatch: pytest.MonkeyPatch, can_rename: bool
) -> None:
    if not can_rename:
        monkeypatch.setattr(file_write, "temporary_file", _fail(errno.EACCES))
    with _full_disk(1000), pytest.raises(OSError, match="File too large"):
        write_file(str(file), _NEW)
    assert _files(file.parent) == {"a.txt": _OLD}
    write_file(str(file), _NEW)
    assert _files(file.parent) == {"a.txt": _NEW}


@pytest.mark.parametrize("exclusive", [True, False])
@pytest.mark.parametrize("can_rename", [True, False])
def test_a_full_disk_leaves_no_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_rename: bool, exclusive: bool
) -> None:
    if not can_rename:
        monkeypatch.setattr(file_write, "temporary_file", _fail(errno.EACCES))
    file = tmp_path / "a.txt"
    with _full_disk(1000), pytest.raises(OSError, match="File too large"):
        write_file(str(file), _NEW, exclusive=exclusive)
    assert _files(tmp_path) == {}
    write_file(str(file), _NEW, exclusive=exclusive)
    assert _files(tmp_path) == {"a.txt": _NEW}


def test_an_error_while_flushing_leaves_the_old_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", _fail(errno.EDQUOT))
    with pytest.raises(OSError, match="quota"):
        write_file(str(file), _NEW)
    assert _files(file.parent) == {"a.txt": _OLD}


def test_a_file_system_that_cannot_flush_is_no_error(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", _fail(errno.EINVAL))
    write_file(str(file), _NEW)
    assert file.read_bytes() == _NEW


@pytest.mark.parametrize("there", ["file", "folder", "link to nothing", "pipe"])
def test_an_exclusive_file_must_be_new(tmp_path: Path, there: str) -> None:
    path = tmp_path / "a.txt"
    match there:
        case "file":
            path.write_bytes(_OLD)
        case "folder":
            path.mkdir()
        case "link to nothing":
            path.symlink_to("nothing")
        case "pipe":
            os.mkfifo(path)
    before = path.lstat()
    with pytest.raises(FileExistsError):
        write_file(str(path), _NEW, exclusive=True)
    assert path.lstat() == before or there == "folder"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_an_exclusive_file_that_appears_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    link = os.link

    def late(*names: str) -> None:
        path.write_bytes(_OLD)
        link(*names)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(FileExistsError):
        write_file(str(path), _NEW, exclusive=True)
    assert _files(tmp_path) == {"a.txt": _OLD}


@pytest.mark.skipif(_AS_ROOT, reason="root can write read-only files")
def test_a_read_only_file_is_not_replaced(file: Path) -> None:
    file.chmod(0o400)
    with pytest.raises(PermissionError):
        write_file(str(file), _NEW)
    assert _files(file.parent) == {"a.txt": _OLD}


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("", errno.ENOENT),
        (".", errno.EISDIR),
        ("new/", errno.EISDIR),
        ("a.txt/", errno.EISDIR),
        ("a.txt/b", errno.ENOTDIR),
        ("missing/b", errno.ENOENT),
        ("x" * 256, errno.ENAMETOOLONG),
        ("loop", errno.ELOOP),
    ],
)
@pytest.mark.parametrize("exclusive", [True, False])
def test_a_name_that_no_file_can_have_is_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int, exclusive: bool
) -> None:
    monkeypatch.chdir(file.parent)
    Path("loop").symlink_to("loop")
    with pytest.raises(OSError) as caught:  # noqa: PT011 - the number is compared
        write_file(name, _NEW, exclusive=exclusive)
    assert caught.value.errno in (number, errno.EEXIST if exclusive else number)
    assert sorted(path.name for path in file.parent.iterdir()) == ["a.txt", "loop"]
    assert file.read_bytes() == _OLD


@pytest.mark.parametrize("name", ["x" * 255, "医" * 85])
def test_the_longest_name_can_be_written(tmp_path: Path, name: str) -> None:
    for content in (_OLD, _NEW):
        write_file(str(tmp_path / name), content)
        assert _files(tmp_path) == {name: content}


def test_a_relative_name_is_that_of_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_file("a.txt", _NEW)
    write_file("b.txt", _NEW, exclusive=True)
    assert _files(tmp_path) == {"a.txt": _NEW, "b.txt": _NEW}


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    content = _NEW * 40  # more than a pipe holds
    writer = threading.Thread(target=write_file, args=(str(pipe), content))
    writer.start()
    assert pipe.read_bytes() == content
    writer.join()
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("kind", ["pipe", "deleted file"])
def test_a_link_to_an_open_descriptor_is_followed(tmp_path: Path, kind: str) -> None:
    # Containers link log files to /dev/stdout.
    file = tmp_path / "file"
    reading, writing = (
        os.pipe() if kind == "pipe" else (None, os.open(file, os.O_CREAT | os.O_RDWR))
    )
    if not Path(f"/dev/fd/{writing}").exists():
        pytest.skip("no /dev/fd")
    file.unlink(missing_ok=True)
    link = tmp_path / "link"
    link.symlink_to(f"/dev/fd/{writing}")
    write_file(str(link), b"new")
    assert (os.read(reading, 9) if reading else os.pread(writing, 9, 0)) == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["link"]
    os.close(writing)
    if reading:
        os.close(reading)


def test_a_device_is_written_to() -> None:
    write_file("/dev/null", _NEW)
    with pytest.raises(OSError, match="No space left"):
        write_file("/dev/full", _NEW)


@pytest.mark.parametrize("folder", ["/dev/fd", "/proc/self/fd"])
def test_an_open_descriptor_is_written_to_at_its_position(file: Path, folder: str) -> None:
    if not Path(folder).is_dir():
        pytest.skip(f"no {folder}")
    with file.open("ab") as opened:
        write_file(f"{folder}/{opened.fileno()}", b", added")
        opened.write(b", after")
    assert file.read_bytes() == _OLD + b", added, after"
    with pytest.raises(OSError, match="Bad file descriptor"):
        write_file(f"{folder}/987654", _NEW)
    with pytest.raises(OSError):  # noqa: PT011 - the number differs by system
        write_file(f"{folder}/{10**30}", _NEW)


def test_the_temporary_file_of_a_killed_process_is_replaced(file: Path) -> None:
    file.with_name(f".a.txt.{os.getpid()}").write_bytes(b"left over")
    write_file(str(file), _NEW)
    assert _files(file.parent) == {"a.txt": _NEW}


def test_a_temporary_file_is_deleted_when_its_block_fails(file: Path) -> None:
    def fail_halfway() -> None:
        with temporary_file(str(file)) as temporary:
            Path(temporary).write_bytes(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    assert _files(file.parent) == {"a.txt": _OLD}
