"""Remarks that must not deny what the answer has, nor name what is no word."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize("query", ["yisheng shuliang", "huanzhe shuliang"])
def test_a_term_in_pinyin_is_in_the_documents(sample_store: Store, query: str) -> None:
    first = find(sample_store, query)[0]
    assert "the documents do not mention" not in first.verdict.remark.en


@pytest.mark.parametrize(
    "query",
    ["who publishes the consultation market size", "who estimates the consultation market size"],
)
def test_the_citation_of_a_figure_names_its_publisher(sample_store: Store, query: str) -> None:
    first = find(sample_store, query)[0]
    assert first.entry.id == "consultation-market"
    assert "no name is given" not in first.verdict.remark.en


@pytest.mark.parametrize("query", ["问诊市场是2022年的几倍", "问诊市场对行业是利好吗"])
def test_a_particle_is_no_word_of_a_remark(sample_store: Store, query: str) -> None:
    for hit in find(sample_store, query)[:1]:
        assert "是" not in hit.verdict.remark.zh.replace("以下是", "").replace("的是", "")


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("患者能用线上诊疗数据安全条例吗", "policy-data-draft"),
        ("病人 线上诊疗数据安全条例", "policy-data-draft"),
        ("can patients use the night clinics standard", "policy-night-2023"),
    ],
)
def test_a_policy_that_does_not_name_patients_is_for_them(
    sample_store: Store, query: str, record: str
) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.id == record
    assert "病人" not in hit.verdict.remark.zh
    assert "患者" not in hit.verdict.remark.zh
    assert "patients" not in hit.verdict.remark.en


@pytest.mark.parametrize(
    "query",
    [
        *("3500万怎么来的", "3500万是怎么来的", "3500万是怎么回事", "3500万咋来的"),
        *("政策从强到弱", "政策从新到旧", "在线患者怎么来的", "2025年能到万亿吗"),
    ],
)
def test_words_that_only_ask_are_not_named(sample_store: Store, query: str) -> None:
    for hit in find(sample_store, query):
        assert not any(
            f"“{word}" in hit.verdict.remark.zh
            for word in ("怎", "咋", "回事", "强", "新到", "能到")
        )
