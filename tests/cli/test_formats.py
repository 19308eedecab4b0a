"""``--format`` and the format that the extension of ``--output`` asks for."""

from __future__ import annotations

import csv
import json
import re
from codecs import BOM_UTF8
from pathlib import Path

import pytest

from tests.cli.command import Medbrief
from tui.export.formats import FORMATS

_COMMANDS = (
    "list policies",
    "export --kind policy",
    "timeline --kind policy",
    "sources",
    "compare qinghe-health yunshan-doctor",
)
_EXTENSIONS = {
    "x.csv": "csv",
    "X.CSV": "csv",
    "x.tsv": "tsv",
    "x.json": "json",
    "x.jsonl": "jsonl",
    "x.ndjson": "jsonl",
    "x.md": "md",
    "x.htm": "html",
    "x.bib": "bibtex",
}


@pytest.mark.parametrize("form", ["table", *FORMATS])
@pytest.mark.parametrize("command", _COMMANDS)
def test_each_command_has_each_format(medbrief: Medbrief, command: str, form: str) -> None:
    answer = medbrief(*command.split(), "--format", form)
    assert answer.code == 0, answer.message
    assert answer.stdout
    assert "Traceback" not in answer.message


@pytest.mark.parametrize("name", _EXTENSIONS)
def test_the_extension_of_the_file_is_the_format(
    medbrief: Medbrief, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    assert medbrief("list", "policies", "-o", str(file)).code == 0
    form = _EXTENSIONS[name]
    expected = medbrief("list", "policies", "--format", form).stdout
    mark = BOM_UTF8 if form in ("csv", "tsv") else b""
    assert file.read_bytes() == mark + expected


@pytest.mark.parametrize(
    "words",
    [
        "list policies --format json -o x.csv",
        "list policies --json -o x.csv",
        "export --all --format md -o x.html",
        "timeline --format table -o x.tsv",
        "list --json --format csv",
        "find 医保 -o x.csv",
        "show qinghe-health -o x.docx",
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_contradicting_formats_are_refused(
    medbrief: Medbrief, tmp_path: Path, words: str, lang: str
) -> None:
    answer = medbrief(*words.split(), "--lang", lang, folder=tmp_path)
    assert (answer.code, answer.stdout) == (2, b"")
    assert words.split()[-1] in answer.message.splitlines()[0]
    assert list(tmp_path.iterdir()) == []


def test_a_list_has_one_row_per_record_and_an_export_one_per_fact(medbrief: Medbrief) -> None:
    def records(command: str) -> list[str]:
        text = medbrief(*command.split(), "--format", "csv").stdout.decode("utf-8-sig")
        return [row["record"] for row in csv.DictReader(text.splitlines(keepends=True))]

    listed = records("list statistics")
    assert len(set(listed)) == len(listed)
    exported = records("export --kind statistic")
    assert set(exported) == set(listed)
    assert len(exported) > len(listed)


@pytest.mark.parametrize("command", _COMMANDS)
def test_json_lines_are_the_objects_of_json(medbrief: Medbrief, command: str) -> None:
    lines = medbrief(*command.split(), "--format", "jsonl").text.splitlines()
    objects = json.loads(medbrief(*command.split(), "--format", "json").text)
    assert [json.loads(line) for line in lines] == objects


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_table_begins_with_a_byte_order_mark_in_files_only(
    medbrief: Medbrief, tmp_path: Path, form: str
) -> None:
    words = ("export", "qinghe-health", "--format", form)
    command = f"medbrief {' '.join(words)}"
    file = tmp_path / f"table.{form}"
    piped = medbrief.process(*words).stdout
    assert piped.startswith(b"record")
    assert medbrief.in_shell(f"{command} -o /dev/stdout | cat").stdout == piped
    assert medbrief.in_shell(f"{command} > {file}").code == 0
    assert file.read_bytes() == BOM_UTF8 + piped
    for _ in range(2):  # an old file, then a new one
        assert medbrief(*words, "-o", str(file)).code == 0
        assert file.read_bytes() == BOM_UTF8 + piped
        file.unlink()


def test_tsv_has_one_line_per_record_and_the_cells_of_csv(medbrief: Medbrief) -> None:
    text = medbrief("export", "--all", "--format", "tsv").stdout.decode("utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter="\t"))
    table = medbrief("export", "--all", "--format", "csv").stdout.decode("utf-8-sig")
    expected = list(csv.reader(table.splitlines(keepends=True)))
    assert [[cell.replace("\n", " | ") for cell in row] for row in expected] == rows


def test_a_brief_on_a_topic_is_titled_so_and_has_each_record_once(medbrief: Medbrief) -> None:
    words = ("export", "--tag", "insurance-payment")
    text = medbrief(*words, "--lang", "en").text
    assert text.startswith("# Insurance payment · Online consultation: a sample briefing\n")
    titles = [line for line in text.splitlines() if line.startswith("## ")]
    assert len(set(titles)) == len(titles) > 7
    assert "# 医保支付 · 线上问诊样本简报\n" in medbrief(*words, "--lang", "zh").text
    dated = medbrief(*words, "--since", "2020", "--format", "html", "--lang", "en").text
    assert "Insurance payment · from 2020 · Online consultation" in dated


def test_a_timeline_file_is_a_table_of_the_events_and_their_sources(medbrief: Medbrief) -> None:
    words = ("timeline", "--since", "2022", "--kind", "player", "--lang", "en")
    text = medbrief(*words, "--format", "md").text
    assert text.splitlines()[0].endswith("Timeline · Company / institution · from 2022")
    table = [line for line in text.splitlines() if line.startswith("| ")]
    assert table[0] == "| Date | Type | Event | Record | Source |"
    events = json.loads(medbrief(*words, "--json").text)
    assert len(table) == 2 + len(events)
    (row,) = (line for line in table if "acquires Chunlai" in line)
    assert row.startswith("| Nov 2023 | Acquisition | Changle Group acquires Chunlai Health; ")
    assert row.endswith(" | Changle Group | Lexing's column (undated, c. Jan 2024–Apr 2024)[^2] |")
    assert "[^2]: “2023年11月，长乐集团收购春来健康”" in text
    assert "company event omitted: Zhuxi Software is founded" in text
    assert "A platform for consultations" not in text  # the page of a record
    page = medbrief(*words, "--format", "html").text
    assert page.count("<tr>") == 1 + len(events)
    assert "Timeline · Company / institution · from 2022" in page
    sources = medbrief(*words, "--format", "bibtex").text
    assert sources.count("@misc{") == 1  # that of the events only


def test_a_policy_in_a_timeline_file_is_named_once(medbrief: Medbrief) -> None:
    text = medbrief("timeline", "--kind", "policy", "--format", "md", "--lang", "en").text
    (row,) = (line for line in text.splitlines() if line.startswith("| Jun 2023"))
    assert row.count("Service standard for online clinics at night") == 1
    assert "Requires a doctor on duty at night." in row


def test_a_comparison_file_has_a_column_for_each_side(medbrief: Medbrief) -> None:
    words = ("compare", "qinghe-health", "yunshan-doctor", "--lang", "en")
    text = medbrief(*words, "--format", "md").text
    assert "|  | Qinghe Health | Yunshan Doctor |" in text
    assert "| **Ticker** | 90917 | – |" in text
    html = medbrief(*words, "--format", "html").text
    assert '<th scope="col">Yunshan Doctor</th>' in html


@pytest.mark.parametrize(
    "command", ["export --all", "timeline --format md", "list --format md", "sources --format md"]
)
@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-Hans"), ("en", "en")])
def test_front_matter_comes_first_and_holds_the_title(
    medbrief: Medbrief, command: str, lang: str, tag: str
) -> None:
    words = (*command.split(), "--lang", lang)
    plain = medbrief(*words).text
    text = medbrief(*words, "--front-matter").text
    title = re.sub(r"<[^>]*>", "", plain.splitlines()[0].removeprefix("# "))
    assert text.startswith(f'---\ntitle: "{title}"\nlang: "{tag}"\ndata-to: "2024-04"\n---\n')
    assert plain.split("\n", 1)[1].lstrip() == text.split("\n---\n", 1)[1].lstrip()


@pytest.mark.parametrize("words", ["list", "export --all --format html", "timeline -o x.csv"])
def test_front_matter_in_another_format_is_refused(
    medbrief: Medbrief, tmp_path: Path, words: str
) -> None:
    answer = medbrief(*words.split(), "--front-matter", folder=tmp_path)
    assert (answer.code, answer.stdout) == (2, b"")
    assert "--front-matter" in answer.message.splitlines()[0]
    assert list(tmp_path.iterdir()) == []


def test_nothing_found_is_an_empty_array_in_json_and_empty_otherwise(medbrief: Medbrief) -> None:
    for command in ("list", "export", "timeline"):
        words = (command, "--kind", "policy", "--since", "2090")
        answer = medbrief(*words, "--format", "json")
        assert (answer.code, json.loads(answer.text)) == (1, [])
        for form in ("csv", "jsonl", "md", "html"):
            answer = medbrief(*words, "--format", form)
            assert (answer.code, answer.stdout) == (1, b"")
            assert " match" in answer.message


def test_filters_and_ids_are_refused_together(medbrief: Medbrief) -> None:
    answer = medbrief("export", "qinghe-health", "--tag", "market")
    assert (answer.code, answer.stdout) == (2, b"")
    assert "filters cannot be combined with ids" in answer.message


@pytest.mark.parametrize(("lang", "word"), [("en", "not installed"), ("zh", "没有安装")])
def test_docx_without_pandoc_is_one_clear_line(
    medbrief: Medbrief, tmp_path: Path, lang: str, word: str
) -> None:
    words = ("export", "qinghe-health", "-o", "x.docx", "--lang", lang)
    answer = medbrief(*words, folder=tmp_path, PATH="/nowhere")
    assert (answer.code, answer.stdout) == (2, b"")
    message, _help = answer.message.splitlines()
    assert "pandoc" in message
    assert word in message
    assert list(tmp_path.iterdir()) == []


def test_a_failing_pandoc_leaves_no_file(medbrief: Medbrief, tmp_path: Path) -> None:
    program = tmp_path / "bin" / "pandoc"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 'data file missing' >&2\nexit 99\n")
    program.chmod(0o755)
    words = ("export", "qinghe-health", "-o", "x.docx")
    answer = medbrief(*words, folder=tmp_path, PATH=f"{program.parent}:/bin")
    assert answer.code == 74
    assert "data file missing" in answer.message
    assert not (tmp_path / "x.docx").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("list -o f.xyz", "no format for the extension .xyz of f.xyz: expected one of .md"),
        ("export --tag insurance-payment -o f.XYZ", "no format for the extension .xyz"),
        ("timeline -o f.pdf", "cannot write the format .pdf"),
        ("brief -o f.pdf", ".pdf, f.pdf was not written: expected one of .md, .markdown, .csv, "),
        ("sources --format csv -o f.xlsx", "cannot write the format .xlsx"),
        ("show qinghe-health -o f.pdf", "f.pdf was not written: expected one of .txt, .text"),
    ],
)
def test_an_extension_of_another_format_is_refused(
    medbrief: Medbrief, tmp_path: Path, words: str, said: str
) -> None:
    answer = medbrief(*words.split(), "--lang", "en", folder=tmp_path)
    assert (answer.code, answer.stdout) == (2, b"")
    assert said in answer.message
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", ["-o f", "-o f.txt", "-o f.v1.2", "--format csv -o f.bak"])
def test_an_extension_without_a_format_is_accepted(
    medbrief: Medbrief, tmp_path: Path, words: str
) -> None:
    assert medbrief("list", *words.split(), folder=tmp_path).code == 0
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_timeline_of_a_status_names_what_has_no_date(medbrief: Medbrief, form: str) -> None:
    """The draft on data security is planned and has no date; the only undated event is a launch."""
    answer = medbrief("timeline", "--status", "planned", "--format", form, "--lang", "en")
    assert answer.code == 1
    head, note = answer.message.splitlines()
    assert head == "medbrief: no events match"
    assert "1 undated policy" in note
    assert "Regulation on data security in online care" in note


def test_a_timeline_of_a_type_names_only_undated_events_of_that_type(medbrief: Medbrief) -> None:
    answer = medbrief("timeline", "--type", "policy", "--format", "json", "--lang", "en")
    assert answer.code == 0
    assert "undated policies" in answer.message
    assert "event" not in answer.message
    assert "undated policies" in medbrief("timeline", "--type", "policy", "--lang", "en").text
