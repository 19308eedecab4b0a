"""Which companies have a measure: the figure first, then claims and gaps."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    ["which companies make a profit", "companies that have earnings", "哪些公司盈利", "盈利的公司"],
)
def test_the_only_figure_of_a_company_comes_first(sample_store: Store, query: str) -> None:
    first = find(sample_store, query)[0]
    assert first.entry.id == "changle-health"
    assert first.entry.value
    assert "nothing to compare" not in first.verdict.remark.en
