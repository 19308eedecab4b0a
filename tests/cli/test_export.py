"""``medbrief export`` and ``medbrief cite``: formats, styles and errors."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cli.command import Medbrief
from tui.export.formats import FORMATS
from tui.export.references import STYLES


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_format_exports_the_whole_briefing(medbrief: Medbrief, form: str, lang: str) -> None:
    answer = medbrief("export", "--all", "--format", form, "--lang", lang)
    assert (answer.code, answer.message) == (0, "")
    assert len(answer.stdout) > 1500


def test_markdown_is_the_default_format(medbrief: Medbrief) -> None:
    answer = medbrief("export", "consultation-market", "qinghe-health", "--lang", "zh")
    assert answer == medbrief(
        "export", "consultation-market", "qinghe-health", "--lang", "zh", "--format", "md"
    )
    assert "# 线上问诊样本简报" in answer.lines
    assert any(line.startswith("## ") and line.endswith("青禾健康") for line in answer.lines)


def test_a_figure_exports_its_record_and_each_record_once(medbrief: Medbrief) -> None:
    one = medbrief("export", "consultation-market", "--format", "json")
    again = medbrief(
        "export",
        "consultation-market@2022",
        "consultation-market",
        "consultation-market#growth-2022",
        "--format=json",
    )
    assert one.code == 0
    assert one == again
    assert {each["id"] for each in json.loads(one.text)} == {"consultation-market"}


def test_exports_are_utf8_whatever_the_encoding_of_the_terminal(medbrief: Medbrief) -> None:
    plain = medbrief("export", "qinghe-health", "--format", "html", "--lang", "zh")
    words = ("export", "qinghe-health", "--format", "html", "--lang", "zh")
    assert medbrief.process(*words, PYTHONIOENCODING="latin-1") == plain
    assert "青禾健康" in plain.text


def test_csv_has_crlf_and_in_a_file_a_byte_order_mark(medbrief: Medbrief, tmp_path: Path) -> None:
    words = ("export", "qinghe-health", "--format", "csv")
    answer = medbrief(*words)
    assert answer.stdout.startswith(b"record,")
    assert medbrief(*words, "-o", str(tmp_path / "table.csv")).code == 0
    assert (tmp_path / "table.csv").read_bytes() == b"\xef\xbb\xbf" + answer.stdout
    lines = answer.stdout.decode().split("\r\n")
    rows = list(csv.reader(line + "\r\n" for line in lines if line))
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("command", ["export", "cite"])
def test_an_unknown_id_gets_the_closest_as_suggestion(medbrief: Medbrief, command: str) -> None:
    answer = medbrief(command, "qinghe-healt")
    assert (answer.code, answer.stdout) == (1, b"")
    assert answer.message == medbrief("show", "qinghe-healt").message
    assert "did you mean: qinghe-health" in answer.message
    assert "did you mean: qinghe-health" in medbrief(command, "青禾建康").message


def test_an_unknown_figure_gets_those_of_its_record_as_suggestion(medbrief: Medbrief) -> None:
    answer = medbrief("cite", "consultation-market@2032")
    assert (answer.code, answer.stdout) == (1, b"")
    message, suggestion = answer.message.splitlines()
    assert "consultation-market@2032" in message
    names = suggestion.partition("mean: ")[2].split(", ")
    assert names
    assert all(name.startswith("consultation-market@") for name in names)


@pytest.mark.parametrize(
    "words",
    [
        "export",
        "export --all consultation-market",
        "export consultation-market --format no-such-format",
        "export consultation-market --format",
        "cite",
        "cite consultation-market qinghe-health",
        "cite consultation-market --style no-such-style",
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_usage_errors_print_nothing_to_standard_output(
    medbrief: Medbrief, words: str, lang: str
) -> None:
    answer = medbrief(*words.split(), "--lang", lang)
    assert (answer.code, answer.stdout) == (2, b"")
    lines = answer.message.splitlines()
    assert lines[0].startswith("medbrief")
    assert len(lines) <= 2
    assert "Traceback" not in answer.message


def test_cite_prints_csl_json_for_json(medbrief: Medbrief) -> None:
    answer = medbrief("cite", "consultation-market@2022", "--json")
    assert answer == medbrief("cite", "consultation-market@2022", "--style", "csl-json")
    (item,) = json.loads(answer.text)
    assert item["id"] == "herald-2023"


@pytest.mark.parametrize(
    "identity",
    [
        "column-2024",
        "qinghe-health",
        "qinghe-health.doctors@2023-06",
        "one-minute",
        "disagreement-consultation-market",
    ],
)
def test_each_kind_of_id_can_be_cited(medbrief: Medbrief, identity: str) -> None:
    for style in STYLES:
        answer = medbrief("cite", identity, "--style", style, "--lang", "zh")
        assert answer.code == 0
        assert answer.text


def test_no_two_styles_print_the_same(medbrief: Medbrief) -> None:
    styles = [style for style in STYLES if style != "gb7714"]
    texts = {
        medbrief("cite", "consultation-market@2022", "--style", style).text for style in styles
    }
    assert len(texts) == len(styles)


def test_the_style_that_readers_of_the_language_expect_is_the_default(medbrief: Medbrief) -> None:
    plain = medbrief("cite", "consultation-market@2022", "--lang", "zh")
    for style in ("gb7714", "gb7714-2025"):
        assert (
            medbrief("cite", "consultation-market@2022", "--lang", "zh", "--style", style) == plain
        )
    assert "[1] 林一. 线上问诊三年记[N/OL]. 晨星报，2023-07-02. https://" in plain.text
    help_page = medbrief("cite", "--help", "--lang", "zh").text
    assert "GB/T 7714—2025，中文默认" in help_page
    english = medbrief("cite", "consultation-market@2022", "--lang", "en")
    assert english == medbrief("cite", "consultation-market@2022", "--lang", "en", "--style", "apa")
    assert "Lin Yi. (2023, July 2)." in english.text


def test_the_citation_style_can_be_set(medbrief: Medbrief, tmp_path: Path) -> None:
    folder = tmp_path / "medbrief"
    folder.mkdir()
    (folder / "config.toml").write_text('citation_style = "gb7714-2015"\n', "utf-8")
    line = ("cite", "consultation-market@2022", "--lang", "en")
    home = str(tmp_path)
    chosen = medbrief(*line, XDG_CONFIG_HOME=home)
    assert chosen.text == medbrief(*line, "--style", "gb7714-2015").text
    assert "Lin Yi. (2023, July 2)." in medbrief(*line, "--style", "apa", XDG_CONFIG_HOME=home).text


def test_a_figure_that_its_record_lacks_is_no_figure(medbrief: Medbrief) -> None:
    answer = medbrief("show", "online-patients@1999", "--lang", "en")
    assert answer.code == 1
    head, near = answer.message.splitlines()
    assert head == "medbrief: no figure 'online-patients@1999'"
    assert "online-patients@2019" in near
    assert medbrief("show", "nope", "--lang", "en").message == "medbrief: no record 'nope'\n"


def test_the_period_of_a_rate_is_said_once(medbrief: Medbrief) -> None:
    answer = medbrief("export", "online-patients", "--format", "json")
    answers = [each["answer"]["en"] for each in json.loads(answer.text)]
    assert any(each.startswith("Compound annual growth, 2016–2020: ") for each in answers)


def test_the_help_says_why_a_cell_has_an_apostrophe(medbrief: Medbrief) -> None:
    assert "+55.4%" in medbrief("export", "--help", "--lang", "en").text


def test_ids_of_figures_export_these_figures(medbrief: Medbrief) -> None:
    ids = ("consultation-market@2022", "online-patients@2022:estimate")
    rows = json.loads(medbrief("export", *ids, "--format", "json").text)
    assert [row["fact"] for row in rows] == list(ids)
    table = medbrief("export", *ids, "--format", "csv").text
    assert len(list(csv.DictReader(table.splitlines()))) == len(ids)
    with_record = json.loads(medbrief("export", *ids, "qinghe-health", "--json").text)
    assert len(with_record) > len(ids) + 1
