"""Every kind of invalid file is reported with its position and a fix."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.golden import check_golden
from tests.load.invalid_content import ExpectedPosition, change, problems_of
from tui.text.language import LANGUAGES, Language

_HERE = Path(__file__).parent
_CASES: list[dict[str, Any]] = tomllib.loads((_HERE / "invalid_files.toml").read_text("utf-8"))[
    "files"
]


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_problem_is_reported_at_its_position(
    case: dict[str, Any], sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_copy.parent)
    marked = change(Path(case["file"]), case["old"], case["new"])
    (problem,) = problems_of(Path("content"))
    assert (problem.code, problem.file) == (case["code"], case["file"])
    assert ExpectedPosition(problem.line, problem.column) == tuple(case.get("at", marked))


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_problem_is_one_line_with_its_fix(
    language: Language, sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_copy.parent)
    lines = []
    for case in _CASES:
        file = Path(case["file"])
        original = file.read_bytes()
        change(file, case["old"], case["new"])
        lines += [problem.format(language) for problem in problems_of(Path("content"))]
        file.write_bytes(original)
    assert all(line.isprintable() for line in lines)
    check_golden(_HERE / "golden" / f"problems.{language}.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("value", "code", "position"),
    [
        ("1" * 5000, "L004", ExpectedPosition()),  # more digits than Python converts
        ("[" * 9999 + "]" * 9999, "L004", ExpectedPosition()),
        ("{ a = " * 9999 + "1" + "}" * 9999, "L004", ExpectedPosition()),
        ("0x" + "F" * 5000, "L008", ExpectedPosition(14, 9)),
        ("1e999999999", "L008", ExpectedPosition(14, 9)),
        ("1e99999999999999999999", "L008", ExpectedPosition(14, 9)),
        ("[" * 100 + "]" * 100, "L006", ExpectedPosition(14, 9)),
    ],
    ids=["digits", "arrays", "tables", "hexadecimal", "exponent", "huge exponent", "deep"],
)
def test_extreme_values_are_ordinary_problems(
    sample_copy: Path, value: str, code: str, position: ExpectedPosition
) -> None:
    change(sample_copy / "statistics/consultations.toml", "4800", value)
    (problem,) = problems_of(sample_copy)
    assert (problem.code, problem.line, problem.column) == (code, *position)
    assert len(problem.format("en")) < 500


def test_key_of_a_thousand_parts_is_an_unknown_field(sample_copy: Path) -> None:
    change(
        sample_copy / "statistics/consultations.toml", "[[obs", ".".join("x" * 1000) + "=1\n[[obs"
    )
    (problem,) = problems_of(sample_copy)
    assert (problem.code, problem.line, problem.column) == ("L005", 12, 1)
