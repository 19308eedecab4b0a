"""``show``: the order of a page, what it leaves out without ``--full``, and that it says so."""

from __future__ import annotations

import re

import pytest

from tests.cli.command import Medbrief


def _headings(lines: list[str]) -> list[str]:
    return [line.partition(" ─")[0] for line in lines if line.endswith("──")]


def test_a_statistic_begins_with_its_latest_figure_period_and_status(medbrief: Medbrief) -> None:
    lines = medbrief("show", "consultation-market", "--lang", "en").lines
    assert lines[2].startswith("CNY 10 billion  2022  reported, used here  [1]")
    assert _headings(medbrief("show", "consultation-market", "--full", "--lang", "en").lines) == [
        "Figures",
        "Scope",
        "Rates stated by the sources",
        "Similar measures, different definitions",
        "Related",
        "Evidence (quoted in Chinese, with the editor's translation)",
    ]


def test_related_records_are_grouped_by_kind(medbrief: Medbrief) -> None:
    lines = medbrief("show", "consultation-market", "--full", "--lang", "en").lines
    related = lines[next(at for at, line in enumerate(lines) if line.startswith("Related ─")) :]
    groups = [line for line in related[1:] if line and line[0] not in "• ["][:3]
    assert groups == ["Data gaps", "Statistics", "Themes"]


@pytest.mark.parametrize("identity", ["consultation-market", "qinghe-health", "waiting-time"])
def test_what_is_left_out_is_counted_and_can_be_seen(medbrief: Medbrief, identity: str) -> None:
    short = medbrief("show", identity, "--lang", "en", "--width", "200").lines
    full = medbrief("show", identity, "--lang", "en", "--width", "200", "--full").lines
    links = sum(line.startswith("•") for line in full) - sum(line.startswith("•") for line in short)
    note = re.fullmatch(r"Not shown: .* To see all: medbrief show \S+ --full", short[-1])
    assert bool(note) == (len(full) > len(short) - (2 if note else 0))
    if note and (counted := re.search(r"related records \((\d+)\)", short[-1])):
        assert int(counted[1]) <= links


def test_warnings_stay_without_full(medbrief: Medbrief) -> None:
    page = medbrief("show", "night-consultations", "--lang", "zh").text
    assert "原文印作" in page


def test_a_disagreement_keeps_its_reasons(medbrief: Medbrief) -> None:
    words = ("show", "disagreement-consultation-market", "--lang", "en")
    assert medbrief(*words) == medbrief(*words, "--full")


def test_json_is_the_same_with_full(medbrief: Medbrief) -> None:
    words = ("show", "consultation-market", "--json")
    assert medbrief(*words) == medbrief(*words, "--full")
