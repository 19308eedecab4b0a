"""Unreadable files are reported with the reason; line endings make no difference."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.load.invalid_content import problems_of
from tui.load import load_content

_BOM = b"\xef\xbb\xbf"


def _file(content: Path) -> Path:
    return content / "statistics" / "consultations.toml"


def _message(content: Path) -> str:
    (problem,) = problems_of(content)
    message = problem.format("en")
    folder = f"{content.resolve()}{os.sep}"
    assert message.startswith(folder)
    return message.removeprefix(folder)


def test_missing_briefing_is_reported(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path / "nowhere")
    assert problem.format("en") == (
        f"{tmp_path / 'nowhere'}  L012  no briefing here: briefing.toml is missing"
        "  -> set --content to a folder that contains briefing.toml"
    )


def test_file_instead_of_the_content_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("")
    (problem,) = problems_of(tmp_path / "content")
    assert problem.code == "L012"


@pytest.mark.parametrize("name", ["statistics/x.toml", "briefing.toml"])
def test_folder_instead_of_a_file_is_unreadable(sample_copy: Path, name: str) -> None:
    (sample_copy / name).unlink(missing_ok=True)
    (sample_copy / name).mkdir()
    assert _message(sample_copy).startswith(f"{name}  L001  the file cannot be read: ")


def test_broken_symlink_is_unreadable(sample_copy: Path) -> None:
    (sample_copy / "gaps/x.toml").symlink_to("nowhere.toml")
    (problem,) = problems_of(sample_copy)
    assert problem.code == "L001"


def test_symlink_to_itself_is_unreadable(sample_copy: Path) -> None:
    (sample_copy / "gaps/x.toml").symlink_to("x.toml")
    (problem,) = problems_of(sample_copy)
    assert problem.code == "L001"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_named_pipe_does_not_block(sample_copy: Path) -> None:
    os.mkfifo(sample_copy / "gaps/x.toml")
    assert _message(sample_copy).startswith("gaps/x.toml  L001  the file cannot be read: ")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root can read any file"
)
def test_file_without_read_permission_is_unreadable(sample_copy: Path) -> None:
    _file(sample_copy).chmod(0)
    assert _message(sample_copy).startswith("statistics/consultations.toml  L001  ")


def test_unlistable_folder_is_not_treated_as_empty(sample_copy: Path) -> None:
    shutil.rmtree(sample_copy / "gaps")
    (sample_copy / "gaps").write_text("not a folder")
    problems = problems_of(sample_copy)
    assert [(problem.code, Path(problem.file).name) for problem in problems] == [("L001", "gaps")]


def test_ten_megabyte_file_is_too_large(sample_copy: Path) -> None:
    with _file(sample_copy).open("ab") as file:
        file.write(b"# \n" * (10 * 1024 * 1024 // 3 + 1))
    assert _message(sample_copy) == (
        "statistics/consultations.toml  L003  the file has 10.0 MB; the limit is 4 MB"
        "  -> write one record per file"
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'id = "\xff"', ":1:7  L002  not UTF-8: byte 7 is 0xFF"),
        ("# 医\n问 = '保".encode() + b"\xb1'", ":2:7  L002  not UTF-8: byte 17 is 0xB1"),
        ("# 医\r\n".encode() + b"\x80", ":2:1  L002  not UTF-8: byte 8 is 0x80"),
        (_BOM + b"id\xff = 1", ":1:3  L002  not UTF-8: byte 6 is 0xFF"),
        ('id = "医保"'.encode("gb18030"), ":1:8  L002  not UTF-8: byte 9 is 0xB1"),
        ('id = "a"'.encode("utf-16"), ":1:1  L002  not UTF-8: byte 1 is 0xFF"),
    ],
    ids=["latin", "after Chinese", "line ends", "byte order mark", "GB 18030", "UTF-16"],
)
def test_invalid_utf8_is_located(sample_copy: Path, data: bytes, message: str) -> None:
    _file(sample_copy).write_bytes(data)
    fix = "  -> save it as UTF-8 in your editor"
    assert _message(sample_copy) == f"statistics/consultations.toml{message}{fix}"


def test_empty_file_lacks_the_required_fields(sample_copy: Path) -> None:
    _file(sample_copy).write_bytes(b"")
    problems = problems_of(sample_copy)
    assert {(problem.code, problem.line, problem.column) for problem in problems} == {
        ("L007", 1, 1)
    }


def test_crlf_and_byte_order_mark_load_the_same_content(sample: Path, sample_copy: Path) -> None:
    for path in sample_copy.parent.rglob("*.toml"):
        path.write_bytes(_BOM + path.read_bytes().replace(b"\n", b"\r\n"))
    converted, original = load_content(sample_copy), load_content(sample)
    assert converted.records == original.records
    assert converted.sources == original.sources
    assert converted.briefing == original.briefing


def test_positions_are_the_same_with_crlf_and_byte_order_mark(sample_copy: Path) -> None:
    file = _file(sample_copy)
    invalid = file.read_bytes().replace(b"value = 4800", b'value = "4800"')
    file.write_bytes(_BOM + invalid.replace(b"\n", b"\r\n"))
    assert _message(sample_copy).startswith("statistics/consultations.toml:14:9  L008")
    file.write_bytes(_BOM + invalid.replace(b'id = "', b'id = x"', 1))
    assert _message(sample_copy).startswith("statistics/consultations.toml:1:6  L004")


def test_hidden_files_are_ignored(sample_copy: Path) -> None:
    (sample_copy / "statistics/.#consultations.toml").write_text("half written")
    load_content(sample_copy)
