"""``compare``: how many, of what, and what is said where it cannot be."""

from __future__ import annotations

import json

import pytest

from tests.cli.command import Medbrief


@pytest.mark.parametrize(
    "words",
    ["jd-health", "jd-health jd-health", "a b c d e f g"],
)
def test_two_to_six_different_ids_are_wanted(medbrief: Medbrief, words: str) -> None:
    answer = medbrief("compare", *words.split())
    assert (answer.code, answer.stdout) == (2, b"")
    (said,) = answer.message.splitlines()
    assert "2 to 6" in said


@pytest.mark.parametrize(
    "words",
    ["jd-health market-size", "market-size policy-nhsa-2019-47", "jd-health ofweek-2021"],
)
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_unlike_things_are_refused_in_one_line(
    medbrief: Medbrief, words: str, form: list[str]
) -> None:
    answer = medbrief("compare", *words.split(), *form)
    assert (answer.code, answer.stdout) == (2, b"")
    (said,) = answer.message.splitlines()
    assert words.split()[1] in said


def test_an_unknown_id_is_answered_with_the_nearest(medbrief: Medbrief) -> None:
    answer = medbrief("compare", "jd-helth", "ali-health")
    assert (answer.code, answer.stdout) == (1, b"")
    assert "jd-helth" in answer.message
    assert "jd-health" in answer.message


def test_the_facts_come_in_the_order_in_which_they_were_asked_for(medbrief: Medbrief) -> None:
    def ids(*words: str) -> list[str]:
        objects = json.loads(medbrief("compare", *words, "--json").text)
        return list(dict.fromkeys(each["id"] for each in objects))

    assert ids("market-size", "online-users") == ["market-size", "online-users"]
    assert ids("online-users", "market-size") == ["online-users", "market-size"]


def test_the_language_changes_nothing_in_json(medbrief: Medbrief) -> None:
    words = ("compare", "jd-health", "ali-health", "--json")
    assert medbrief(*words, "--lang", "zh") == medbrief(*words, "--lang", "en")
