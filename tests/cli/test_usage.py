"""Wrong usage: one line that says what is wrong, one that says where help is, exit code 2."""

from __future__ import annotations

import pytest

from tests.cli.command import Medbrief


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


def test_a_name_in_place_of_an_id_is_answered_with_the_id(medbrief: Medbrief) -> None:
    assert "did you mean: jd-health" in medbrief("show", "京东健康").message
