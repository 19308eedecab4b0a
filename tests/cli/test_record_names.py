"""Commands accept a record's id, the id of one of its figures, and its exact name."""

from __future__ import annotations

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
