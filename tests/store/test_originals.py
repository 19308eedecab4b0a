"""Originals: the passage around a quote, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.store import SourceFile, Store
from tui.store.originals import Originals, find_originals
from tui.text.quote_selector import QuoteContext


@pytest.fixture
def herald(sample_store: Store) -> SourceFile:
    source = sample_store.source("herald-2023")
    assert source is not None
    return source


def test_a_quote_is_returned_in_its_passage(sample_originals: Path, herald: SourceFile) -> None:
    found = Originals(str(sample_originals)).find_passage(herald, "2022年增至100亿元", around=6)
    assert found.missing is None
    assert found.passage == QuoteContext("…为80亿元，", "2022年增至100亿元", "，同比增长2…")


@pytest.mark.parametrize(
    ("prefix", "before"), [("100亿元，", "100亿元，"), ("签约医生", "，签约医生")]
)
def test_prefix_selects_among_several_occurrences(
    sample_originals: Path, herald: SourceFile, prefix: str, before: str
) -> None:
    found = Originals(str(sample_originals)).find_passage(herald, "同比增长25%", prefix)
    assert found.passage is not None
    assert found.passage.before.endswith(before)


def test_a_quote_that_does_not_occur_is_not_found(
    sample_originals: Path, herald: SourceFile
) -> None:
    originals = Originals(str(sample_originals))
    assert originals.find_passage(herald, "2022年增至101亿元").missing == "not found"
    assert originals.find_passage(herald, "同比增长25%", "云杉医生").missing == "not found"


def test_the_reason_for_a_missing_passage_is_returned(
    sample_originals: Path, herald: SourceFile, tmp_path: Path
) -> None:
    assert Originals(None).find_passage(herald, "同比").missing == "no folder"
    assert Originals(str(tmp_path / "gone")).find_passage(herald, "同比").missing == "no file"
    assert Originals(str(tmp_path)).find_passage(herald, "同比").missing == "no file"
    (tmp_path / herald.file).mkdir()
    assert Originals(str(tmp_path)).find_passage(herald, "同比").missing == "no file"


@pytest.mark.parametrize("data", [b"", b"another text", b"\xff\xfe"])
def test_a_different_file_is_not_quoted(herald: SourceFile, tmp_path: Path, data: bytes) -> None:
    (tmp_path / herald.file).write_bytes(data)
    assert Originals(str(tmp_path)).find_passage(herald, "同比").missing == "other file"


def test_a_file_with_appended_data_is_a_different_file(
    sample_originals: Path, herald: SourceFile, tmp_path: Path
) -> None:
    whole = (sample_originals / herald.file).read_bytes()
    (tmp_path / herald.file).write_bytes(whole + b"\n")
    assert Originals(str(tmp_path)).find_passage(herald, "同比").missing == "other file"


def test_every_quote_of_the_sample_occurs_in_its_original(
    sample_store: Store, sample_originals: Path
) -> None:
    originals = Originals(str(sample_originals))
    quotes = [
        quote
        for identity in sample_store.identities()
        if (page := sample_store.document(identity, "zh")) is not None
        for quote in page.quotes
    ]
    assert len(quotes) > 20
    for quote in quotes:
        source = sample_store.source(quote.source)
        assert source is not None
        found = originals.find_passage(source, quote.exact, quote.prefix, quote.suffix)
        assert found.missing is None, (quote, found)


def test_an_explicit_folder_takes_precedence(sample: Path, environment: Mapping[str, str]) -> None:
    named = {**environment, "MEDBRIEF_ORIGINALS": "/named"}
    assert find_originals("/asked", str(sample), named).folder == "/asked"
    assert find_originals(None, str(sample), named).folder == "/named"
    assert find_originals(None, str(sample), environment).folder is None


def test_the_default_folder_is_next_to_the_sources(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    default = sample_copy.parent / "seeds" / "originals"
    default.mkdir()
    assert find_originals(None, str(sample_copy), environment).folder == str(default)
    beside = {**environment, "MEDBRIEF_CONTENT": str(sample_copy)}
    assert find_originals(None, None, beside).folder == str(default)
