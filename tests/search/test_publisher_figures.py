"""A comparison of publishers leads to the figures on which their sources disagree."""

from __future__ import annotations

import pytest

from tui.search import find, find_all
from tui.store import Store

_PATIENTS = "disagreement-online-patients"


@pytest.mark.parametrize(
    "query",
    [
        "Wangchuan Institute vs Medical Fortnightly online patients",
        "difference between Wangchuan Institute and Medical Fortnightly on online patients",
        "望川研究院和半月医讯的在线患者人数对比",
    ],
)
def test_publishers_are_compared_on_a_measure_by_the_disagreement(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == (_PATIENTS, "exact")


@pytest.mark.parametrize(
    "query",
    [
        "Wangchuan Institute vs Medical Fortnightly figures",
        "望川研究院和半月医讯的数据差异",
    ],
)
def test_their_figures_are_all_disagreements_of_both(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert {hit.entry.id for hit in hits} == {_PATIENTS, "disagreement-e-prescriptions"}


@pytest.mark.parametrize(
    "query",
    [
        "Wangchuan Institute vs Medical Fortnightly",
        "Wangchuan Institute vs Medical Fortnightly market size",
        "Wangchuan Institute vs Changle Health figures",
    ],
)
def test_profiles_and_other_measures_are_compared_as_records(
    sample_store: Store, query: str
) -> None:
    assert find_all(sample_store, query).command[0] == "compare"


@pytest.mark.parametrize(
    "query",
    [
        "why do Wangchuan Institute and Medical Fortnightly disagree on online patients",
        "why are Wangchuan Institute and Medical Fortnightly different on patients",
        "望川研究院和半月医讯的在线患者人数为什么不一样",
        "为什么半月医讯的患者数和望川研究院不一致",
    ],
)
def test_why_publishers_differ_is_the_disagreement_of_their_sources(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == (_PATIENTS, "exact")
    assert "no disagreement" not in hit.verdict.remark.en


def test_publishers_alone_lead_to_all_their_disagreements(sample_store: Store) -> None:
    hits = find(sample_store, "why do Wangchuan Institute and Medical Fortnightly differ")
    disputes = {hit.entry.id for hit in hits}
    assert {_PATIENTS, "disagreement-e-prescriptions"} <= disputes
    assert hits[0].verdict.remark.en.startswith("disagreements of ")


def test_no_disagreement_on_a_subject_leads_to_their_others(sample_store: Store) -> None:
    query = "why do Wangchuan Institute and Medical Fortnightly disagree on waiting time"
    hit = find(sample_store, query)[0]
    assert (hit.entry.kind, hit.match) == ("disagreement", "near")
    assert "about “waiting time” is recorded" in hit.verdict.remark.en


@pytest.mark.parametrize(
    "query", ["小满健康用户数和长乐健康为什么对不上", "why does Xiaoman Health contradict Changle"]
)
def test_a_record_on_one_side_finds_the_dispute(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].entry.id == "disagreement-claim-changle-first"


def test_publishers_without_a_common_dispute_are_compared_by_their_figures(
    sample_store: Store,
) -> None:
    query = "Wangchuan Institute vs Medical Fortnightly waiting time"
    remark = find(sample_store, query)[0].verdict.remark.en
    assert "in the documents" not in remark


@pytest.mark.parametrize(
    "query",
    [
        "Wangchuan Institute vs Medical Fortnightly Changle Health revenue",
        "Changle Health revenue Medical Fortnightly versus Wangchuan Institute",
        "望川研究院和半月医讯对长乐健康营收的说法",
    ],
)
def test_sources_of_a_company_are_not_compared_with_it(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == ("changle-health", "exact")
    lines = hit.verdict.remark.en.split("\n")
    assert any(line.startswith("Medical Fortnightly: Total revenue, H1 2022") for line in lines)
    assert any(line.startswith("Wangchuan Institute: gives no figure for") for line in lines)


@pytest.mark.parametrize(
    "query",
    [
        "do Wangchuan Institute and Medical Fortnightly agree on online patients",
        "望川研究院和半月医讯对在线患者人数说法一样吗",
        "望川研究院 半月医讯 在线患者人数 分歧",
        "望川研究院 半月 在线患者 分歧",
    ],
)
def test_whether_sources_agree_is_their_disagreement(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == (_PATIENTS, "exact")


@pytest.mark.parametrize(
    "query", ["望川研究院与半月医讯在哪些地方不一致", "望川研究院和半月的分歧"]
)
def test_the_number_of_disagreements_is_apart_from_the_values_of_the_first(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    count, first, *values = hits[0].verdict.remark.en.split("\n")
    assert count == f"disagreements of Wangchuan Institute, Medical Fortnightly: {len(hits)}"
    assert first == f"the first, {hits[0].entry.title.en}, has these values:"
    assert values


def test_sources_and_a_year_are_their_disagreements_on_figures_of_that_year(
    sample_store: Store,
) -> None:
    found = {hit.entry.id for hit in find(sample_store, "望川研究院和半月医讯 2022")}
    assert found == {_PATIENTS, "disagreement-e-prescriptions"}
    other = find(sample_store, "望川研究院和半月医讯 2009")
    assert all(hit.entry.kind != "disagreement" for hit in other[:1])
