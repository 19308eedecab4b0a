"""``medbrief export`` and ``medbrief cite``: what is printed, what is refused, and how."""

from __future__ import annotations

import csv
import json

import pytest

from tests.cli.command import Medbrief


@pytest.mark.parametrize("form", ["md", "html", "json", "csv", "bibtex"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_format_gives_the_whole_briefing(medbrief: Medbrief, form: str, lang: str) -> None:
    answer = medbrief("export", "--all", "--format", form, "--lang", lang)
    assert (answer.code, answer.message) == (0, "")
    assert len(answer.stdout) > 1500


def test_markdown_is_what_is_not_asked_for_otherwise(medbrief: Medbrief) -> None:
    answer = medbrief("export", "market-size", "jd-health", "--lang", "zh")
    assert answer == medbrief(
        "export", "market-size", "jd-health", "--lang", "zh", "--format", "md"
    )
    assert "# 互联网医疗行业简报" in answer.lines
    assert "## 京东健康" in answer.lines


def test_a_figure_stands_for_its_record_and_each_record_comes_once(medbrief: Medbrief) -> None:
    one = medbrief("export", "market-size", "--format", "json")
    again = medbrief(
        "export", "market-size@2022", "market-size", "market-size#cagr-2016-2020", "--format=json"
    )
    assert one.code == 0
    assert one == again
    assert {each["id"] for each in json.loads(one.text)} == {"market-size"}


def test_a_file_is_utf8_whatever_the_terminal_takes(medbrief: Medbrief) -> None:
    plain = medbrief("export", "jd-health", "--format", "html", "--lang", "zh")
    other = medbrief(
        "export", "jd-health", "--format", "html", "--lang", "zh", PYTHONIOENCODING="latin-1"
    )
    assert other == plain
    assert "京东健康" in plain.text


def test_the_table_keeps_its_line_ends_and_its_mark(medbrief: Medbrief) -> None:
    answer = medbrief("export", "jd-health", "--format", "csv")
    assert answer.stdout.startswith(b"\xef\xbb\xbfrecord,")
    lines = answer.stdout.decode("utf-8-sig").split("\r\n")
    rows = list(csv.reader(line + "\r\n" for line in lines if line))
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("command", ["export", "cite"])
def test_an_unknown_id_is_answered_with_the_nearest(medbrief: Medbrief, command: str) -> None:
    answer = medbrief(command, "jd-healt")
    assert (answer.code, answer.stdout) == (1, b"")
    assert answer.message == medbrief("show", "jd-healt").message
    assert "did you mean: jd-health" in answer.message
    assert "did you mean: jd-health" in medbrief(command, "京东健康").message


def test_an_unknown_figure_is_answered_with_those_of_its_record(medbrief: Medbrief) -> None:
    answer = medbrief("cite", "market-size@2032")
    assert (answer.code, answer.stdout) == (1, b"")
    said, near = answer.message.splitlines()
    assert "market-size@2032" in said
    assert all(each.startswith("market-size@") for each in near.partition("mean: ")[2].split(", "))


@pytest.mark.parametrize(
    "words",
    [
        "export",
        "export --all market-size",
        "export market-size --format docx",
        "export market-size --format",
        "cite",
        "cite market-size jd-health",
        "cite market-size --style mla",
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_wrong_usage_is_said_and_nothing_printed(medbrief: Medbrief, words: str, lang: str) -> None:
    answer = medbrief(*words.split(), "--lang", lang)
    assert (answer.code, answer.stdout) == (2, b"")
    said = answer.message.splitlines()
    assert said[0].startswith("medbrief")
    assert len(said) <= 2
    assert "Traceback" not in answer.message


def test_json_is_csl_json(medbrief: Medbrief) -> None:
    answer = medbrief("cite", "market-size@2022", "--json")
    assert answer == medbrief("cite", "market-size@2022", "--style", "csl-json")
    (item,) = json.loads(answer.text)
    assert item["id"] == "chinabaogao-2024"


@pytest.mark.parametrize(
    "identity",
    [
        "woshipm-2023",
        "jd-health",
        "jd-health.revenue@2021-H1",
        "five-minutes",
        "disagreement-market-size",
    ],
)
def test_anything_that_has_an_id_can_be_cited(medbrief: Medbrief, identity: str) -> None:
    for style in ("gb7714", "apa"):
        answer = medbrief("cite", identity, "--style", style, "--lang", "zh")
        assert answer.code == 0
        assert answer.text
