"""Drafts: records that are not ready, and the list of what is to be done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.inside import Result, run
from tests.conftest import SAMPLE
from tui.load import load_content

_HALF_WRITTEN = 'draft = true\nid = "half"\ntitle = { zh = "", en = "" }\nunit = "光年"\n'


def _todo(content: Path, *options: str) -> Result:
    originals = str(SAMPLE / "originals")
    return run(
        "todo", "--content", str(content), "--originals", originals, "--lang", "en", *options
    )


def _items(content: Path, kind: str) -> list[str]:
    found = json.loads(_todo(content, "--json").out)
    return [
        f"{Path(one['file']).name}: {one['message']['en']}" for one in found if one["kind"] == kind
    ]


def test_a_draft_does_not_break_the_briefing(sample_copy: Path) -> None:
    before = load_content(sample_copy)
    (sample_copy / "statistics" / "half.toml").write_text(_HALF_WRITTEN, "utf-8")
    (sample_copy / "drafts" / "players").mkdir(parents=True)
    (sample_copy / "drafts" / "players" / "company.toml").write_text('id = "company"\n', "utf-8")
    (sample_copy / "drafts" / "broken.toml").write_text("id = \n", "utf-8")
    (sample_copy.parent / "seeds" / "paper.toml").write_text("draft = true\n", "utf-8")
    after = load_content(sample_copy)
    assert [record.id for record in after.records] == [record.id for record in before.records]
    assert len(after.sources) == len(before.sources)
    assert run("check", "--content", str(sample_copy)).code == 0
    assert run("show", "half", "--content", str(sample_copy)).code == 1


def test_what_a_draft_lacks_is_listed(sample_copy: Path) -> None:
    (sample_copy / "statistics" / "half.toml").write_text(_HALF_WRITTEN, "utf-8")
    found = _items(sample_copy, "draft")
    assert "half.toml: missing field 'summary'" in found
    assert "half.toml: invalid value for 'unit': unknown unit '光年'" in found


def test_a_complete_draft_is_ready(sample_copy: Path) -> None:
    path = sample_copy / "players" / "chunlai-health.toml"
    text = path.read_text("utf-8")
    (sample_copy / "drafts").mkdir()
    (sample_copy / "drafts" / "another.toml").write_text(text, "utf-8")
    assert _items(sample_copy, "draft") == [
        "another.toml: the draft is complete: delete draft = true"
    ]


def test_a_reference_to_a_draft_says_so(sample_copy: Path) -> None:
    (sample_copy / "statistics" / "half.toml").write_text(_HALF_WRITTEN, "utf-8")
    path = sample_copy / "statistics" / "consultations.toml"
    path.write_text(
        path.read_text("utf-8").replace('unit = "万次"', 'related = ["half"]\nunit = "万次"', 1),
        "utf-8",
    )
    answer = run("check", "--content", str(sample_copy), "--lang", "en")
    assert answer.code == 3
    assert "that record is a draft" in answer.out


def test_a_draft_key_that_is_false_is_a_record(sample_copy: Path) -> None:
    path = sample_copy / "statistics" / "consultations.toml"
    path.write_text("draft = false\n" + path.read_text("utf-8"), "utf-8")
    assert any(record.id == "consultations" for record in load_content(sample_copy).records)


def test_undecided_figures_are_listed_by_document_and_line(
    sample_copy: Path, tmp_path: Path
) -> None:
    document = tmp_path / "more.txt"
    document.write_text("线上问诊\n\n2024年全市线上问诊市场规模达到150亿元。\n", "utf-8")
    added = run(
        "add",
        str(document),
        "--id",
        "more-2024",
        "--content",
        str(sample_copy),
        "--originals",
        str(sample_copy.parent / "originals"),
    )
    assert added.code == 0, added.err
    answer = run(
        "todo",
        "--content",
        str(sample_copy),
        "--originals",
        str(sample_copy.parent / "originals"),
        "--lang",
        "en",
    )
    assert "more-2024.txt:3  undecided figure “150亿元”: medbrief review more-2024" in answer.out
    assert "to be written: source_descriptor" in answer.out


def test_a_gap_names_the_newer_sources_that_were_not_searched(sample_copy: Path) -> None:
    newer = "bureau-2023, column-2024, herald-2023, yearbook-2024"
    expected = f"gap-chart-share.toml: not looked up in newer sources: {newer} (looked_in)"
    assert expected in _items(sample_copy, "gap")


@pytest.mark.parametrize(
    ("word", "folder", "line"),
    [
        ("claim", "themes", 'kind = "claim"'),
        ("trend", "themes", 'kind = "trend"'),
        ("theme", "themes", 'basis = "judgement"'),
        ("company", "players", 'role = "other"'),
        ("企业", "players", "names ="),
        ("figures", "statistics", 'status = "forecast"'),
        ("policy", "policies", 'level = "unknown"'),
        ("数据缺口", "gaps", "question ="),
    ],
)
def test_new_knows_kinds_by_the_words_of_readers(
    sample_copy: Path, word: str, folder: str, line: str
) -> None:
    before = load_content(sample_copy)
    answer = run("new", word, "fresh", "--content", str(sample_copy), "--lang", "en")
    assert answer.code == 0, answer.err
    text = (sample_copy / folder / "fresh.toml").read_text("utf-8")
    assert text.splitlines()[1] == "draft = true"
    assert line in text
    assert load_content(sample_copy).records == before.records


def test_an_unknown_kind_lists_the_known_ones(sample_copy: Path) -> None:
    answer = run("new", "zorp", "--content", str(sample_copy), "--lang", "en")
    assert answer.code == 2
    assert "claim" in answer.err


def test_templates_of_one_language_have_plain_texts(tmp_path: Path) -> None:
    assert run("init", str(tmp_path / "en"), "--languages", "en").code == 0
    text = run("new", "statistic", "--content", str(tmp_path / "en" / "content")).out
    assert 'title = ""' in text
    assert "zh" not in text
