"""The live content is valid: it loads, passes every rule, and every figure has its evidence.

These tests depend on no count and on no single record. Those that need the original documents are
skipped if they are not available (``MEDBRIEF_ORIGINALS``).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import REAL_CONTENT
from tests.content.evidence import (
    citations_of,
    copied_runs,
    difference_from_record,
    original_texts,
    passages,
)
from tui.check import CheckResult, check_content
from tui.check.context import CheckContext
from tui.check.coverage import measure_coverage
from tui.load import Content, load_content


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content(REAL_CONTENT)


@pytest.fixture(scope="module")
def texts(content: Content, originals: Path) -> dict[str, str]:
    return original_texts(content, originals)


def _errors(result: CheckResult) -> list[str]:
    return [item.problem.format("en") for item in result.findings if item.severity == "error"]


def test_it_loads_with_sources_records_and_briefs(content: Content) -> None:
    assert content.sources
    assert content.records
    assert content.briefs


def test_every_rule_passes_without_originals(content: Content) -> None:
    result = check_content(content)
    assert _errors(result) == []
    assert set(result.unchecked_sources) == {source.id for source in content.sources}


def test_every_rule_passes_with_originals(content: Content, originals: Path) -> None:
    result = check_content(content, originals)
    assert _errors(result) == []
    assert result.unchecked_sources == ()


def test_every_figure_of_the_originals_is_quoted_or_excluded_with_a_reason(
    content: Content, originals: Path
) -> None:
    coverage = measure_coverage(CheckContext(content, originals))
    assert {item.source for item in coverage} == {source.id for source in content.sources}
    assert {item.source: item.uncovered for item in coverage if item.uncovered} == {}


def test_every_source_is_cited(content: Content) -> None:
    cited = {citation.source for _, citation in citations_of(content)}
    assert cited == {source.id for source in content.sources}


def test_originals_match_their_records(content: Content, originals: Path) -> None:
    differences = [difference_from_record(originals, source) for source in content.sources]
    assert set(differences) == {""}


def test_every_quote_identifies_one_passage(content: Content, texts: dict[str, str]) -> None:
    counts = {(file, item.exact): passages(item, texts) for file, item in citations_of(content)}
    assert {quote: count for quote, count in counts.items() if count != 1} == {}


def test_no_text_is_copied_from_an_original(content: Content, texts: dict[str, str]) -> None:
    assert list(copied_runs(content, list(texts.values()))) == []
