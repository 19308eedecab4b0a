"""Why figures differ: the answer has the reasons, of one dispute or of all of them."""

from __future__ import annotations

import pytest

from tui.search import find, find_all
from tui.store import Store

_MARKET = "disagreement-consultation-market"


def _reasons(store: Store, record: str, language: str) -> list[str]:
    sql = f"SELECT reason_{language} FROM disagreements WHERE id = ? AND reason_{language} <> ''"
    return [reason for (reason,) in store.query(sql, (record,))]


@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("why do the market figures differ", "en"),
        ("why do market size estimates differ", "en"),
        ("why are there different numbers for the market size", "en"),
        ("线上问诊市场规模为什么说法不一", "zh"),
        ("为什么市场规模数字不一样", "zh"),
        ("为什么各机构市场规模不一样", "zh"),
        ("which market size figure is right", "en"),
        ("which consultation market size is more reliable", "en"),
        ("市场规模哪个数对", "zh"),
        ("线上问诊市场规模哪个更可信", "zh"),
    ],
)
def test_the_reasons_of_a_dispute_are_said(sample_store: Store, query: str, language: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == (_MARKET, "exact")
    reasons = _reasons(sample_store, _MARKET, language)
    remark = getattr(hit.verdict.remark, language)
    assert reasons
    assert all(reason.rstrip(".。") in remark for reason in reasons)


@pytest.mark.parametrize(
    "query",
    [
        *("why do figures differ", "why are the numbers different", "why do sources disagree"),
        *("why do the documents contradict each other", "why is the data inconsistent"),
        *("为什么数字不一样", "各家口径为什么不一致", "数据为何对不上"),
    ],
)
def test_without_a_subject_all_disputes_are_listed_with_reasons(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("disagreements",)
    assert found.hits[0].entry.id == "where-sources-disagree"
    assert {hit.entry.kind for hit in found.hits[1:]} == {"disagreement"}
    rows = list(sample_store.query("SELECT DISTINCT id FROM disagreements"))
    assert len(found.hits) == len(rows) + 1
    figures = [hit.entry.id for hit in found.hits[1:]]
    remark = found.hits[0].verdict.remark.en
    assert any(
        reason.rstrip(".") in remark
        for record in figures
        for reason in _reasons(sample_store, record, "en")
    )


@pytest.mark.parametrize("query", ["what is the right name", "哪家企业更靠谱"])
def test_what_is_right_without_figures_is_no_dispute(sample_store: Store, query: str) -> None:
    assert find_all(sample_store, query).command != ("disagreements",)


def test_who_disagrees_gets_no_reasons(sample_store: Store) -> None:
    hit = find(sample_store, "who disagrees about the consultation market")[0]
    assert hit.entry.id == _MARKET
    assert not any(
        reason.rstrip(".") in hit.verdict.remark.en
        for reason in _reasons(sample_store, _MARKET, "en")
    )
