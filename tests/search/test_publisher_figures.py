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
