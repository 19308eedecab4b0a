"""``compare``: number and kind of subjects, and the errors for others."""

from __future__ import annotations

import json

import pytest

from tests.cli.command import Medbrief


@pytest.mark.parametrize(
    "words",
    ["qinghe-health", "qinghe-health qinghe-health", "a b c d e f g"],
)
def test_fewer_than_two_or_more_than_six_ids_are_a_usage_error(
    medbrief: Medbrief, words: str
) -> None:
    answer = medbrief("compare", *words.split())
    assert (answer.code, answer.stdout) == (2, b"")
    message, hint = answer.message.splitlines()
    assert "expected 2 to 6 different ids" in message
    assert hint == "try: medbrief compare --help"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("qinghe-health consultation-market", "Online-consultation market size"),
        ("consultation-market policy-price-2019", "Notice on improving prices"),
        ("qinghe-health herald-2023", "Three years of online consultation"),
    ],
)
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_subjects_of_different_kinds_cannot_be_compared(
    medbrief: Medbrief, words: str, title: str, form: list[str]
) -> None:
    answer = medbrief("compare", *words.split(), *form)
    assert (answer.code, answer.stdout) == (2, b"")
    message = answer.message.splitlines()[0]
    assert f"“{title}" in message


def test_an_unknown_id_gets_the_closest_as_suggestion(medbrief: Medbrief) -> None:
    answer = medbrief("compare", "qinghe-helth", "changle-health")
    assert (answer.code, answer.stdout) == (1, b"")
    assert "qinghe-helth" in answer.message
    assert "qinghe-health" in answer.message


@pytest.mark.parametrize(
    "words",
    [
        "青禾健康 和 长乐健康",
        "青禾健康、长乐健康",
        "Qinghe Health and Changle Health",
        "Qinghe Health Changle Health",
    ],
)
def test_names_may_be_joined_or_have_several_words(medbrief: Medbrief, words: str) -> None:
    expected = medbrief("compare", "qinghe-health", "changle-health")
    assert medbrief("compare", *words.split()).stdout == expected.stdout


def test_a_mistyped_chinese_name_gets_the_right_one_alone_as_suggestion(
    medbrief: Medbrief,
) -> None:
    answer = medbrief("compare", "青禾健康", "长乐建康")
    assert (answer.code, answer.stdout) == (1, b"")
    assert answer.message.splitlines()[-1].endswith(": changle-health")


def test_names_with_an_unknown_one_are_not_compared_without_it(medbrief: Medbrief) -> None:
    answer = medbrief("compare", "青禾健康", "长乐健康", "xyzzy")
    assert (answer.code, answer.stdout) == (1, b"")


def test_an_id_of_the_line_is_no_suggestion(medbrief: Medbrief) -> None:
    assert "changle-health" in medbrief("show", "qinghe-helth").message
    answer = medbrief("compare", "qinghe-helth", "changle-health")
    assert "changle-health" not in answer.message


def test_facts_are_in_the_order_of_the_ids(medbrief: Medbrief) -> None:
    def ids(*words: str) -> list[str]:
        objects = json.loads(medbrief("compare", *words, "--json").text)
        return list(dict.fromkeys(each["id"] for each in objects))

    assert ids("consultation-market", "online-patients") == [
        "consultation-market",
        "online-patients",
    ]
    assert ids("online-patients", "consultation-market") == [
        "online-patients",
        "consultation-market",
    ]


def test_json_does_not_depend_on_the_language(medbrief: Medbrief) -> None:
    words = ("compare", "qinghe-health", "changle-health", "--json")
    assert medbrief(*words, "--lang", "zh") == medbrief(*words, "--lang", "en")


def test_a_comparison_in_the_terminal_says_what_it_leaves_out(medbrief: Medbrief) -> None:
    words = ("compare", "qinghe-health", "changle-health", "--lang", "en", "--width", "100")
    short, whole = medbrief(*words).text, medbrief(*words, "--full").text
    left = "Summary"
    assert f"\n{left} ─" in whole
    assert f"\n{left} ─" not in short
    assert f"Not shown: {left}, " in short
    assert short.split()[-3:] == ["qinghe-health", "changle-health", "--full"]
    assert "Not shown" not in whole
    assert short.split("\n\n")[0] == whole.split("\n\n")[0]
    assert f"## {left}" in medbrief(*words, "--format", "md").text


def test_a_comparison_of_measures_is_whole(medbrief: Medbrief) -> None:
    words = ("compare", "consultation-market", "online-patients", "--lang", "en")
    assert medbrief(*words).text == medbrief(*words, "--full").text
