"""Loading reports the problems of all files, in the order of the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.load.invalid_content import change, problems_of
from tui.load import load_content


def test_problems_of_all_files_are_reported_together(
    sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_copy.parent)
    change(Path("content/briefing.toml"), 'edition = "样1"', "edition = 1")
    Path("seeds/broken.toml").write_text('id = "医保\n', "utf-8")
    change(Path("content/players/qinghe-health.toml"), 'role = "platform"', 'role = "platfrom"')
    change(Path("content/players/qinghe-health.toml"), "value = 850", 'value = "850"')
    Path("content/policies/binary.toml").write_bytes(b"\x00\xff")
    change(Path("content/statistics/consultations.toml"), "summary", "sumary")
    change(Path("content/gaps/gap-market-2020.toml"), "gap-market-2020", "gap")
    reported = [f"{problem.location()} {problem.code}" for problem in problems_of(Path("content"))]
    assert reported == [
        "content/briefing.toml:3:11 L006",
        "seeds/broken.toml:1:9 L004",
        "content/players/qinghe-health.toml:8:8 L008",
        "content/players/qinghe-health.toml:36:9 L008",
        "content/policies/binary.toml:1:2 L002",
        "content/statistics/consultations.toml:1:1 L007",
        "content/statistics/consultations.toml:3:1 L005",
        "content/gaps/gap-market-2020.toml:1:6 L010",
    ]


def test_references_to_an_invalid_record_are_not_reported(sample_copy: Path) -> None:
    change(sample_copy / "players/baize-capital.toml", 'role = "investor"', 'role = "x"')
    (problem,) = problems_of(sample_copy)
    assert problem.code == "L008"


def test_all_dangling_references_are_reported(sample_copy: Path) -> None:
    (sample_copy / "players/baize-capital.toml").unlink()
    (sample_copy / "players/health-bureau.toml").unlink()
    problems = problems_of(sample_copy)
    assert [(Path(problem.file).name, problem.line, problem.code) for problem in problems] == [
        ("qinghe-health.toml", 78, "L011"),
        ("qinghe-health.toml", 86, "L011"),
        ("xiaoman-health.toml", 86, "L011"),
        ("policy-night-2023.toml", 5, "L011"),
        ("policy-payment-2021.toml", 6, "L011"),
        ("financing-deals.toml", 6, "L011"),
    ]


def test_duplicate_id_names_the_first_file(
    sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_copy.parent)
    first = Path("content/players/baize-capital.toml")
    Path("content/players/zz.toml").write_bytes(b"# again\n" + first.read_bytes())
    (problem,) = problems_of(Path("content"))
    assert problem.format("en") == (
        "content/players/zz.toml:2:6  L009  duplicate id 'baize-capital': already used by "
        f"{first}  -> choose another id; ids are unique within the whole briefing"
    )


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("content/claims/claim-x.toml", "move the file into one of players, "),
        ("content/theme/claim-x.toml", "did you mean 'themes'? move the file into one of "),
        ("content/players/old/player-x.toml", "did you mean 'players'? move the file into one of "),
        ("content/player-x.toml", "move the file into one of players, "),
        ("content/players/player-x.TOML", "rename the file to player-x.toml"),
        ("seeds/2024/source-x.toml", "move the file out of its subfolder"),
    ],
)
def test_a_file_that_would_not_be_read_is_reported(
    sample_copy: Path, path: str, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_copy.parent)
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_text('id = "x"\n', "utf-8")
    (problem,) = problems_of(Path("content"))
    assert (problem.location(), problem.code) == (path, "L014")
    assert problem.fix.en.startswith(hint)


def test_only_the_own_files_of_a_linked_folder_are_reported(sample_copy: Path) -> None:
    outside = sample_copy.parent / "outside"
    (outside / "deeper").mkdir(parents=True)
    for file in (outside / "x.toml", outside / "deeper" / "y.toml"):
        file.write_text("", "utf-8")
    (outside / "above").symlink_to(sample_copy, target_is_directory=True)
    (sample_copy / "claims").symlink_to(outside, target_is_directory=True)
    (problem,) = problems_of(sample_copy)
    assert (problem.code, Path(problem.file).name) == ("L014", "x.toml")


@pytest.mark.parametrize(
    "path",
    [
        "content/README.md",
        "content/players/qinghe-health.toml~",
        "content/players/.#qinghe-health.toml",
        "content/.drafts/claim.toml",
        "content/empty/notes.txt",
        "seeds/originals/herald.txt",
    ],
)
def test_other_files_beside_the_records_are_ignored(sample_copy: Path, path: str) -> None:
    file = sample_copy.parent / path
    file.parent.mkdir(exist_ok=True)
    file.write_text("x", "utf-8")
    load_content(sample_copy)


def test_a_record_in_the_folder_of_another_kind_is_told_where_it_belongs(
    sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_copy.parent)
    moved = Path("content/glossary/term-sku.toml").rename("content/gaps/term-sku.toml")
    (problem,) = problems_of(Path("content"))
    assert (problem.file, problem.code) == (str(moved), "L015")
    assert "move it to glossary" in problem.format("en")
