"""The sample satisfies what is required of the live content, and violations are detected."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.evidence import (
    citations_of,
    copied_runs,
    difference_from_record,
    original_texts,
    passages,
)
from tui.check import check_content
from tui.check.context import CheckContext
from tui.check.coverage import measure_coverage
from tui.load import Content, load_content

_KEPT = {"T715"}
"""The sample has long titles without short ones, to test how lists and pages lay them out."""


@pytest.fixture(scope="module")
def content(sample: Path) -> Content:
    return load_content(sample)


def test_every_rule_passes(content: Content, sample_originals: Path) -> None:
    result = check_content(content, sample_originals)
    found = [finding.problem for finding in result.findings if finding.problem.code not in _KEPT]
    assert [problem.format("en") for problem in found] == []
    assert result.unchecked_sources == ()


def test_every_figure_of_the_originals_is_quoted(content: Content, sample_originals: Path) -> None:
    coverage = measure_coverage(CheckContext(content, sample_originals))
    assert len(coverage) == len(content.sources)
    assert {item.source: item.uncovered for item in coverage if item.uncovered} == {}


def test_every_quote_identifies_one_passage(content: Content, sample_originals: Path) -> None:
    texts = original_texts(content, sample_originals)
    counts = {(file, item.exact): passages(item, texts) for file, item in citations_of(content)}
    assert {quote: count for quote, count in counts.items() if count != 1} == {}


def test_originals_match_their_records(content: Content, sample_originals: Path) -> None:
    differences = [difference_from_record(sample_originals, each) for each in content.sources]
    assert set(differences) == {""}


def test_changed_original_is_detected(
    content: Content, sample_originals: Path, tmp_path: Path
) -> None:
    source = next(source for source in content.sources if source.id == "herald-2023")
    data = (sample_originals / source.original.file).read_bytes()
    for changed in (data + b"\n", data.replace(b"80", b"81")):
        assert changed != data
        (tmp_path / source.original.file).write_bytes(changed)
        assert difference_from_record(tmp_path, source) != ""


def test_no_text_is_copied_from_an_original(content: Content, sample_originals: Path) -> None:
    texts = original_texts(content, sample_originals)
    assert list(copied_runs(content, list(texts.values()))) == []


def test_copied_text_is_detected(content: Content) -> None:
    text = content.sources[1].source_descriptor.en
    assert list(copied_runs(content, [f"… {text} …"])) != []
    assert list(copied_runs(content, [f"… {text[:23].strip()} …"])) == []
