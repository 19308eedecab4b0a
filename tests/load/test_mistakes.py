"""Each mistake an editor can make in a file is named with its place and how to mend it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.golden import check_golden
from tests.load.mistaken import Place, change, problems_of
from tui.text.language import LANGUAGES, Language

_HERE = Path(__file__).parent
_MISTAKES: list[dict[str, Any]] = tomllib.loads((_HERE / "mistakes.toml").read_text("utf-8"))[
    "mistakes"
]


@pytest.mark.parametrize("mistake", _MISTAKES, ids=[mistake["name"] for mistake in _MISTAKES])
def test_a_mistake_is_named_at_its_place(
    mistake: dict[str, Any], sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_copy.parent)
    marked = change(Path(mistake["file"]), mistake["old"], mistake["new"])
    (problem,) = problems_of(Path("content"))
    assert (problem.code, problem.file) == (mistake["code"], mistake["file"])
    assert Place(problem.line, problem.column) == tuple(mistake.get("at", marked))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_mistake_is_told_on_one_line_with_its_mend(
    language: Language, sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample_copy.parent)
    told = []
    for mistake in _MISTAKES:
        file = Path(mistake["file"])
        untouched = file.read_bytes()
        change(file, mistake["old"], mistake["new"])
        told += [problem.format(language) for problem in problems_of(Path("content"))]
        file.write_bytes(untouched)
    assert all(line.isprintable() for line in told)
    check_golden(_HERE / "golden" / f"mistakes.{language}.txt", "\n".join(told) + "\n")


@pytest.mark.parametrize(
    ("value", "code", "place"),
    [
        ("1" * 5000, "L004", Place()),  # more digits than Python converts
        ("[" * 9999 + "]" * 9999, "L004", Place()),
        ("{ a = " * 9999 + "1" + "}" * 9999, "L004", Place()),
        ("0x" + "F" * 5000, "L008", Place(13, 9)),
        ("1e999999999", "L008", Place(13, 9)),
        ("1e99999999999999999999", "L008", Place(13, 9)),
        ("[" * 100 + "]" * 100, "L006", Place(13, 9)),
    ],
    ids=["digits", "arrays", "tables", "hexadecimal", "exponent", "huge exponent", "deep"],
)
def test_monstrous_values_are_mistakes_like_any_other(
    sample_copy: Path, value: str, code: str, place: Place
) -> None:
    change(sample_copy / "statistics/consultations.toml", "4800", value)
    (problem,) = problems_of(sample_copy)
    assert (problem.code, problem.line, problem.column) == (code, *place)
    assert len(problem.format("en")) < 500


def test_a_key_of_a_thousand_parts_is_an_unknown_field(sample_copy: Path) -> None:
    change(
        sample_copy / "statistics/consultations.toml", "[[obs", ".".join("x" * 1000) + "=1\n[[obs"
    )
    (problem,) = problems_of(sample_copy)
    assert (problem.code, problem.line, problem.column) == ("L005", 11, 1)
