"""A line that begins with the word for a command and goes on as a question is looked up."""

from __future__ import annotations

import pytest

from tests.cli.command import Medbrief


@pytest.mark.parametrize(
    "line",
    [
        "show me the number of online patients",
        "impact of the epidemic on online patients",
        "check if Qinghe Health is profitable",
        "open questions about Qinghe Health",
        "new policies in 2020",
        "add up the online patients",
        "list your sources",
        "compare the growth of online patients",
        "brief history of Qinghe Health",
        "export of medicines in yuan",
        "disagreements between our sources",
        "timeline of Qinghe Health",
        "cite a source for online patients",
        "help me find online patients",
    ],
)
def test_a_question_that_begins_with_a_command_is_looked_up(medbrief: Medbrief, line: str) -> None:
    answer = medbrief(*line.split(), "--lang", "en")
    lookup = medbrief("find", *line.split(), "--lang", "en")
    assert (answer.code, answer.text) == (lookup.code, lookup.text)
    first = line.split()[0]
    assert f"medbrief find {line}; for the command: medbrief {first} --help" in answer.message
    assert "error" not in answer.message


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("show marketsize", 1),
        ("show marketsize salse", 1),
        ("compare qinghe-health nobody", 1),
        ("compare Qinghe Health and Nobody", 1),
        ("list nothing", 2),
        ("check here there", 2),
        ("impact of", 2),
        ("impact of the epidemic --json", 2),
        ("show me the patients --full", 1),
        ("show me the patients --json", 1),
        ("compare a b c d e f g", 2),
        ("timeline of Qinghe Health --since 2020", 2),
        ("todo list", 2),
        ("completion csh", 2),
    ],
)
def test_a_mistake_in_a_command_stays_an_error(medbrief: Medbrief, line: str, code: int) -> None:
    answer = medbrief(*line.split(), "--lang", "en")
    assert answer.code == code
    assert "read as a question" not in answer.message


@pytest.mark.parametrize("line", ["open Qinghe Health", "cite Qinghe Health"])
def test_an_error_says_how_to_write_a_name_of_several_words(medbrief: Medbrief, line: str) -> None:
    answer = medbrief(*line.split(), "--lang", "en")
    command, _, name = line.partition(" ")
    assert answer.code == 2
    assert f"put a name of several words in quotes, as in medbrief {command} '{name}'" in (
        answer.message
    )


def test_a_lookup_is_shown_as_a_shell_takes_it(medbrief: Medbrief) -> None:
    line = ("show", "me", "the", "doctor's", "income?")
    assert """medbrief find "show me the doctor's income?";""" in medbrief(*line).message
    assert """medbrief find 'show me the $5';""" in medbrief("show", "me", "the", "$5").message
