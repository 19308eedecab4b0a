"""``filter_records`` returns all records of a list that match the typed text, and no others."""

from __future__ import annotations

import pytest

from tui.search.list_filter import filter_records
from tui.store import Store


def _policies(store: Store) -> set[str]:
    return {row.id for row in store.rows("policies", "zh")}


def test_an_empty_text_matches_all_records(sample_store: Store) -> None:
    ids = _policies(sample_store)
    assert filter_records(sample_store, "  ", ids) == ids


@pytest.mark.parametrize("text", ["沧岚", "canglan", "Canglan", "沧岚省", "clan", "滄嵐"])
def test_a_place_is_matched_in_each_script(sample_store: Store, text: str) -> None:
    found = filter_records(sample_store, text, _policies(sample_store))
    if text == "clan":  # not the start of a word
        assert not found
    else:
        assert {"policy-canglan-measures", "policy-cross-province-2022"} <= found
        assert found < _policies(sample_store)


@pytest.mark.parametrize("text", ["疫情", "yiqing", "epidemic", "疫晴"])
def test_a_title_is_matched_in_each_script_and_by_homophones(
    sample_store: Store, text: str
) -> None:
    assert filter_records(sample_store, text, _policies(sample_store)) == {"policy-emergency-2020"}


def test_every_word_must_match(sample_store: Store) -> None:
    ids = _policies(sample_store)
    insurance = filter_records(sample_store, "医保", ids)
    of_2021 = filter_records(sample_store, "2021", ids)
    both = filter_records(sample_store, "医保 2021", ids)
    assert "policy-payment-2021" in both
    assert both <= insurance & of_2021
    assert both < insurance


def test_records_of_other_sections_are_left_out(sample_store: Store) -> None:
    assert filter_records(sample_store, "青禾健康", {"qinghe-health"}) == {"qinghe-health"}
    assert "qinghe-health" not in filter_records(sample_store, "青禾健康", _policies(sample_store))


def test_a_text_that_occurs_nowhere_matches_nothing(sample_store: Store) -> None:
    assert not filter_records(sample_store, "没有这样的词句", _policies(sample_store))
