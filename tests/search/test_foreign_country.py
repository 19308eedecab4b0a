"""Another country than China is named first as not covered; us stays a pronoun."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "plain", "place"),
    [
        ("US market size", "market size", "US"),
        ("us online patients", "online patients", "us"),
        ("U.S. online patients", "online patients", "U.S."),
        ("market size in the US", "market size", "US"),
        ("market size of the us", "market size", "us"),
        ("United States market size", "market size", "United States"),
        ("South Korea market size 2023", "market size 2023", "South Korea"),
        ("europe's market size", "market size", "europe"),
        ("美国市场规模", "市场规模", "美国"),
        ("市场规模和日本的", "市场规模", "日本"),
        ("欧洲融资金额", "融资金额", "欧洲"),
    ],
)
def test_another_country_is_named_before_what_is_known(
    sample_store: Store, query: str, plain: str, place: str
) -> None:
    hit, known = find(sample_store, query)[0], find(sample_store, plain)[0]
    assert (hit.entry.id, hit.entry.fact) == (known.entry.id, known.entry.fact)
    assert hit.match != "exact"
    assert hit.verdict.remark.en.startswith(f"nothing about “{place}”")


@pytest.mark.parametrize(
    "query",
    [
        "tell us the market size",
        "TELL US THE MARKET SIZE",
        "what can you tell us about the market size",
        "market size in US dollars",
        "市场规模多少美元",
    ],
)
def test_a_pronoun_and_a_currency_are_no_country(sample_store: Store, query: str) -> None:
    for hit in find(sample_store, query):
        assert "nothing about “US”" not in hit.verdict.remark.en
        assert "us" not in hit.verdict.missing


def test_a_country_and_a_currency_are_both_named(sample_store: Store) -> None:
    remark = find(sample_store, "US market size in US dollars")[0].verdict.remark.en
    assert set(remark.split("\n")) == {
        "nothing about “US”; showing the closest match",
        "no figure in US dollars",
    }
