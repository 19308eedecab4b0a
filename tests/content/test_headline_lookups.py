"""The lookups of the README are answered by the live content.

The only tests of the search that depend on the live content; the search itself is tested on the
sample (tests/search).
"""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "record", "fact"),
    [
        ("市场规模 2022", "market-size", "market-size@2022"),
        ("jdjk yingshou", "jd-health", "jd-health.revenue@2021-H1"),
        ("JD Health", "jd-health", ""),
        ("jdjk", "jd-health", ""),
        ("6618.HK", "jd-health", ""),
        ("3099亿", "market-size", "market-size@2022"),
        ("医保发〔2019〕47号", "policy-nhsa-2019-47", ""),
        ("how many internet hospitals", "internet-hospitals", "internet-hospitals@2021-06"),
        ("market size forecast 2025", "market-size", "market-size@2025"),
    ],
)
def test_a_headline_lookup_is_answered(
    real_store: Store, query: str, record: str, fact: str
) -> None:
    first = find(real_store, query)[0]
    assert (first.entry.id, first.entry.fact) == (record, fact)
    assert first.match == "exact"
    assert first.entry.citations


def test_a_homophone_of_a_company_is_corrected_with_a_remark(real_store: Store) -> None:
    first = find(real_store, "京东建康")[0]
    assert first.entry.id == "jd-health"
    assert first.match == "near"
    assert "京东建康" in first.verdict.remark.zh


def test_the_market_size_of_2022_is_the_reported_figure(real_store: Store) -> None:
    entry = find(real_store, "市场规模 2022")[0].entry
    assert entry.answer.zh == "2022年：3,099亿元（已公布）"
    assert entry.answer.en == "2022: CNY 309.9 billion (reported)"
    assert entry.disagrees


def test_a_lookup_of_an_uncovered_year_says_so(real_store: Store) -> None:
    gap, figure = find(real_store, "市场规模 2023", 2)
    assert gap.entry.kind == "gap"
    assert (figure.entry.id, figure.match) == ("market-size", "other_period")
    assert find(real_store, "JD Health revenue 2023", 1)[0].match == "other_period"
