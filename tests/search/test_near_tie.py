"""What is named, and what stands, beside a gap about a measure in a period."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize("query", ["2024年患者人数", "2024年有多少患者"])
def test_the_measure_of_a_gap_stands_below_it(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query, 5)
    assert hits[0].entry.id == "gap-patients-2024"
    assert hits[1].entry.kind == "statistic"
    assert "患者" in hits[1].entry.title.zh
