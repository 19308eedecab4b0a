"""The briefing passes its own rules: it loads, and every figure has its evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import REAL_CONTENT
from tests.content.evidence import (
    cited,
    everything,
    read_original,
    reproduced,
    unlike_its_record,
)
from tui.load import Content, load_content
from tui.model.citation import LONGEST_QUOTE
from tui.text.quote_selector import find_quote


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content(REAL_CONTENT)


@pytest.fixture(scope="module")
def texts(content: Content, originals: Path) -> dict[str, str]:
    return {source.id: read_original(originals, source) for source in content.sources}


def test_it_loads_with_records_of_every_kind(content: Content) -> None:
    kinds = {type(record).__name__ for record in content.records}
    assert kinds == {"Player", "Policy", "Statistic", "Statement", "Term", "Gap"}
    assert len(content.sources) == 5
    assert len(everything(content)) > 250


def test_five_lines_come_first(content: Content) -> None:
    assert len(content.briefing.lines) == 5


def test_every_citation_names_a_source_and_quotes_a_phrase_of_it(content: Content) -> None:
    known = {source.id for source in content.sources}
    citations = cited(content)
    assert {cite.source for _, cite in citations} == known
    assert all(0 < len(cite.exact) <= LONGEST_QUOTE == 40 for _, cite in citations)


def test_the_originals_are_those_that_were_read(content: Content, originals: Path) -> None:
    assert [unlike_its_record(originals, source) for source in content.sources] == [""] * 5


def test_every_quote_stands_word_for_word_in_its_original(
    content: Content, texts: dict[str, str]
) -> None:
    lost = [
        f"{file}: {cite.source}: {cite.exact}"
        for file, cite in cited(content)
        if not find_quote(texts[cite.source], cite.exact, cite.prefix or "", cite.suffix or "")
    ]
    assert lost == []


def test_every_quote_is_the_only_one_of_its_kind(content: Content, texts: dict[str, str]) -> None:
    doubtful = [
        f"{file}: {cite.source}: {cite.exact}: add a prefix or suffix"
        for file, cite in cited(content)
        if len(find_quote(texts[cite.source], cite.exact, cite.prefix or "", cite.suffix or "")) > 1
    ]
    assert doubtful == []


def test_no_line_of_an_original_is_repeated_in_our_own_words(
    content: Content, texts: dict[str, str]
) -> None:
    assert list(reproduced(content, list(texts.values()))) == []
