"""The sample holds to what is asked of the real briefing, and a breach of it is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.evidence import cited, read_original, reproduced, unlike_its_record
from tui.load import Content, load_content
from tui.text.quote_selector import find_quote


@pytest.fixture(scope="module")
def content(sample: Path) -> Content:
    return load_content(sample)


def test_every_quote_stands_in_its_original_once(content: Content, sample_originals: Path) -> None:
    texts = {source.id: read_original(sample_originals, source) for source in content.sources}
    for file, cite in cited(content):
        places = find_quote(texts[cite.source], cite.exact, cite.prefix or "", cite.suffix or "")
        assert len(places) == 1, (file, cite.exact)


def test_the_originals_are_those_of_the_records(content: Content, sample_originals: Path) -> None:
    assert not any(unlike_its_record(sample_originals, source) for source in content.sources)


def test_a_changed_original_is_seen(
    content: Content, sample_originals: Path, tmp_path: Path
) -> None:
    source = next(source for source in content.sources if source.id == "herald-2023")
    data = (sample_originals / source.original.file).read_bytes()
    for changed in (data + b"\n", data.replace(b"80", b"81")):
        (tmp_path / source.original.file).write_bytes(changed)
        assert unlike_its_record(tmp_path, source)


def test_our_own_words_are_our_own(content: Content, sample_originals: Path) -> None:
    texts = [read_original(sample_originals, source) for source in content.sources]
    assert list(reproduced(content, texts)) == []


def test_a_line_of_an_original_in_our_words_is_seen(content: Content) -> None:
    said = content.sources[1].source_descriptor.en
    assert list(reproduced(content, [f"… {said} …"])) != []
    assert list(reproduced(content, [f"… {said[:23].strip()} …"])) == []
