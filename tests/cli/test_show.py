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
    assert groups == ["Data gaps", "Statistics", "Statements"]


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


def test_several_records_are_shown_one_after_the_other(medbrief: Medbrief) -> None:
    names = ("consultation-market", "qinghe-health")
    pages = [medbrief("show", name).text for name in names]
    assert medbrief("show", *names).text == f"{pages[0]}\n\n{pages[1]}"
    assert medbrief("show", "青禾健康", "qinghe-health").text == pages[1]
    objects = [medbrief("show", name, "--json").json for name in names]
    assert medbrief("show", *names, "--json").json == [*objects[0], *objects[1]]


def test_one_unknown_record_of_several_is_an_error(medbrief: Medbrief) -> None:
    answer = medbrief("show", "qinghe-health", "zzzzzz")
    assert (answer.code, answer.stdout) == (1, b"")
    assert "no record 'zzzzzz'" in answer.message
    assert medbrief("show", "qinghe-health", "zzzzzz", "--json").stdout == b"[]\n"


def test_the_json_of_the_overview_has_its_key_figures(medbrief: Medbrief) -> None:
    found = medbrief("overview", "--json").json
    figures = medbrief("overview", "--lang", "en").text.partition("\n\n")[0].splitlines()[1:]
    assert len(found) == len(figures) > 1
    for each, line in zip(found, figures, strict=True):
        period, _, figure = each["answer"]["en"].partition(": ")
        assert period in line
        assert " ".join(figure.split()[:2]) in line or figure.split()[0] in line


def test_json_is_the_same_with_full(medbrief: Medbrief) -> None:
    words = ("show", "consultation-market", "--json")
    assert medbrief(*words) == medbrief(*words, "--full")
