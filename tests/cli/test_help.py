"""Help pages: their content and language, and the ways to ask for them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.command import FORBIDDEN_FIRST, Medbrief
from tests.cli.inside import run
from tests.golden import check_golden
from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.commands import COMMAND_NAMES, load_command
from tui.cli.commands.help import TOPICS
from tui.cli.help import messages
from tui.text.language import LANGUAGES

_GOLDEN = Path(__file__).parent / "golden-help"
_WIDTHS = (60, 80, 120)
_COMMANDS = [*(name for name in COMMAND_NAMES if not name.startswith("_"))]
_PAGES = ["", *TOPICS, *_COMMANDS]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", _PAGES)
def test_each_page_matches_its_golden(topic: str, language: str) -> None:
    pages = []
    for width in _WIDTHS:
        words = ["help", *([topic] if topic else []), "--lang", language, "--width", str(width)]
        result = run(*words)
        assert (result.code, result.err) == (0, "")
        lines = result.out.splitlines()
        assert [line for line in lines if cell_len(line) > min(width, 100)] == []
        assert [line for line in lines if line.strip()[:1] in FORBIDDEN_FIRST] == []
        assert [line for line in lines if line != line.rstrip()] == []
        pages.append(f"$ medbrief {' '.join(words)}\n{result.out}")
    check_golden(_GOLDEN / f"{topic or 'all'}-{language}.txt", "\n".join(pages))


def test_every_golden_is_used() -> None:
    expected = {f"{topic or 'all'}-{language}" for topic in _PAGES for language in LANGUAGES}
    assert {path.stem for path in _GOLDEN.iterdir()} == expected


@pytest.mark.parametrize("name", _COMMANDS)
def test_a_page_lists_every_argument_and_example(name: str) -> None:
    command = load_command(name)
    page = run("help", name, "--lang", "en", "--width", "400").out
    for argument in command.arguments:
        assert all(each in page for each in argument.names if argument.is_flag)
        assert argument.help.en.split()[0] in page
        assert all(choice in page for choice in argument.choices)
    assert all(argument.names[0] in page for argument in COMMON_OPTIONS)
    assert all(example.line_in("en") in page for example in command.examples)
    assert all(detail.en.split()[0] in page for detail in command.details)
    assert page.index("\nUsage") < page.index("\nExamples") < page.index("\nCommon options")
    assert command.help.en in run("help", "commands", "--lang", "en", "--width", "400").out


@pytest.mark.parametrize("topic", ["exit", "exit-codes", "environment"])
def test_the_page_of_options_is_found_by_what_else_is_on_it(topic: str) -> None:
    assert run("help", topic, "--lang", "en") == run("help", "options", "--lang", "en")


def test_the_page_of_options_explains_every_common_option() -> None:
    page = run("help", "options", "--lang", "en", "--width", "400").out
    for argument in COMMON_OPTIONS:
        assert all(each in page for each in argument.names)
        assert argument.help.en in " ".join(page.split())
        assert all(choice in page for choice in argument.choices)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_general_help_names_every_command_and_explains_those_of_readers(language: str) -> None:
    page = run("help", "--lang", language, "--width", "400").out
    for name in _COMMANDS:
        command = load_command(name)
        assert re.search(rf"(?m)(^|, |  ){name}(,|  |$)", page)
        is_explained = f"{name} {command.help.of(language)}" in " ".join(page.split())
        assert is_explained == (command.group in messages.OF_READERS)


@pytest.mark.parametrize("name", _COMMANDS)
def test_english_pages_have_english_examples(name: str) -> None:
    for example in load_command(name).examples:
        names = "'营收 / Revenue'"  # an option that takes a name in both languages
        assert example.line_in("en").replace(names, "").isascii()


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
def test_help_is_recognized_anywhere_on_a_line(line: str, topic: str) -> None:
    expected = run("help", *([topic] if topic else []))
    assert expected.code == 0
    assert run(*line.split()) == expected


@pytest.mark.parametrize("line", ["--lang zh find --help", "find --help --lang=zh", "-h --lang zh"])
def test_help_is_in_the_requested_language(medbrief: Medbrief, line: str) -> None:
    assert "用法" in medbrief(*line.split()).text
    assert "Usage" in medbrief("find", "--help").text
    assert "用法" in medbrief("find", "--help", LC_ALL="zh_CN.UTF-8").text


@pytest.mark.parametrize("line", ["find help --json", "find --json -- help", "help --json help me"])
def test_a_query_with_the_word_help_is_a_query(line: str) -> None:
    result = run(*line.split())
    assert result.code in ({2} if line.startswith("help") else {0, 1})
    assert "exit code" not in result.out.lower()


def test_help_after_a_separator_is_a_word(medbrief: Medbrief) -> None:
    answer = medbrief("find", "--", "--help")
    assert answer.code in {0, 1}
    assert "Usage" not in answer.text


def test_help_pages_have_colors() -> None:
    assert "\x1b[" in run("find", "--help", "--color", "always").out
    assert "\x1b" not in run("find", "--help").out


def test_help_needs_no_content(medbrief: Medbrief) -> None:
    answer = medbrief("find", "--help", "--content", "/nowhere")
    assert (answer.code, answer.stderr) == (0, b"")
