"""The year of the greatest or the least figure: a superlative and a word for years."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store


@pytest.mark.parametrize(
    ("query", "fact", "extreme"),
    [
        ("融资最高的年份", "financing-amount@2020", "highest"),
        ("融资顶峰是哪年", "financing-amount@2020", "highest"),
        ("融资最多的一年", "financing-amount@2020", "highest"),
        ("year with the highest financing", "financing-amount@2020", "highest"),
        ("best year for financing", "financing-amount@2020", "highest"),
        ("worst year for financing", "financing-amount@2022", "lowest"),
    ],
)
def test_the_year_of_an_extreme(sample_store: Store, query: str, fact: str, extreme: str) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.fact == fact
    assert hit.verdict.remark.en == f"showing the {extreme} figure in the documents"


@pytest.mark.parametrize(
    ("query", "fact", "extreme"),
    [
        ("highest forecast of the consultation market size", "2025", "highest"),
        ("lowest forecast of the consultation market size", "2022:forecast", "lowest"),
        ("问诊市场规模预测最高多少", "2025", "highest"),
    ],
)
def test_the_extreme_of_forecasts(sample_store: Store, query: str, fact: str, extreme: str) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.fact == f"consultation-market@{fact}"
    assert hit.verdict.remark.en == f"showing the {extreme} forecast in the documents"


def test_the_name_of_a_kind_in_pinyin_lists_it(sample_store: Store) -> None:
    typed, written = find(sample_store, "zhengce 2023"), find(sample_store, "政策 2023")
    assert [hit.entry.id for hit in typed] == [hit.entry.id for hit in written]
    assert typed[0].verdict.remark == written[0].verdict.remark


def test_the_largest_year_is_no_largest_company(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    concept = (
        '\n[[concepts]]\nid = "largest"\nzh = ["最大", "规模最大", "最大的"]\nen = ["largest"]\n'
    )
    path = sample_copy / "concepts.toml"
    path.write_text(path.read_text("utf-8") + concept, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hit = find(store, "市场规模最大的年份")[0]
    assert hit.entry.fact == "consultation-market@2022"
    assert hit.verdict.remark.en == "showing the highest figure in the documents"
