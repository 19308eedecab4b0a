"""``medbrief rename``: an id is changed wherever the briefing names it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.inside import Result, run
from tui.check import check_content
from tui.load import load_content


def _rename(content: Path, old: str, new: str) -> Result:
    return run("rename", old, new, "--content", str(content), "--lang", "en")


def _texts(content: Path) -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in content.parent.rglob("*.toml")}


@pytest.mark.parametrize(
    ("old", "new", "reference"),
    [
        ("consultation-market", "market-value", "market-value@2022 100亿元"),
        ("qinghe-health", "qinghe", "qinghe.active-users@2023-06 850万人"),
        ("qinghe-health.active-users", "users", "qinghe-health.users@2023-06 850万人"),
        ("consultation-market#growth-2022", "rise", "consultation-market#rise 25%"),
    ],
)
def test_every_reference_follows(sample_copy: Path, old: str, new: str, reference: str) -> None:
    answer = _rename(sample_copy, old, new)
    assert answer.code == 0, answer.err
    load_content(sample_copy)
    assert f"{{fact:{reference}}}" in (sample_copy / "briefing.toml").read_text("utf-8")
    whole = re.compile(rf"(?<![a-z0-9-]){re.escape(old)}(?![a-z0-9-])")
    if not re.search(r"[.#]", old):
        assert not [path for path, text in _texts(sample_copy).items() if whole.search(text)]
        assert list(sample_copy.rglob(f"{new}.toml"))
        assert not list(sample_copy.rglob(f"{old}.toml"))


def test_a_source_is_renamed_with_its_reviews(sample_copy: Path, sample_originals: Path) -> None:
    reviews = sample_copy.parent / "seeds" / "reviews"
    reviews.mkdir()
    (reviews / "herald-2023.toml").write_text("# decisions\n", "utf-8")
    assert _rename(sample_copy, "herald-2023", "herald").code == 0
    content = load_content(sample_copy)
    assert "herald" in {source.id for source in content.sources}
    assert (reviews / "herald.toml").exists()
    assert check_content(content, sample_originals).errors == 0


def test_a_theme_is_renamed_and_a_record_of_a_similar_name_is_not(sample_copy: Path) -> None:
    assert _rename(sample_copy, "market", "sales").code == 0
    content = load_content(sample_copy)
    assert "sales" in {theme.id for theme in content.briefing.themes}
    assert "consultation-market" in content.files
    assert not any("market" in record.themes for record in content.records)


def test_everything_else_in_the_files_stays(sample_copy: Path) -> None:
    before = _texts(sample_copy)
    assert _rename(sample_copy, "yearbook-2024", "yearbook-2025").code == 0
    assert _rename(sample_copy, "yearbook-2025", "yearbook-2024").code == 0
    assert _texts(sample_copy) == before


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("nothing", "else", "no id 'nothing'"),
        ("qinghe-health", "consultations", "already used"),
        ("qinghe-health", "Qing He", "invalid id 'Qing He'"),
        ("qinghe-health.nothing", "else", "no id 'qinghe-health.nothing'"),
        ("market", "pharmacy", "already used"),
    ],
)
def test_what_cannot_be_renamed_is_said_and_nothing_changes(
    sample_copy: Path, old: str, new: str, why: str
) -> None:
    before = _texts(sample_copy)
    answer = _rename(sample_copy, old, new)
    assert answer.code == 2
    assert why in answer.err
    assert _texts(sample_copy) == before


def test_a_rename_works_in_a_briefing_of_plain_texts(tmp_path: Path) -> None:
    assert run("init", str(tmp_path / "new"), "--languages", "en").code == 0
    content = tmp_path / "new" / "content"
    assert _rename(content, "passengers", "riders").code == 0
    assert "{fact:riders@2024 4.2 million passengers}" in (content / "briefing.toml").read_text(
        "utf-8"
    )
    load_content(content)
