"""Suggestions for mistyped names."""

from __future__ import annotations

from tui.text.close_matches import close_matches, did_you_mean
from tui.text.language import Wording


def test_the_closest_names_come_first_up_to_the_limit() -> None:
    known = ["statement", "status", "source", "state"]
    assert close_matches("statu", known)[0] == "status"
    assert close_matches("statu", known, 1) == ["status"]
    assert len(close_matches("stat", known, 2)) == 2


def test_nothing_is_suggested_for_a_word_that_resembles_no_name() -> None:
    assert close_matches("zzz", ["source", "status"]) == []
    assert did_you_mean("zzz", ["source", "status"]) is None


def test_three_letters_of_five_are_not_alike_and_a_beginning_is() -> None:
    assert close_matches("tesla", ["terms"]) == []
    assert close_matches("bib", ["md", "bibtex"]) == ["bibtex"]


def test_names_that_begin_with_the_word_follow() -> None:
    known = ["changle-health", "qinghe-health", "qinghe-health-insurance", "qinghai"]
    assert close_matches("qinghe", known) == ["qinghai", "qinghe-health", "qinghe-health-insurance"]
    assert close_matches("qin", known, 3) == []


def test_a_name_that_is_known_twice_is_suggested_once() -> None:
    assert close_matches("polices", ["policies", "gaps", "policies"]) == ["policies"]


def test_the_question_names_the_closest_name_in_both_languages() -> None:
    assert did_you_mean("staus", ["source", "status"]) == Wording(
        "是不是“status”？", "did you mean 'status'?"
    )
