"""A section's list read by pieces is the list."""

from __future__ import annotations

import pytest

from tui.store import Store
from tui.store.lazy_rows import LazyRows


def test_it_is_the_list(real_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.store.lazy_rows._BLOCK_SIZE", 7)
    monkeypatch.setattr("tui.store.lazy_rows._CACHED_BLOCKS", 2)
    for section in real_store.sections():
        rows = real_store.rows(section.id, "zh")
        window = LazyRows(real_store, section.id, "zh")
        assert len(window) == len(rows)
        assert list(window) == rows
        assert window[3:12] == rows[3:12]
        for place, row in enumerate(rows):
            assert window[place] == row == window[place - len(rows)]
            assert window.index_of(row.id) == place


def test_what_is_not_in_it(real_store: Store) -> None:
    window = LazyRows(real_store, "players", "en")
    assert window.index_of("market-size") is None
    assert window.index_of("nobody") is None
    for place in (len(window), -len(window) - 1):
        with pytest.raises(IndexError):
            window[place]


def test_only_what_is_looked_at_is_read(real_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.store.lazy_rows._BLOCK_SIZE", 5)
    read: list[int] = []
    rows = real_store.rows

    def counted(section: str, language: object, first: int = 0, count: int = -1) -> object:
        read.append(count)
        return rows(section, "zh", first, count)

    monkeypatch.setattr(real_store, "rows", counted)
    window = LazyRows(real_store, "players", "zh")
    assert window[30].id
    assert window[31].id
    assert read == [5]
