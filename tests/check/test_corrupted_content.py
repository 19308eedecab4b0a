from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from tests.check.corruption import damage
from tests.conftest import REAL_CONTENT
from tui.check import check_content
from tui.check.context import CheckContext
from tui.check.coverage import measure_coverage
from tui.diagnostics import ContentError, Problem
from tui.load import load_content
from tui.text.language import LANGUAGES


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the real briefing."""
    for name in ("content", "seeds"):
        shutil.copytree(
            REAL_CONTENT.parent / name,
            tmp_path / name,
            ignore=shutil.ignore_patterns("originals"),
        )
    return tmp_path / "content"


def _problems(content_folder: Path, originals: Path | None) -> list[Problem]:
    try:
        content = load_content(content_folder)
    except ContentError as error:
        return list(error.problems) or pytest.fail("no problem says why it does not load")
    if originals:
        measure_coverage(CheckContext(content, originals))
    return [finding.problem for finding in check_content(content, originals).findings]


def _damage_and_check(copy: Path, random: Random, originals: Path | None) -> int:
    """Damage a file, check, and bring the file back; returns how much was found."""
    files = sorted(copy.parent.rglob("*.toml"))
    file, before = damage(files, random)
    problems = _problems(copy, originals)
    for problem in problems:
        for language in LANGUAGES:
            assert problem.format(language).isprintable()
    file.write_bytes(before)
    return len(problems)


@pytest.mark.parametrize("batch", range(6))
def test_damaged_content_ends_in_problems_and_never_in_a_traceback(copy: Path, batch: int) -> None:
    random = Random(f"damage {batch}")
    found = [_damage_and_check(copy, random, None) for _ in range(45)]
    assert sum(map(bool, found)) > 15


def test_damaged_content_beside_its_originals_neither(copy: Path, originals: Path) -> None:
    random = Random("damage beside originals")
    found = [_damage_and_check(copy, random, originals) for _ in range(30)]
    assert sum(map(bool, found)) > 10
