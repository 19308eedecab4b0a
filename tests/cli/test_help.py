"""The help: pages to be read, in the reader's language, wherever on the line they are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.command import FORBIDDEN_FIRST, Medbrief
from tests.cli.inside import run
from tests.golden import check_golden
from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.commands import COMMAND_NAMES, load_command
from tui.text.language import LANGUAGES

_GOLDEN = Path(__file__).parent / "golden-help"
_WIDTHS = (60, 80, 120)
_TOPICS = ["", "json", *(name for name in COMMAND_NAMES if not name.startswith("_"))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", _TOPICS)
def test_each_page_is_as_its_golden_holds_it(topic: str, language: str) -> None:
    pages = []
    for width in _WIDTHS:
        words = ["help", *([topic] if topic else []), "--lang", language, "--width", str(width)]
        said = run(*words)
        assert (said.code, said.err) == (0, "")
        lines = said.out.splitlines()
        assert [line for line in lines if cell_len(line) > min(width, 100)] == []
        assert [line for line in lines if line.strip()[:1] in FORBIDDEN_FIRST] == []
        assert [line for line in lines if line != line.rstrip()] == []
        pages.append(f"$ medbrief {' '.join(words)}\n{said.out}")
    check_golden(_GOLDEN / f"{topic or 'all'}-{language}.txt", "\n".join(pages))


def test_no_golden_is_left_over() -> None:
    wanted = {f"{topic or 'all'}-{language}" for topic in _TOPICS for language in LANGUAGES}
    assert {path.stem for path in _GOLDEN.iterdir()} == wanted


@pytest.mark.parametrize("name", _TOPICS[2:])
def test_a_page_names_all_that_a_command_takes(name: str) -> None:
    command = load_command(name)
    page = run("help", name, "--lang", "en", "--width", "400").out
    for argument in (*command.arguments, *COMMON_OPTIONS):
        assert all(each in page for each in argument.names if argument.is_flag)
        assert argument.help.en.split()[0] in page
        assert all(choice in page for choice in argument.choices)
    assert all(example.line in page for example in command.examples)
    assert all(detail.en.split()[0] in page for detail in command.details)
    assert command.help.en in run("--help", "--lang", "en", "--width", "400").out


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("find --help", "find"),
        ("find 医保 -h", "find"),
        ("--help find", "find"),
        ("--width 80 show --help nonsense more", "show"),
        ("list nonsense --limit --help", "list"),
        ("医保 --help", "find"),
        ("help list", "list"),
        ("help --help", "help"),
        ("help help", "help"),
        ("--help", ""),
        ("-h", ""),
        ("--json --help", ""),
        ("help", ""),
        ("--json help", "json"),
        ("find 医保 --json help", "json"),
        ("list --json help", "json"),
        ("help json", "json"),
    ],
)
def test_help_is_had_wherever_it_is_asked_for(line: str, topic: str) -> None:
    wanted = run("help", *([topic] if topic else []))
    assert wanted.code == 0
    assert run(*line.split()) == wanted


@pytest.mark.parametrize("line", ["--lang zh find --help", "find --help --lang=zh", "-h --lang zh"])
def test_help_speaks_the_language_that_is_asked_for(medbrief: Medbrief, line: str) -> None:
    assert "退出码" in medbrief(*line.split()).text
    assert "Exit codes" in medbrief("find", "--help").text
    assert "退出码" in medbrief("find", "--help", LC_ALL="zh_CN.UTF-8").text


@pytest.mark.parametrize("line", ["find help --json", "find --json -- help", "help --json help me"])
def test_a_query_for_help_remains_a_query(line: str) -> None:
    said = run(*line.split())
    assert said.code in ({2} if line.startswith("help") else {0, 1})
    assert "exit code" not in said.out.lower()


def test_after_two_dashes_help_is_a_word(medbrief: Medbrief) -> None:
    answer = medbrief("find", "--", "--help")
    assert answer.code in {0, 1}
    assert "Usage" not in answer.text


def test_help_has_the_colours_of_a_page() -> None:
    assert "\x1b[" in run("find", "--help", "--color", "always").out
    assert "\x1b" not in run("find", "--help").out


def test_help_needs_no_briefing(medbrief: Medbrief) -> None:
    answer = medbrief("find", "--help", "--content", "/nowhere")
    assert (answer.code, answer.stderr) == (0, b"")
