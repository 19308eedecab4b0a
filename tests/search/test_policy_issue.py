"""Who issued a policy and when: what the documents leave open is said before the answer."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    ["who issued the measures on subsidies for online clinics", "互联网诊所补助办法是谁发布的"],
)
def test_the_note_on_an_issuer_that_is_not_named_is_shown(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == ("policy-county-subsidy", "other_measure")
    assert hit.verdict.remark.en == "The list only says “a county”"
    assert hit.verdict.remark.zh == "目录只写“某县”"


@pytest.mark.parametrize("query", ["夜间线上门诊服务规范由几个部门发布"])
def test_the_number_of_issuers_is_answered_by_their_names(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == ("policy-night-2023", "exact")
    assert hit.verdict.remark.en == "issuers that the documents name: City health bureau"


def test_an_issuer_that_is_named_has_no_remark(sample_store: Store) -> None:
    hit = find(sample_store, "夜间线上门诊服务规范是谁发布的")[0]
    assert (hit.entry.id, hit.match) == ("policy-night-2023", "exact")
    assert hit.verdict.remark.en == ""


@pytest.mark.parametrize(
    "query", ["互联网诊所补助办法什么时候发布的", "互联网诊所补助办法是哪一年的"]
)
def test_a_policy_without_a_date_is_no_answer_to_when(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == ("policy-county-subsidy", "other_measure")
    assert hit.verdict.remark.zh.startswith("没有注明日期")


def test_a_policy_with_a_date_answers_when(sample_store: Store) -> None:
    hit = find(sample_store, "夜间线上门诊服务规范什么时候发布的")[0]
    assert (hit.entry.id, hit.match) == ("policy-night-2023", "exact")
