"""Invalid content: exit code 3, every error with its location on standard error, no output."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.cli.command import Answer, Medbrief

_FINDING = re.compile(r"(?P<place>.+?)  (?P<code>[A-Z]\d{3})  (?P<message>.+?)  -> (?P<fix>.+)")


def _findings(answer: Answer) -> list[re.Match[str]]:
    assert (answer.code, answer.stdout) == (3, b"")
    first, *rest = answer.message.splitlines()
    count = "1 error" if len(rest) == 1 else f"{len(rest)} errors"
    assert first == f"medbrief: error: content validation failed: {count}"
    found = [_FINDING.fullmatch(line) for line in rest]
    assert None not in found, answer.message
    return [match for match in found if match]


def _one(answer: Answer) -> re.Match[str]:
    (finding,) = _findings(answer)
    return finding


def test_an_error_has_file_line_and_column(medbrief: Medbrief, sample_copy: Path) -> None:
    file = sample_copy / "players" / "qinghe-health.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([*lines, "nonsense = [", ""]), encoding="utf-8")
    place = _one(medbrief("list", "--content", str(sample_copy)))["place"]
    assert re.fullmatch(rf"{re.escape(str(file))}:{len(lines) + 2}:\d+", place)


def test_all_errors_are_reported(medbrief: Medbrief, sample_copy: Path) -> None:
    for name in ("players/qinghe-health.toml", "statistics/consultations.toml"):
        file = sample_copy / name
        file.write_text("surplus = 1\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    findings = _findings(medbrief("list", "--content", str(sample_copy)))
    assert sorted(Path(match["place"]).name for match in findings) == [
        "consultations.toml:1:1",
        "qinghe-health.toml:1:1",
    ]
    assert all("surplus" in match["message"] for match in findings)


def test_paths_are_relative_to_the_working_directory(medbrief: Medbrief, sample_copy: Path) -> None:
    (sample_copy / "players" / "baize-capital.toml").write_text("id = 1\n", encoding="utf-8")
    answer = medbrief("list", "--content", "content", folder=sample_copy.parent)
    assert {match["place"].split(":")[0] for match in _findings(answer)} == {
        "content/players/baize-capital.toml"
    }


@pytest.mark.parametrize("words", ["", "find 医保", "show qinghe-health", "list", "sources"])
def test_every_command_rejects_invalid_content(
    medbrief: Medbrief, sample_copy: Path, words: str
) -> None:
    (sample_copy / "players" / "baize-capital.toml").write_text("id = \n", encoding="utf-8")
    assert len(_findings(medbrief(*words.split(), "--content", str(sample_copy)))) == 1


def test_errors_are_reported_in_chinese(medbrief: Medbrief, sample_copy: Path) -> None:
    (sample_copy / "players" / "baize-capital.toml").write_text("id = \n", encoding="utf-8")
    answer = medbrief("list", "--lang", "zh", "--content", str(sample_copy))
    assert answer.message.startswith("medbrief: 错误：内容校验未通过：1处错误\n")


def test_an_empty_folder_is_invalid(medbrief: Medbrief, tmp_path: Path) -> None:
    finding = _one(medbrief("list", "--content", str(tmp_path)))
    assert "briefing.toml" in finding["message"]
    assert "--content" in finding["fix"]


def test_a_missing_folder_is_invalid(medbrief: Medbrief) -> None:
    assert _one(medbrief("list", "--content", "/nowhere"))["place"] == "/nowhere"


def test_a_file_that_is_not_utf8_is_reported(medbrief: Medbrief, sample_copy: Path) -> None:
    (sample_copy / "players" / "latin.toml").write_bytes(b'id = "\xfcber"\n')
    finding = _one(medbrief("list", "--content", str(sample_copy)))
    assert finding["place"].endswith("latin.toml:1:7")
    assert "UTF-8" in finding["message"]


def test_a_dangling_link_is_reported(medbrief: Medbrief, sample_copy: Path) -> None:
    (sample_copy / "players" / "lost.toml").symlink_to("/nowhere/at-all.toml")
    assert "cannot be read" in _one(medbrief("list", "--content", str(sample_copy)))["message"]


def test_a_folder_named_like_a_record_is_reported(medbrief: Medbrief, sample_copy: Path) -> None:
    (sample_copy / "players" / "folder.toml").mkdir()
    assert "cannot be read" in _one(medbrief("list", "--content", str(sample_copy)))["message"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root can read every file")
def test_an_unreadable_file_is_reported(medbrief: Medbrief, sample_copy: Path) -> None:
    (sample_copy / "players" / "qinghe-health.toml").chmod(0)
    assert "cannot be read" in _one(medbrief("list", "--content", str(sample_copy)))["message"]


def test_a_file_of_ten_megabytes_is_rejected_unparsed(
    medbrief: Medbrief, sample_copy: Path
) -> None:
    (sample_copy / "players" / "big.toml").write_bytes(b"# x\n" * 2_600_000)
    finding = _one(medbrief("list", "--content", str(sample_copy)))
    assert "9.9 MB" in finding["message"]


def test_escape_sequences_in_a_record_do_not_reach_the_terminal(
    medbrief: Medbrief, sample_copy: Path
) -> None:
    file = sample_copy / "players" / "baize-capital.toml"
    file.write_text('id = "\\u001b[31mred"\n', encoding="utf-8")
    answer = medbrief("list", "--content", str(sample_copy))
    assert _findings(answer)
    assert b"\x1b" not in answer.stderr


def test_corrected_content_is_read_again(medbrief: Medbrief, sample_copy: Path) -> None:
    file = sample_copy / "players" / "baize-capital.toml"
    good = file.read_bytes()
    file.write_bytes(b"id = \n")
    assert medbrief("list", "--content", str(sample_copy)).code == 3
    file.write_bytes(good)
    assert medbrief("list", "--content", str(sample_copy)).code == 0
