"""Lists of a dated kind: without a date, and of a phrase that ends in the word for the kind."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.search.find import find_all
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    ["哪些政策没有日期", "日期不详的政策", "有年份不明的政策吗", "undated policies",
     "which policies have no date"],
)  # fmt: skip
def test_the_policies_without_a_date_are_listed(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert {hit.entry.id for hit in found.hits} == {"policy-county-subsidy", "policy-data-draft"}
    assert found.hits[0].verdict.remark.zh == "没有日期的政策2项"
    assert found.hits[0].verdict.remark.en == "2 undated policies"


def test_a_phrase_that_ends_in_a_kind_lists_it(sample_store: Store) -> None:
    hits = find(sample_store, "电子处方政策")
    assert [hit.entry.id for hit in hits] == ["policy-cross-province-2022"]
    assert hits[0].verdict.remark.zh == "提到“电子处方”的政策1项"


@pytest.mark.parametrize("query", ["问诊次数", "问诊人次", "线上问诊次数"])
def test_a_name_of_what_is_counted_asks_for_a_number(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert "次（" in hit.entry.answer.zh
