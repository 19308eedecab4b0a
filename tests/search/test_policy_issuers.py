"""Questions for all who issued policies."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        "哪些部门发过文",
        "有哪些部门发布了政策",
        "政策是哪些部委出台的",
        "发文机构有哪些",
        "which ministries issued policies",
        "which agencies have published policies?",
    ],
)
def test_all_issuers_are_listed(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    ids = [hit.entry.id for hit in hits]
    assert ids == ["national-agency", "canglan-department", "health-bureau"]
    assert hits[0].match == "exact"
    assert hits[0].verdict.remark.en == (
        "the documents name 3 issuers of policies; policies without a named issuer: 1"
    )


@pytest.mark.parametrize(
    "query", ["哪些部门发布了价格政策", "which ministries issued data policies"]
)
def test_the_issuer_of_one_policy_is_another_question(sample_store: Store, query: str) -> None:
    assert "issuers of policies" not in find(sample_store, query)[0].verdict.remark.en


@pytest.mark.parametrize("query", ["那2022年呢", "2022年的呢", "and 2022?", "what about 2022"])
def test_a_year_with_particles_is_that_year_alone(sample_store: Store, query: str) -> None:
    asked, alone = find(sample_store, query), find(sample_store, "2022")
    assert [hit.entry.fact for hit in asked] == [hit.entry.fact for hit in alone]
