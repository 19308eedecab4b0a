"""``--output`` writes what a redirect would, completely or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
from codecs import BOM_UTF8
from pathlib import Path

import pytest

from tests.cli.command import COMMAND, Medbrief

_LINES = [
    "",
    "find 医保",
    "find 医保 --json",
    "show qinghe-health --lang zh",
    "show qinghe-health --width 60 --color always",
    "open qinghe-health",
    "list",
    "list policies --json",
    "sources",
    "brief",
    "disagreements",
    "schema term",
    "new player",
    "help find",
    "find --help",
    "help --man",
    "completion bash",
    "check --explain K401",
    "export consultation-market --format html",
    "export consultation-market --format csv",
    "cite consultation-market@2022 --style bibtex",
    "timeline --since 2021",
    "compare qinghe-health changle-health",
]


@pytest.mark.parametrize("words", _LINES)
def test_a_file_gets_what_a_pipe_does_after_the_mark_for_excel(
    medbrief: Medbrief, tmp_path: Path, words: str
) -> None:
    file = tmp_path / "answer"
    expected = medbrief(*words.split())
    mark = BOM_UTF8 if "csv" in words else b""
    assert expected.code == 0
    for option in (["-o", str(file)], [f"--output={file}"]):
        answer = medbrief(*words.split(), *option)
        assert (answer.code, answer.stdout, answer.stderr) == (0, b"", expected.stderr)
        assert file.read_bytes() == mark + expected.stdout
    assert [each.name for each in tmp_path.iterdir()] == ["answer"]


def test_the_file_does_not_depend_on_the_terminal(medbrief: Medbrief, tmp_path: Path) -> None:
    answer = medbrief("-o", str(tmp_path / "answer"), "sources", "--pager", COLUMNS="40")
    assert answer == medbrief("sources")._replace(stdout=b"")
    assert (tmp_path / "answer").read_bytes() == medbrief("sources").stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("find zzzzzz", 1),
        ("find zzzzzz --json", 1),
        ("show nowhere", 1),
        ("find ''", 2),
        ("list nonsense", 2),
        ("list --content /", 3),
    ],
)
def test_a_failed_command_leaves_the_old_file(
    medbrief: Medbrief, tmp_path: Path, words: str, code: int
) -> None:
    file = tmp_path / "answer"
    line = [word.strip("'") for word in words.split()]
    assert medbrief(*line, "-o", str(file)).code == code
    assert not file.exists()
    file.write_text("old", encoding="utf-8")
    answer = medbrief(*line, "-o", str(file))
    assert (answer.code, answer.stdout) == (code, b"")
    assert file.read_text(encoding="utf-8") == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_findings_of_check_are_written_although_its_exit_code_is_3(
    medbrief: Medbrief, sample_copy: Path, tmp_path: Path
) -> None:
    broken = sample_copy / "players" / "qinghe-health.toml"
    broken.write_text(broken.read_text(encoding="utf-8") + "\nnonsense = 1\n", encoding="utf-8")
    file = tmp_path / "findings.json"
    line = ["check", "--json", "--content", str(sample_copy)]
    assert medbrief(*line, "-o", str(file)).code == 3
    assert file.read_bytes() == medbrief(*line).stdout


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["no/such/folder", ".", "", "x" * 300])
def test_a_file_that_cannot_be_written_is_an_output_error(
    medbrief: Medbrief, tmp_path: Path, name: str, lang: str
) -> None:
    answer = medbrief("sources", "--lang", lang, "-o", name, folder=tmp_path)
    assert (answer.code, answer.stdout) == (74, b"")
    assert ("无法写入" if lang == "zh" else "cannot write") in answer.message
    assert answer.message.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_old_file(medbrief: Medbrief, tmp_path: Path) -> None:
    file = tmp_path / "answer"
    file.write_text("old", encoding="utf-8")
    # A file size limit of one block acts like a full disk.
    answer = medbrief.in_shell(
        f"trap '' XFSZ; ulimit -f 1; medbrief list --json -o {file}",
        PYTHONDONTWRITEBYTECODE="1",  # no truncated .pyc file either
    )
    assert answer.code == 74
    assert file.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["answer"]


def test_a_link_and_the_permissions_are_preserved(medbrief: Medbrief, tmp_path: Path) -> None:
    file, link = tmp_path / "answer", tmp_path / "link"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    link.symlink_to("answer")
    assert medbrief("sources", "-o", str(link)).code == 0
    assert link.is_symlink()
    assert file.read_bytes() == medbrief("sources").stdout
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_new_file_gets_the_permissions_of_a_redirect(medbrief: Medbrief, tmp_path: Path) -> None:
    medbrief.in_shell(f"umask 027; cd {tmp_path}; medbrief sources -o a; medbrief sources > b")
    first, second = (tmp_path / name for name in "ab")
    assert first.stat().st_mode == second.stat().st_mode
    assert first.read_bytes() == second.read_bytes()


def test_a_read_only_file_is_not_replaced(medbrief: Medbrief, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root can write every file")
    file = tmp_path / "answer"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o400)
    assert medbrief("sources", "-o", str(file)).code == 74
    assert file.read_text(encoding="utf-8") == "old"


def test_special_files_are_written_directly(medbrief: Medbrief, tmp_path: Path) -> None:
    expected = medbrief("sources").stdout
    assert medbrief.in_shell("medbrief sources -o /dev/stdout").stdout == expected
    assert medbrief.in_shell("medbrief sources -o /dev/stdout | cat").stdout == expected
    assert medbrief("sources", "-o", "-").stdout == expected
    assert medbrief("sources", "-o", "/dev/null").code == 0
    assert medbrief.process("sources", "-o", "/dev/full").code == 74
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    writer = subprocess.Popen(
        [str(COMMAND), "sources", "-o", str(fifo)], env=dict(medbrief.environment)
    )
    assert fifo.read_bytes() == expected
    assert writer.wait(60) == 0
    assert stat.S_ISFIFO(fifo.stat().st_mode)


def test_no_pager_runs_outside_a_terminal(medbrief: Medbrief) -> None:
    answer = medbrief("sources", "--pager", MEDBRIEF_PAGER="echo paged; cat")
    assert answer == medbrief("sources")


def test_a_file_that_the_briefing_is_made_from_is_not_overwritten(
    medbrief: Medbrief, sample_copy: Path, tmp_path: Path
) -> None:
    target, link = sample_copy / "players" / "qinghe-health.toml", tmp_path / "link"
    link.symlink_to(target)
    before = target.read_bytes()
    for name in (target, link, next((sample_copy.parent / "seeds").glob("*.toml"))):
        answer = medbrief("list", "--format=md", "--content", str(sample_copy), "-o", str(name))
        assert (answer.code, answer.stdout) == (2, b"")
        (message,) = answer.message.splitlines()
        assert "content" in message
    assert target.read_bytes() == before
    new = sample_copy / "new.json"  # also twice
    for _ in range(2):
        assert medbrief("list", "--content", str(sample_copy), "-o", str(new)).code == 0


def test_a_reader_that_leaves_a_pipe_is_not_an_error(medbrief: Medbrief, tmp_path: Path) -> None:
    for word in ("list --json -o", "database"):
        fifo = tmp_path / word[:4]
        os.mkfifo(fifo)
        answer = medbrief.in_shell(f"head -c 9 {fifo} >/dev/null & medbrief {word} {fifo}")
        assert (answer.code, answer.message) == (0, "")


def test_a_pipe_without_a_reader_is_reported(medbrief: Medbrief, tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    for words in (("sources", "-o"), ("database",)):
        writer = subprocess.Popen(
            [str(COMMAND), *words, str(fifo)],
            env={**medbrief.environment, "MEDBRIEF_LANG": "en"},
            stderr=subprocess.PIPE,
        )
        assert writer.stderr is not None
        message = writer.stderr.readline().decode()
        assert message == f"medbrief: waiting for a reader of the pipe {fifo}\n"
        assert fifo.read_bytes()
        assert writer.wait(60) == 0
        writer.stderr.close()


def test_a_name_that_is_not_text_is_printed_byte_for_byte(
    medbrief: Medbrief, tmp_path: Path
) -> None:
    name = os.fsdecode(b"\xff\xfe.db")
    answer = medbrief.process("database", name, folder=tmp_path)
    assert (answer.code, answer.stdout) == (0, os.fsencode(tmp_path / name) + b"\n")
    answer = medbrief("list", "-o", os.fsdecode(b"\xff/x"), folder=tmp_path)
    assert answer.message == "medbrief: error: cannot write ?/x: No such file or directory\n"
