"""Questions about what no document covers find nothing, instead of a record on something else."""

from __future__ import annotations

import pytest

from tui.search import find, find_all
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    ["number of employees", "how many staff are there", "headcount", "员工数量", "有多少员工"],
)
def test_a_count_of_what_no_record_counts_finds_nothing(sample_store: Store, query: str) -> None:
    assert find(sample_store, query) == []


@pytest.mark.parametrize(
    "query", ["doctors per 1000 people", "doctors per capita", "每千人医生数", "人均患者"]
)
def test_a_total_is_no_number_for_each_person(sample_store: Store, query: str) -> None:
    assert find(sample_store, query) == []


@pytest.mark.parametrize("query", ["疫苗接种率", "城镇化率", "vaccination rate"])
def test_a_rate_of_what_no_record_has_finds_nothing(sample_store: Store, query: str) -> None:
    assert find(sample_store, query) == []


@pytest.mark.parametrize("query", ["GDP", "GDP of China", "CPI", "中国GDP"])
def test_letters_within_longer_words_are_no_answer(sample_store: Store, query: str) -> None:
    assert find(sample_store, query) == []


@pytest.mark.parametrize(
    ("query", "identity"),
    [
        ("how many doctors are there", "online-doctors"),
        ("number of online hospitals", "online-hospitals"),
        ("医生数量", "online-doctors"),
    ],
)
def test_a_count_of_what_a_record_counts_is_found(
    sample_store: Store, query: str, identity: str
) -> None:
    assert find(sample_store, query)[0].entry.id == identity


def test_the_employees_of_a_company_lead_to_the_company(sample_store: Store) -> None:
    first = find(sample_store, "how many employees does Qinghe Health have")[0]
    assert (first.entry.id, first.match) == ("qinghe-health", "other_measure")


@pytest.mark.parametrize("query", ["software vendors", "软件厂商"])
def test_a_role_lists_its_companies(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.several
    assert {hit.entry.id for hit in found.hits} == {"zhuxi-software"}


@pytest.mark.parametrize(
    "query", ["which companies are in the industry", "companies in the sector", "行业公司有哪些"]
)
def test_the_companies_of_the_industry_are_all_that_have_a_business(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query, 100)
    ids = {hit.entry.id for hit in found.hits}
    assert {"qinghe-health", "zhuxi-software", "hefeng-insurance"} <= ids
    assert "health-bureau" not in ids
    assert found.hits[0].verdict.remark.en == (
        f"the documents name {len(ids)} companies; this is no list of the whole industry"
    )


def test_a_round_of_financing_does_not_say_what_such_a_round_is(sample_store: Store) -> None:
    first = find(sample_store, "什么是B轮融资")[0]
    assert first.match == "other_measure"
    assert first.verdict.remark.zh == "没有解释，以下是相关内容"


def test_the_name_of_a_company_without_definition_is_no_missing_meaning(
    sample_store: Store,
) -> None:
    first = find(sample_store, "what is Qinghe Health")[0]
    assert (first.entry.id, first.match) == ("qinghe-health", "exact")
