"""Content that does not hold: exit code 3, every mistake with its place on standard error, nothing
on standard output."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.cli.command import Answer, Medbrief

_FINDING = re.compile(r"(?P<place>.+?)  (?P<code>[A-Z]\d{3})  (?P<what>.+?)  -> (?P<mend>.+)")


def _findings(answer: Answer) -> list[re.Match[str]]:
    assert (answer.code, answer.stdout) == (3, b"")
    first, *rest = answer.message.splitlines()
    assert first == f"medbrief: {len(rest)} mistake(s) in the content"
    found = [_FINDING.fullmatch(line) for line in rest]
    assert None not in found, answer.message
    return [match for match in found if match]


def _one(answer: Answer) -> re.Match[str]:
    (finding,) = _findings(answer)
    return finding


def test_a_mistake_is_shown_with_file_line_and_column(medbrief: Medbrief, copy: Path) -> None:
    file = copy / "players" / "qinghe-health.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([*lines, "nonsense = [", ""]), encoding="utf-8")
    place = _one(medbrief("list", "--content", str(copy)))["place"]
    assert re.fullmatch(rf"{re.escape(str(file))}:{len(lines) + 2}:\d+", place)


def test_every_mistake_is_shown_not_only_the_first(medbrief: Medbrief, copy: Path) -> None:
    for name in ("players/qinghe-health.toml", "statistics/consultations.toml"):
        file = copy / name
        file.write_text("surplus = 1\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    findings = _findings(medbrief("list", "--content", str(copy)))
    assert sorted(Path(match["place"]).name for match in findings) == [
        "consultations.toml:1:1",
        "qinghe-health.toml:1:1",
    ]
    assert all("surplus" in match["what"] for match in findings)


def test_the_place_is_as_the_editor_would_type_it(medbrief: Medbrief, copy: Path) -> None:
    (copy / "players" / "baize-capital.toml").write_text("id = 1\n", encoding="utf-8")
    answer = medbrief("list", "--content", "content", folder=copy.parent)
    assert {match["place"].split(":")[0] for match in _findings(answer)} == {
        "content/players/baize-capital.toml"
    }


@pytest.mark.parametrize("words", ["", "find 医保", "show jd-health --json", "list", "sources"])
def test_no_command_reads_a_broken_content(medbrief: Medbrief, copy: Path, words: str) -> None:
    (copy / "players" / "baize-capital.toml").write_text("id = \n", encoding="utf-8")
    assert len(_findings(medbrief(*words.split(), "--content", str(copy)))) == 1


def test_mistakes_are_explained_in_chinese_too(medbrief: Medbrief, copy: Path) -> None:
    (copy / "players" / "baize-capital.toml").write_text("id = \n", encoding="utf-8")
    answer = medbrief("list", "--lang", "zh", "--content", str(copy))
    assert answer.message.startswith("medbrief: 内容有1处错误\n")


def test_an_empty_folder_holds_no_briefing(medbrief: Medbrief, tmp_path: Path) -> None:
    finding = _one(medbrief("list", "--content", str(tmp_path)))
    assert "briefing.toml" in finding["what"]
    assert "--content" in finding["mend"]


def test_a_folder_that_does_not_exist_holds_no_briefing(medbrief: Medbrief) -> None:
    assert _one(medbrief("list", "--content", "/nowhere"))["place"] == "/nowhere"


def test_a_file_that_is_not_utf8_is_named(medbrief: Medbrief, copy: Path) -> None:
    (copy / "players" / "latin.toml").write_bytes(b'id = "\xfcber"\n')
    finding = _one(medbrief("list", "--content", str(copy)))
    assert finding["place"].endswith("latin.toml:1:7")
    assert "UTF-8" in finding["what"]


def test_a_link_to_nowhere_is_named(medbrief: Medbrief, copy: Path) -> None:
    (copy / "players" / "lost.toml").symlink_to("/nowhere/at-all.toml")
    assert "cannot be read" in _one(medbrief("list", "--content", str(copy)))["what"]


def test_a_folder_that_is_called_like_a_record_is_named(medbrief: Medbrief, copy: Path) -> None:
    (copy / "players" / "folder.toml").mkdir()
    assert "cannot be read" in _one(medbrief("list", "--content", str(copy)))["what"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_named(medbrief: Medbrief, copy: Path) -> None:
    (copy / "players" / "qinghe-health.toml").chmod(0)
    assert "cannot be read" in _one(medbrief("list", "--content", str(copy)))["what"]


def test_a_file_of_ten_megabytes_is_not_even_parsed(medbrief: Medbrief, copy: Path) -> None:
    (copy / "players" / "big.toml").write_bytes(b"# x\n" * 2_600_000)
    finding = _one(medbrief("list", "--content", str(copy)))
    assert "9.9 MB" in finding["what"]


def test_escape_sequences_in_a_record_do_not_reach_the_terminal(
    medbrief: Medbrief, copy: Path
) -> None:
    file = copy / "players" / "baize-capital.toml"
    file.write_text('id = "\\u001b[31mred"\n', encoding="utf-8")
    answer = medbrief("list", "--content", str(copy))
    assert _findings(answer)
    assert b"\x1b" not in answer.stderr


def test_a_content_that_is_mended_is_read_again(medbrief: Medbrief, copy: Path) -> None:
    file = copy / "players" / "baize-capital.toml"
    good = file.read_bytes()
    file.write_bytes(b"id = \n")
    assert medbrief("list", "--content", str(copy)).code == 3
    file.write_bytes(good)
    assert medbrief("list", "--content", str(copy)).code == 0
