"""``LazyRows`` equals the list of a section and loads only the blocks that are accessed."""

from __future__ import annotations

import pytest

from tui.store import Store
from tui.store.lazy_rows import LazyRows


def test_lazy_rows_equal_the_list(sample_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.store.lazy_rows._BLOCK_SIZE", 7)
    monkeypatch.setattr("tui.store.lazy_rows._CACHED_BLOCKS", 2)
    for section in sample_store.sections():
        rows = sample_store.rows(section.id, "zh")
        lazy = LazyRows(sample_store, section.id, "zh")
        assert len(lazy) == len(rows)
        assert list(lazy) == rows
        assert lazy[3:12] == rows[3:12]
        for index, row in enumerate(rows):
            assert lazy[index] == row == lazy[index - len(rows)]
            assert lazy.index_of(row.id) == index


def test_records_and_indexes_outside_the_list_are_not_found(sample_store: Store) -> None:
    lazy = LazyRows(sample_store, "players", "en")
    assert lazy.index_of("consultation-market") is None
    assert lazy.index_of("nobody") is None
    for index in (len(lazy), -len(lazy) - 1):
        with pytest.raises(IndexError):
            lazy[index]


def test_only_accessed_blocks_are_loaded(
    sample_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.store.lazy_rows._BLOCK_SIZE", 5)
    loaded: list[tuple[int, int]] = []
    rows = sample_store.rows

    def recorded(section: str, language: object, first: int = 0, count: int = -1) -> object:
        loaded.append((first, count))
        return rows(section, "zh", first, count)

    monkeypatch.setattr(sample_store, "rows", recorded)
    lazy = LazyRows(sample_store, "players", "zh")
    assert lazy[10].id
    assert lazy[11].id
    assert loaded == [(10, 5)]
