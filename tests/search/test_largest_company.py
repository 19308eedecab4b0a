"""Questions for the largest company that name no measure."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        "哪家公司最大",
        "哪家最大？",
        "哪家公司规模最大",
        "最大的公司是谁",
        "which company is largest",
        "which platform is the biggest?",
        "who is the largest",
    ],
)
def test_companies_are_listed_by_a_named_amount_before_claims(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert [hit.entry.fact for hit in hits[:2]] == [
        "changle-health.revenue@2022-H1",
        "xiaoman-health.revenue@2022-H1",
    ]
    assert {hit.match for hit in hits} == {"near"}
    assert "“Total revenue”" in hits[0].verdict.remark.en
    assert "claim-qinghe-largest" in [hit.entry.id for hit in hits[2:]]


def test_a_measure_is_kept(sample_store: Store) -> None:
    hit = find(sample_store, "which company has the most doctors")[0]
    assert "revenue" not in hit.entry.fact
