"""A remark does not deny a number, a word or a document that the first answer has."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.search.missing_words import _is_in_two_pieces
from tui.search.verdict import NO_FIGURE
from tui.search.whole_word import whole_word
from tui.store import Store


@pytest.mark.parametrize("query", ["通知之后市场多少", "how many consultations after the notice"])
def test_a_number_in_the_text_is_not_denied(sample_store: Store, query: str) -> None:
    first = find(sample_store, query)[0]
    assert first.verdict.remark != NO_FIGURE


@pytest.mark.parametrize("text", ["为什么1630亿比1961亿低", "3537亿比3099亿多"])
def test_a_unit_and_the_next_word_are_no_word(sample_store: Store, text: str) -> None:
    assert whole_word(sample_store, text, "亿比") == ""


@pytest.mark.parametrize("query", ["医保措辞", "医保的措辞", "wording of insurance"])
def test_the_wording_of_a_subject_is_that_of_its_policies(sample_store: Store, query: str) -> None:
    first = find(sample_store, query)[0]
    assert first.entry.kind == "policy"
    assert "by the wording quoted" in first.verdict.remark.en


@pytest.mark.parametrize(
    ("text", "has_it"),
    [("首诊纳入互联网医疗 医保", True), ("推进医保纳入", True), ("医保账户可以支付", False)],
)
def test_a_verb_and_its_object_may_stand_apart(text: str, has_it: bool) -> None:
    assert _is_in_two_pieces("纳入医保", text) == has_it


@pytest.mark.parametrize("query", ["7777 billion consultation market", "7777亿线上问诊市场"])
def test_a_number_that_no_source_has_is_named_with_its_power(
    sample_store: Store, query: str
) -> None:
    remark = find(sample_store, query)[0].verdict.remark.en
    assert "“7777 billion”" in remark or "“7777亿”" in remark
