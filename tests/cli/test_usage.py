"""Wrong usage: one line that says what is wrong, one that says where help is, exit code 2."""

from __future__ import annotations

import re

import pytest

from tests.cli.command import Medbrief
from tests.cli.inside import run


@pytest.mark.parametrize(
    "words",
    [
        "find",
        "find 医保 --limit 0",
        "find 医保 --limit many",
        "find 医保 --limit ２",
        "show",
        "show jd-health market-size",
        "list nonsense",
        "list --width 19",
        "list --width 401",
        "list --width wide",
        "list --width -80",
        "sources --lang fr",
        "sources --color sometimes",
        "sources --nonsense",
        "--json",
        "--wid 80 list",
        "list --level",
        "list --since yesterday",
        "list --since 2021-13",
        "list --until 2020/2018",
        "list --nonsense 3",
        "timeline --since 21",
        "timeline extra",
        "compare",
        "database one two",
    ],
)
def test_wrong_usage_is_said_in_one_line(medbrief: Medbrief, words: str) -> None:
    answer = medbrief(*words.split())
    assert (answer.code, answer.stdout) == (2, b"")
    said, help_line = answer.message.splitlines()
    assert said.startswith("medbrief")
    assert help_line.startswith("try: medbrief")


_FAULTS = {
    "find": ("QUERY is missing", "还缺QUERY"),
    "find 医保 --limit": ("--limit wants N", "--limit后面要有N"),
    "find 医保 --limit many": ("'many' is no limit", "“many”不是数量"),
    "show jd-health a b": ("too much: a b", "多了：a b"),
    "list --jsn": ("no option --jsn; did you mean: --json", "没有选项--jsn；是不是：--json"),
    "list --wdith 80": ("did you mean: --width", "是不是：--width"),
    "list --zzzzzz": ("no option --zzzzzz\n", "没有选项--zzzzzz\n"),
    "list --json=yes": ("--json takes no value", "--json不带值"),
    "list --lang fr": ("--lang cannot be 'fr' (one of zh, en)", "--lang不能是“fr”（有zh、en）"),
    "list --color nevr": ("did you mean: never", "是不是：never"),
    "list --color": ("--color wants one of auto", "--color后面要有auto、always、never之一"),
    "list polices": ("'polices'; did you mean: policies", "“polices”这一类；是不是：policies"),
    "help fnd": ("no command 'fnd'; did you mean: find", "没有命令“fnd”；是不是：find"),
    "completion": ("SHELL is missing", "还缺SHELL"),
    "completion csh": ("SHELL cannot be 'csh'", "SHELL不能是“csh”"),
    "--json": ("options, but no command", "只有选项，没有命令"),
    "--pager --lang": ("--lang wants one of zh, en", "--lang后面要有zh、en之一"),
}


@pytest.mark.parametrize("words", _FAULTS)
def test_what_is_wrong_is_said_in_the_language_of_the_reader(words: str) -> None:
    for language, said in zip(("en", "zh"), _FAULTS[words], strict=True):
        line = words.split()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("MEDBRIEF_LANG", language)
            answer = run(*line)
        assert (answer.code, answer.out) == (2, "")
        assert said in answer.err
        assert answer.err.endswith("--help\n")
        assert answer.err.count("\n") == 2
        assert ("试试：medbrief" if language == "zh" else "try: medbrief") in answer.err
        # None of argparse's own words is left.
        assert not re.search("argument|unrecognized|invalid|expected|required", answer.err)


def test_the_language_that_the_wrong_line_names_is_spoken() -> None:
    assert "试试" in run("list", "--lang", "zh", "nonsense").err
    assert "试试" in run("list", "nonsense", "--lang=zh").err


@pytest.mark.parametrize(
    ("words", "meant"), [("lsit polcies", "list polcies"), ("chekc", "check"), ("hlep", "help")]
)
def test_a_slip_in_a_command_is_answered_with_the_command(words: str, meant: str) -> None:
    answer = run(*words.split(), "--lang", "en")
    assert answer.code == 1
    assert f"did you mean: medbrief {meant}" in answer.err


@pytest.mark.parametrize("words", ["jdjk", "京东健康", "市场规模 2022", "ali health"])
def test_what_is_no_command_is_looked_up(medbrief: Medbrief, words: str) -> None:
    found = medbrief(*words.split())
    assert found.code == 0
    assert found == medbrief("find", *words.split())


def test_initials_find_a_name(medbrief: Medbrief) -> None:
    assert medbrief("jdjk", "--lang", "zh").lines[0].startswith("京东健康")


def test_an_empty_query_is_wrong_usage(medbrief: Medbrief) -> None:
    for query in ("", "  ", "\u3000"):
        answer = medbrief("find", query)
        assert (answer.code, answer.stdout) == (2, b"")
        assert "empty" in answer.message


@pytest.mark.parametrize("words", ["find zzzzzz", "show zzzzzz"])
def test_nothing_found_is_no_success(medbrief: Medbrief, words: str) -> None:
    answer = medbrief(*words.split())
    assert (answer.code, answer.stdout) == (1, b"")
    assert "zzzzzz" in answer.message


def test_a_slip_in_an_id_is_answered_with_the_id(medbrief: Medbrief) -> None:
    assert "did you mean: market-size" in medbrief("show", "market-siez").message


def test_what_is_almost_a_name_is_answered_with_the_id(medbrief: Medbrief) -> None:
    assert "did you mean: jd-health" in medbrief("show", "京东建康").message
