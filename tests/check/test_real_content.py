"""The real briefing keeps its own rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.findings import told
from tests.conftest import REAL_CONTENT
from tui.check import check_content
from tui.check.context import CheckContext
from tui.check.coverage import measure_coverage
from tui.cli.main import main
from tui.load import load_content


def test_it_breaks_no_rule(originals: Path) -> None:
    checked = check_content(load_content(REAL_CONTENT), originals)
    assert not checked.findings, told(list(checked.findings))
    assert not checked.unchecked_sources


def test_it_breaks_no_rule_that_can_be_applied_without_originals() -> None:
    content = load_content(REAL_CONTENT)
    checked = check_content(content)
    assert not checked.findings, told(list(checked.findings))
    assert set(checked.unchecked_sources) == {source.id for source in content.sources}


def test_every_figure_of_its_originals_is_quoted_or_set_aside_with_a_reason(
    originals: Path,
) -> None:
    content = load_content(REAL_CONTENT)
    found = measure_coverage(CheckContext(content, originals))
    assert {item.source for item in found} == {source.id for source in content.sources}
    assert {item.source: item.uncovered for item in found if item.uncovered} == {}
    assert sum(item.figures for item in found) > 100


def test_the_command_finds_it_clean(originals: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--content", str(REAL_CONTENT), "--originals", str(originals), "--lang", "en"]
    assert main(["check", *options]) == 0
    assert main(["check", "--coverage", *options]) == 0
    printed = capsys.readouterr()
    assert ": 0 errors, 0 hints\n" in printed.err
    assert printed.out.count("100.0%  ") == len(load_content(REAL_CONTENT).sources)
