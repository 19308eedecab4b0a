"""Corrupted content ends in problems, never in a traceback."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.check.corruption import damage
from tui.check import check_content
from tui.check.context import CheckContext
from tui.check.coverage import measure_coverage
from tui.diagnostics import ContentError, Problem
from tui.load import load_content
from tui.text.language import LANGUAGES

pytestmark = pytest.mark.slow

_RUNS = 20


def _problems(content_folder: Path, originals: Path | None) -> list[Problem]:
    try:
        content = load_content(content_folder)
    except ContentError as error:
        return list(error.problems) or pytest.fail("the content does not load without a problem")
    if originals:
        measure_coverage(CheckContext(content, originals))
    return [finding.problem for finding in check_content(content, originals).findings]


def _damage_and_check(content_folder: Path, random: Random, originals: Path | None) -> int:
    """Damage a file, check, and restore the file. Return the number of problems."""
    files = sorted(content_folder.parent.rglob("*.toml"))
    file, before = damage(files, random)
    problems = _problems(content_folder, originals)
    for problem in problems:
        for language in LANGUAGES:
            assert problem.format(language).isprintable()
    file.write_bytes(before)
    return len(problems)


@pytest.mark.parametrize("with_originals", [False, True])
def test_damaged_content_never_crashes_the_check(
    sample_copy: Path, sample_originals: Path, with_originals: bool
) -> None:
    random = Random(f"damage {with_originals}")
    originals = sample_originals if with_originals else None
    counts = [_damage_and_check(sample_copy, random, originals) for _ in range(_RUNS)]
    assert sum(map(bool, counts)) > _RUNS / 3
