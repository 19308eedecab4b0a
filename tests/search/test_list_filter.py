"""``filter_records`` returns all records of a list that match the typed text, and no others."""

from __future__ import annotations

import pytest

from tui.search.list_filter import filter_records
from tui.store import Store


def _policies(store: Store) -> set[str]:
    return {row.id for row in store.rows("policies", "zh")}


def _found(store: Store, text: str) -> set[str]:
    return set(filter_records(store, text, _policies(store)))


def test_an_empty_text_matches_all_records(sample_store: Store) -> None:
    assert _found(sample_store, "  ") == _policies(sample_store)


@pytest.mark.parametrize("text", ["沧岚", "canglan", "Canglan", "沧岚省", "clan", "滄嵐"])
def test_a_place_is_matched_in_each_script(sample_store: Store, text: str) -> None:
    found = _found(sample_store, text)
    if text == "clan":  # not the start of a word
        assert not found
    else:
        assert {"policy-canglan-measures", "policy-cross-province-2022"} <= found
        assert found < _policies(sample_store)


@pytest.mark.parametrize("text", ["疫情", "yiqing", "epidemic", "疫晴"])
def test_a_title_is_matched_in_each_script_and_by_homophones(
    sample_store: Store, text: str
) -> None:
    assert _found(sample_store, text) == {"policy-emergency-2020"}


def test_every_word_must_match(sample_store: Store) -> None:
    insurance = _found(sample_store, "医保")
    of_2021 = _found(sample_store, "2021")
    both = _found(sample_store, "医保 2021")
    assert "policy-payment-2021" in both
    assert both <= insurance & of_2021
    assert both < insurance


def test_records_of_other_sections_are_left_out(sample_store: Store) -> None:
    assert filter_records(sample_store, "青禾健康", {"qinghe-health"}) == {"qinghe-health": True}
    assert "qinghe-health" not in _found(sample_store, "青禾健康")


def test_a_text_that_occurs_nowhere_matches_nothing(sample_store: Store) -> None:
    assert not _found(sample_store, "没有这样的词句")


@pytest.mark.parametrize(("written", "pinyin"), [("医保", "yibao"), ("首诊", "shouzhen")])
def test_pinyin_finds_the_words_of_a_page_too(
    sample_store: Store, written: str, pinyin: str
) -> None:
    ids = {row.id for each in sample_store.sections() for row in sample_store.rows(each.id, "zh")}
    found = filter_records(sample_store, written, ids)
    assert set(found.values()) == {True, False}  # some have it on the page only
    assert filter_records(sample_store, pinyin, ids) == found


def test_a_match_in_a_name_is_told_from_one_on_the_page(sample_store: Store) -> None:
    ids = {row.id for row in sample_store.rows("players", "zh")}
    found = filter_records(sample_store, "青禾健康", ids)
    assert [each for each, in_names in found.items() if in_names] == ["qinghe-health"]
    assert len(found) > 1
