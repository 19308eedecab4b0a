"""A list narrowed by letters: everything that has them, and nothing else."""

from __future__ import annotations

import pytest

from tui.search.list_filter import filter_records
from tui.store import Store


def _policies(store: Store) -> set[str]:
    return {row.id for row in store.rows("policies", "zh")}


def test_nothing_typed_leaves_everything(sample_store: Store, real_store: Store) -> None:
    for store in (sample_store, real_store):
        ids = _policies(store)
        assert filter_records(store, "  ", ids) == ids


@pytest.mark.parametrize("text", ["海南", "hainan", "Hainan", "海南省"])
def test_by_name_sound_and_language(real_store: Store, text: str) -> None:
    found = filter_records(real_store, text, _policies(real_store))
    assert found
    assert found < _policies(real_store)
    assert all("hainan" in identity for identity in found)


def test_every_word_must_be_there(real_store: Store) -> None:
    ids = _policies(real_store)
    one, other = filter_records(real_store, "医保", ids), filter_records(real_store, "2023", ids)
    both = filter_records(real_store, "医保 2023", ids)
    assert both <= one & other


def test_other_sections_are_left_out(real_store: Store) -> None:
    assert filter_records(real_store, "京东健康", _policies(real_store)) <= _policies(real_store)
    assert not filter_records(real_store, "没有这样的词句", _policies(real_store))
