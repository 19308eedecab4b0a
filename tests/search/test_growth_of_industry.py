"""The growth of the industry is that of the most important statistic of the briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.search.find import find
from tui.search.several.two_times import main_statistic

if TYPE_CHECKING:
    from tui.store import Store


@pytest.mark.parametrize(
    "query",
    ["行业增速", "行业增长率", "行业增长快吗", "industry growth", "is the industry growing fast"],
)
def test_the_growth_of_the_industry_is_that_of_its_first_measure(
    sample_store: Store, query: str
) -> None:
    first = find(sample_store, query)[0]
    expected = find(sample_store, f"{main_statistic(sample_store)}增速")[0]
    assert (first.entry.id, first.entry.fact) == (expected.entry.id, expected.entry.fact)


@pytest.mark.parametrize("query", ["行业为什么增长", "why is the industry growing"])
def test_why_it_grows_is_another_question(sample_store: Store, query: str) -> None:
    rate = find(sample_store, "行业增速")[0].entry
    assert [hit.entry.number for hit in find(sample_store, query)[:1]] != [rate.number]
