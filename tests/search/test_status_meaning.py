"""Questions what the status or another mark of a figure means."""

from __future__ import annotations

import pytest

from tui.document.shared_labels import STATUS_MEANINGS, STATUS_WORDS
from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "mark"),
    [
        ("what does reported mean", "reported"),
        ("meaning of estimate", "estimate"),
        ("what is meant by forecast", "forecast"),
        ("已公布是什么意思", "reported"),
        ("“预测”是什么意思", "forecast"),
    ],
)
def test_the_meaning_of_a_status_is_said_with_figures_that_have_it(
    sample_store: Store, query: str, mark: str
) -> None:
    hits = find(sample_store, query)
    assert STATUS_MEANINGS[mark].en in hits[0].verdict.remark.en
    assert STATUS_MEANINGS[mark].zh in hits[0].verdict.remark.zh
    assert {hit.entry.status for hit in hits} == {mark}


@pytest.mark.parametrize("query", ["what do the statuses mean", "状态是什么意思"])
def test_all_statuses_are_explained(sample_store: Store, query: str) -> None:
    remark = find(sample_store, query)[0].verdict.remark
    assert all(STATUS_MEANINGS[mark].en in remark.en for mark in STATUS_WORDS)


@pytest.mark.parametrize(
    "query", ["difference between reported and forecast", "已公布和预测有什么区别"]
)
def test_the_difference_of_two_statuses_is_said(sample_store: Store, query: str) -> None:
    remark = find(sample_store, query)[0].verdict.remark.en
    assert STATUS_MEANINGS["reported"].en in remark
    assert STATUS_MEANINGS["forecast"].en in remark


@pytest.mark.parametrize("query", ["consultation market forecast", "market size estimate"])
def test_a_figure_of_a_status_is_another_question(sample_store: Store, query: str) -> None:
    remark = find(sample_store, query)[0].verdict.remark.en
    assert not any(meaning.en in remark for meaning in STATUS_MEANINGS.values())
