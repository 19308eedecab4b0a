"""Questions for the change of a measure that name no year."""

from __future__ import annotations

import pytest

from tui.search import explain, find
from tui.search.missing_figure import with_changed_measure_first
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        "how much did the financing amount go down",
        "how much has the financing amount gone down",
        "rate of change of the financing amount",
        "by how much has the financing amount contracted",
        "行业融资金额降幅",
        "融资额跌幅",
        "融资额下降幅度",
    ],
)
def test_words_for_a_change_ask_for_the_rate(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.fact, hit.match) == ("financing-amount#growth-2022", "exact")


def test_a_measure_comes_before_the_gap_in_its_own_figures(sample_store: Store) -> None:
    items = [item for item, _ in explain(sample_store, "consultation market 2020").ranked]
    ids = [item.described.record.id for item in items]
    assert ids[:3] == ["gap-market-2020", "consultation-market", "night-market"]
    gap, market, night = items[:3]
    assert with_changed_measure_first(sample_store, [gap, night, market])[
        0
    ].described.record.id == ("consultation-market")
    assert with_changed_measure_first(sample_store, [gap, night]) == [gap, night]
