"""A record is shown under its id, under one of its figures, and under its very name."""

from __future__ import annotations

import pytest

from tests.cli.command import Medbrief


@pytest.mark.parametrize(
    "name", ["jd-health", "京东健康", "JD Health", "06618", "jd-health.revenue@2021-H1"]
)
def test_a_record_is_shown_by_any_of_its_names(medbrief: Medbrief, name: str) -> None:
    assert medbrief("show", name).text == medbrief("show", "jd-health").text


@pytest.mark.parametrize("name", ["健康", "jdjk", "nobody", "2022", "医保 支付"])
def test_a_name_that_may_mean_several_is_not_guessed(medbrief: Medbrief, name: str) -> None:
    answer = medbrief("show", name)
    assert (answer.code, answer.text) == (1, "")


def test_players_are_compared_by_name(medbrief: Medbrief) -> None:
    by_id = medbrief("compare", "jd-health", "ping-an-good-doctor")
    assert medbrief("compare", "京东健康", "平安好医生").text == by_id.text


def test_one_thing_under_two_names_is_not_compared_with_itself(medbrief: Medbrief) -> None:
    assert medbrief("compare", "京东健康", "jd-health").code == 2
