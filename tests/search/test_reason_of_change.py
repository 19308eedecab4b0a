"""Why a figure rose or fell: the statements about this change come first."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store

_NO_CAUSE = "no cause is given in the documents; showing related content"
_MAY_BE = "what the documents say about this change; it may not be the reason"
_NO_REASON = "no reason is given; showing the figure"


@pytest.mark.parametrize(
    ("query", "statement", "figure", "remark"),
    [
        ("why did online patients grow", "trend-slower-growth", "online-patients", _NO_CAUSE),
        ("为什么在线患者增加", "trend-slower-growth", "online-patients", _NO_CAUSE),
        ("why did the waiting time fall", "driver-waiting", "waiting-time", _MAY_BE),
        ("what caused the waiting time to fall", "driver-waiting", "waiting-time", _MAY_BE),
    ],
)
def test_a_statement_about_the_change_comes_before_the_figure(
    sample_store: Store, query: str, statement: str, figure: str, remark: str
) -> None:
    first, second = find(sample_store, query)[:2]
    assert (first.entry.id, second.entry.id) == (statement, figure)
    assert first.match != "exact"
    assert first.verdict.remark.en == remark


@pytest.mark.parametrize(
    "query",
    [
        "why did online patients decline",
        "why did the waiting time rise",
        "why did deals fall",
        "why did financing fall",
        "why did the waiting time fall in 1999",
    ],
)
def test_a_statement_about_another_change_is_no_reason(sample_store: Store, query: str) -> None:
    first = find(sample_store, query)[0]
    assert first.entry.kind == "statistic"
    assert first.match != "exact"


def test_without_a_statement_no_reason_is_given(sample_store: Store) -> None:
    first = find(sample_store, "why did deals fall")[0]
    assert (first.entry.id, first.verdict.remark.en) == ("financing-deals", _NO_REASON)


@pytest.mark.parametrize(
    ("query", "claim", "disputed"),
    [
        ("why is Xiaoman Health most trusted", "claim-xiaoman-trusted", False),
        ("小满健康为什么最受信任", "claim-xiaoman-trusted", False),
        ("why is Changle Health number one in the province", "claim-changle-first", True),
        ("长乐健康为什么是全省第一", "claim-changle-first", True),
    ],
)
def test_a_claim_on_the_subject_may_not_be_the_reason(
    sample_store: Store, query: str, claim: str, disputed: bool
) -> None:
    first = find(sample_store, query)[0]
    assert first.entry.id == claim
    said, *beside = first.verdict.remark.en.split("\n")
    assert said == "what the documents say of this; it may not be the reason"
    assert bool(beside) == disputed
    assert all(line.startswith("sources disagree: ") for line in beside[:1])
