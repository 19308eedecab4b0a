"""The name of who published a source filters the figures of a question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store


@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("Wangchuan Institute forecast 2025", "insured-hospital-share@2025"),
        ("望川研究院 2025年预测", "insured-hospital-share@2025"),
        ("Medical Fortnightly forecast 2030", "medical-spending@2030"),
        ("半月医讯 2030年预测", "medical-spending@2030"),
    ],
)
def test_figure_of_the_named_source_comes_first(sample_store: Store, query: str, fact: str) -> None:
    first = find(sample_store, query)[0]
    assert (first.entry.fact, first.match) == (fact, "exact")


@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("Medical Fortnightly online patients 2022", "online-patients@2022:estimate"),
        ("半月医讯 2022年在线患者", "online-patients@2022:estimate"),
        ("online patients 2022 according to Medical Fortnightly", "online-patients@2022:estimate"),
        ("Medical Fortnightly e-prescriptions 2022", "e-prescriptions@2022:estimate"),
        ("Wangchuan Institute online patients 2022", "online-patients@2022"),
    ],
)
def test_figure_of_the_named_source_comes_before_that_of_another(
    sample_store: Store, query: str, fact: str
) -> None:
    first = find(sample_store, query)[0]
    assert (first.entry.fact, first.match) == (fact, "exact")


def test_a_figure_of_another_source_is_near_where_the_named_one_has_none(
    sample_store: Store,
) -> None:
    first = find(sample_store, "e-prescriptions 2023 according to Medical Fortnightly")[0]
    assert (first.entry.fact, first.match) == ("e-prescriptions@2023", "near")
    assert "does not mention" in first.verdict.remark.en


@pytest.mark.parametrize(
    "query", ["who wrote Medical Fortnightly", "date of the Medical Fortnightly article"]
)
def test_who_wrote_a_text_and_when_is_answered_by_the_source(
    sample_store: Store, query: str
) -> None:
    assert find(sample_store, query)[0].entry.id == "fortnightly-2022"


def test_a_source_without_such_a_figure_has_none(sample_store: Store) -> None:
    first = find(sample_store, "Medical Fortnightly forecast 2031")[0]
    assert (first.entry.id, first.match) == ("medical-fortnightly", "other_period")


def test_a_text_that_names_the_source_and_the_measure_comes_below_its_figure(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    path = sample_copy / "gaps" / "gap-quality.toml"
    question = (
        'question = { zh = "望川研究院的在线患者人数去年为何？", '
        'en = "Why do online patients, as Wangchuan Institute counts them, fall?" }'
    )
    text, count = re.subn("^question = .*", question, path.read_text("utf-8"), flags=re.MULTILINE)
    assert count == 1
    path.write_text(text, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        first = find(store, "Wangchuan Institute online patients")[0]
    assert first.entry.id == "online-patients"
    assert {each["source"] for each in first.entry.citations} == {"yearbook-2024"}


@pytest.mark.parametrize(
    "query", ["Medical Fortnightly Changle Health revenue", "半月医讯 长乐健康 营收"]
)
def test_a_company_beside_its_source_is_no_comparison(sample_store: Store, query: str) -> None:
    first = find(sample_store, query)[0]
    assert (first.entry.fact, first.match) == ("changle-health.revenue@2022-H1", "exact")
    assert "fortnightly-2022" in {each["source"] for each in first.entry.citations}


def test_a_source_without_the_figure_of_a_company_is_named(sample_store: Store) -> None:
    first = find(sample_store, "Wangchuan Institute Changle Health revenue")[0]
    assert [word.lower() for word in first.verdict.missing] == ["wangchuan institute"]


@pytest.mark.parametrize(
    "query",
    ["how reliable is Medical Fortnightly", "半月医讯可信吗", "is Medical Fortnightly credible"],
)
def test_whether_a_publisher_is_reliable_leads_to_its_source(
    sample_store: Store, query: str
) -> None:
    assert find(sample_store, query)[0].entry.id == "fortnightly-2022"
