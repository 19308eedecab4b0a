"""Where a reader keeps the originals, a quote is shown in its place; else it is said why not."""

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


def test_a_quote_is_shown_in_its_place(sample_originals: Path, herald: SourceFile) -> None:
    looked = Originals(str(sample_originals)).find_passage(herald, "2022年增至100亿元", around=6)
    assert looked.missing is None
    assert looked.passage == QuoteContext("…为80亿元，", "2022年增至100亿元", "，同比增长2…")


@pytest.mark.parametrize(
    ("prefix", "before"), [("100亿元，", "100亿元，"), ("签约医生", "，签约医生")]
)
def test_of_several_places_the_one_that_is_meant_is_shown(
    sample_originals: Path, herald: SourceFile, prefix: str, before: str
) -> None:
    looked = Originals(str(sample_originals)).find_passage(herald, "同比增长25%", prefix)
    assert looked.passage is not None
    assert looked.passage.before.endswith(before)


def test_words_that_do_not_stand_there_are_not_found(
    sample_originals: Path, herald: SourceFile
) -> None:
    originals = Originals(str(sample_originals))
    assert originals.find_passage(herald, "2022年增至101亿元").missing == "not found"
    assert originals.find_passage(herald, "同比增长25%", "云杉医生").missing == "not found"


def test_why_nothing_is_shown_is_said(
    sample_originals: Path, herald: SourceFile, tmp_path: Path
) -> None:
    assert Originals(None).find_passage(herald, "同比").missing == "no folder"
    assert Originals(str(tmp_path / "gone")).find_passage(herald, "同比").missing == "no file"
    assert Originals(str(tmp_path)).find_passage(herald, "同比").missing == "no file"
    (tmp_path / herald.file).mkdir()
    assert Originals(str(tmp_path)).find_passage(herald, "同比").missing == "no file"


@pytest.mark.parametrize("data", [b"", b"another text", b"\xff\xfe"])
def test_another_file_of_the_name_is_not_quoted(
    herald: SourceFile, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / herald.file).write_bytes(data)
    assert Originals(str(tmp_path)).find_passage(herald, "同比").missing == "other file"


def test_a_file_with_more_behind_it_is_another_file(
    sample_originals: Path, herald: SourceFile, tmp_path: Path
) -> None:
    whole = (sample_originals / herald.file).read_bytes()
    (tmp_path / herald.file).write_bytes(whole + b"\n")
    assert Originals(str(tmp_path)).find_passage(herald, "同比").missing == "other file"


def test_every_quote_of_the_sample_stands_in_its_original(
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
        looked = originals.find_passage(source, quote.exact, quote.prefix, quote.suffix)
        assert looked.missing is None, (quote, looked)


def test_the_folder_is_the_one_asked_for(sample: Path, environment: Mapping[str, str]) -> None:
    named = {**environment, "MEDBRIEF_ORIGINALS": "/named"}
    assert find_originals("/asked", str(sample), named).folder == "/asked"
    assert find_originals(None, str(sample), named).folder == "/named"
    assert find_originals(None, str(sample), environment).folder is None


def test_originals_are_kept_beside_the_sources(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    kept = sample_copy.parent / "seeds" / "originals"
    kept.mkdir()
    assert find_originals(None, str(sample_copy), environment).folder == str(kept)
    beside = {**environment, "MEDBRIEF_CONTENT": str(sample_copy)}
    assert find_originals(None, None, beside).folder == str(kept)
