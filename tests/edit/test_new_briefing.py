"""``medbrief init``: a briefing of another subject that runs at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.inside import run
from tui.check import check_content
from tui.check.context import CheckContext
from tui.check.coverage import measure_coverage
from tui.load import load_content
from tui.model import RECORD_TYPES

_LANGUAGES = ["zh,en", "en", "zh"]


def _init(folder: Path, languages: str) -> Path:
    assert run("init", str(folder), "--languages", languages, "--lang", "en").code == 0
    return folder / "content"


@pytest.mark.parametrize("languages", _LANGUAGES)
def test_the_example_passes_all_rules(tmp_path: Path, languages: str) -> None:
    content = load_content(_init(tmp_path / "new", languages))
    originals = tmp_path / "new" / "seeds" / "originals"
    result = check_content(content, originals)
    assert [finding.problem.format("en") for finding in result.findings] == []
    assert result.unchecked_sources == ()
    (coverage,) = measure_coverage(CheckContext(content, originals))
    assert coverage.uncovered == ()


@pytest.mark.parametrize("languages", _LANGUAGES)
def test_the_example_has_a_record_of_each_kind(tmp_path: Path, languages: str) -> None:
    content = load_content(_init(tmp_path / "new", languages))
    assert {type(record) for record in content.records} == set(RECORD_TYPES.values())
    assert content.sources
    assert content.briefs
    assert content.question_tables
    assert ",".join(content.briefing.languages) == languages


@pytest.mark.parametrize(
    ("languages", "query", "answer"),
    [
        ("en", "ridership 2024", "4.2 million passengers"),
        ("zh", "客流", "420万人次"),
        ("zh,en", "passengers 2024", "4.2 million passengers"),
    ],
)
def test_the_example_answers(tmp_path: Path, languages: str, query: str, answer: str) -> None:
    content = _init(tmp_path / "new", languages)
    assert answer in run("find", query, "--content", str(content)).out


def test_a_text_of_one_language_is_a_plain_string(tmp_path: Path) -> None:
    content = _init(tmp_path / "new", "en")
    assert 'title = "Ferry passengers on the bay"' in (
        content / "statistics" / "passengers.toml"
    ).read_text("utf-8")


def test_a_folder_with_a_briefing_is_left_alone(tmp_path: Path) -> None:
    content = _init(tmp_path / "new", "en")
    (content / "briefing.toml").write_text("mine", "utf-8")
    again = run("init", str(tmp_path / "new"), "--languages", "zh", "--lang", "en")
    assert again.code == 2
    assert "already has a file of a briefing" in again.err
    assert (content / "briefing.toml").read_text("utf-8") == "mine"


def test_an_unwritable_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    answer = run("init", str(tmp_path / "file" / "new"), "--lang", "en")
    assert answer.code == 74
    assert str(tmp_path / "file") in answer.err


def test_the_example_can_be_deleted_and_a_document_added(tmp_path: Path) -> None:
    content = _init(tmp_path / "new", "en")
    for record in [*content.glob("*/*.toml"), *(tmp_path / "new" / "seeds").glob("*.toml")]:
        record.unlink()
    settings = content / "briefing.toml"
    lines = settings.read_text("utf-8").partition("[[lines]]")[0].splitlines()
    kept = [line for line in lines if not line.startswith("first = ")]
    settings.write_text("\n".join(kept) + "\n", "utf-8")
    document = tmp_path / "trams.txt"
    document.write_text("Trams\n\nIn 2015 the town had 30 trams.\n", "utf-8")
    options = ("--content", str(content), "--lang", "en")
    assert run("add", str(document), *options).code == 0
    assert "30" in run("review", "trams", "--list", *options).out
    assert run("list", *options).code == 0
    checked = run("check", *options).out.splitlines()
    assert [line.split()[1] for line in checked if "S1" in line] == [
        line.split()[1] for line in checked
    ]
