"""A currency in which there are no figures is no subject: the amount is shown with a remark."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store

_MARKET, _FUNDING = "consultation-market", "financing-amount"


@pytest.mark.parametrize(
    ("query", "plain", "currency"),
    [
        ("market size US dollars", "market size", "US dollars"),
        ("market size in dollars", "market size", "US dollars"),
        ("market size USD", "market size", "US dollars"),
        ("market size in U.S. dollars 2023", "market size 2023", "US dollars"),
        ("what is the market worth in billions of dollars", "market size", "US dollars"),
        ("how many million pounds was the financing amount", "financing amount", "pounds"),
        ("financing amount in euros 2022", "financing amount 2022", "euros"),
        ("Changle Health revenue in HK$", "Changle Health revenue", "Hong Kong dollars"),
        ("市场规模 美元", "市场规模", "US dollars"),
        ("市场规模是多少美金", "市场规模", "US dollars"),
        ("融资金额折合多少亿美元", "融资金额", "US dollars"),
        ("长乐健康营收多少英镑", "长乐健康营收", "pounds"),
        ("市场规模以欧元计", "市场规模", "euros"),
    ],
)
def test_an_amount_in_a_foreign_currency_is_shown_as_known(
    sample_store: Store, query: str, plain: str, currency: str
) -> None:
    hit, known = find(sample_store, query)[0], find(sample_store, plain)[0]
    assert (hit.entry.id, hit.entry.fact) == (known.entry.id, known.entry.fact)
    assert "CNY" in known.entry.answer.en
    assert hit.match != "exact"
    assert hit.verdict.remark.en.startswith(f"no figure in {currency}")


@pytest.mark.parametrize("query", ["美元基金", "online patients in dollars", "compound growth"])
def test_a_currency_beside_no_amount_stays_a_word(sample_store: Store, query: str) -> None:
    for hit in find(sample_store, query):
        assert "no figure in" not in hit.verdict.remark.en


@pytest.mark.parametrize(
    "query", ["US dollars", "in dollars", "converted to US dollars", "折合美元"]
)
def test_nothing_but_a_currency_finds_nothing(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    # Without the rule, the records of questions that name a currency are found.
    path = sample_copy / "questions" / "readers.toml"
    known = (
        '[[questions]]\nanswer = "night-market"\n'
        'zh = ["折合美元"]\nen = ["US dollars", "in dollars"]\n'
    )
    path.write_text(f"{path.read_text('utf-8')}\n{known}", "utf-8")
    with open_store(str(sample_copy), environment) as store:
        assert find(store, query) == []
