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
