"""Whether the data are reliable or official is answered with what the sources disagree about."""

from __future__ import annotations

import pytest

from tui.search.find import find_all
from tui.store import Store

_MARKET = "disagreement-consultation-market"


@pytest.mark.parametrize(
    "query",
    [
        *("数据可信吗", "数据准确吗", "数据准不准", "数据是官方的吗", "官方数据还是机构估算"),
        *("数据来源权威吗", "数据可靠性", "这些数字真实吗", "有官方数据吗", "统计数据靠谱吗"),
        *("are the numbers reliable", "is it official data", "is the data trustworthy"),
        *("how accurate are the figures", "are these official statistics", "data reliability"),
        *("can the numbers be trusted", "are the sources credible", "official data or estimates"),
    ],
)
def test_reliability_of_all_data_leads_to_the_disputes(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("disagreements",)
    assert found.hits[0].entry.id == "where-sources-disagree"


@pytest.mark.parametrize(
    "query",
    [
        *("市场规模数据可信吗", "市场规模的数字准确吗"),
        *("is the market size figure reliable", "are the market size numbers accurate"),
    ],
)
def test_reliability_of_a_figure_leads_to_its_dispute(sample_store: Store, query: str) -> None:
    hit = find_all(sample_store, query).hits[0]
    assert (hit.entry.id, hit.match) == (_MARKET, "exact")


@pytest.mark.parametrize(
    "query", ["青禾健康的数据可信吗", "官方公众号", "数据安全可靠", "reliable online doctors"]
)
def test_another_subject_does_not_lead_to_the_disputes(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command != ("disagreements",)
    assert not found.hits or found.hits[0].entry.kind != "disagreement"
