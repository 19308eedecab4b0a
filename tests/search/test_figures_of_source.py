"""The name of who published a source filters the figures of a question."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("Wangchuan Institute forecast 2025", "insured-hospital-share@2025"),
        ("望川研究院 2025年预测", "insured-hospital-share@2025"),
        ("Medical Fortnightly forecast 2030", "medical-spending@2030"),
        ("半月医讯 2030年预测", "medical-spending@2030"),
    ],
)
def test_figure_of_the_named_source_comes_first(sample_store: Store, query: str, fact: str) -> None:
    first = find(sample_store, query)[0]
    assert (first.entry.fact, first.match) == (fact, "exact")


def test_a_source_without_such_a_figure_has_none(sample_store: Store) -> None:
    first = find(sample_store, "Medical Fortnightly forecast 2031")[0]
    assert (first.entry.id, first.match) == ("medical-fortnightly", "other_period")
