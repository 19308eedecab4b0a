"""Loading reports the problems of all files, in the order of the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.load.invalid_content import change, problems_of


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
