"""Spoken words that ask are read as the written ones."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    ("spoken", "written"),
    [("长乐健康是干啥的", "长乐健康是干什么的"), ("长乐健康咋样", "长乐健康怎么样")],
)
def test_spoken_words_ask_like_written_ones(sample_store: Store, spoken: str, written: str) -> None:
    asked, read = find(sample_store, spoken), find(sample_store, written)
    assert asked[0].verdict == read[0].verdict
    assert [hit.entry.id for hit in asked] == [hit.entry.id for hit in read]
