"""Commands accept a record's id, the id of one of its figures, and its exact name."""

from __future__ import annotations

import json

import pytest

from tests.cli.command import Medbrief


@pytest.mark.parametrize(
    "name", ["qinghe-health", "青禾健康", "Qinghe Health", "90917", "qinghe-health.doctors@2023-06"]
)
def test_show_accepts_each_name_of_a_record(medbrief: Medbrief, name: str) -> None:
    assert medbrief("show", name).text == medbrief("show", "qinghe-health").text


@pytest.mark.parametrize("name", ["健康", "qhjk", "nobody", "2022", "医保 支付"])
def test_an_ambiguous_name_is_not_resolved(medbrief: Medbrief, name: str) -> None:
    answer = medbrief("show", name)
    assert (answer.code, answer.text) == (1, "")


def test_compare_accepts_names(medbrief: Medbrief) -> None:
    by_id = medbrief("compare", "qinghe-health", "xiaoman-health")
    assert medbrief("compare", "青禾健康", "小满健康").text == by_id.text


@pytest.mark.parametrize("command", ["cite", "export", "show", "open"])
def test_a_name_stands_for_the_id_and_may_have_a_period(medbrief: Medbrief, command: str) -> None:
    (title,) = (
        answer["title"]["en"]
        for answer in json.loads(medbrief("list", "statistics", "--json").text)
        if answer["id"] == "consultation-market"
    )
    for period in ("", "@2022"):
        by_id = medbrief(command, f"consultation-market{period}")
        assert (by_id.code, medbrief(command, title + period)) == (0, by_id)


@pytest.mark.parametrize("command", ["cite", "export", "show", "open"])
def test_an_unknown_figure_gets_those_of_its_period_or_measure(
    medbrief: Medbrief, command: str
) -> None:
    of_period = medbrief(command, "Qinghe Health@2023-06")
    assert of_period.code == 1
    figures = of_period.message.split("did you mean: ")[1].strip().split(", ")
    assert figures
    assert all(each.endswith("@2023-06") for each in figures)
    of_measure = medbrief(command, "qinghe-health.doctors@1999").message
    missing, meant = of_measure.splitlines()
    assert missing == "medbrief: no figure 'qinghe-health.doctors@1999'"
    assert meant.startswith("medbrief: did you mean: qinghe-health.doctors@2023-06")
    assert meant.count("qinghe-health.") == meant.count("qinghe-health.doctors")


def test_two_names_of_one_record_are_not_compared(medbrief: Medbrief) -> None:
    assert medbrief("compare", "青禾健康", "qinghe-health").code == 2


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "available: one-minute, where-sources-disagree"),
        ("zh", "可用的有：one-minute、where-sources-disagree"),
    ],
)
def test_an_unknown_briefing_names_those_that_there_are(
    medbrief: Medbrief, language: str, message: str
) -> None:
    assert message in medbrief("brief", "zzz", "--lang", language).message
