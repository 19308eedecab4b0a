"""A question for who raised or invested money leads to the funding rounds, one for what happened in
a year to its events."""

from __future__ import annotations

import pytest

from tui.search import Hit, find
from tui.search.find import find_all
from tui.store import Store

_ROUNDS = ["chunlai-health.changfeng-round", "xiaoman-health.series-a", "qinghe-health.series-b"]


def _facts(hits: list[Hit]) -> list[str]:
    return [hit.entry.fact or hit.entry.id for hit in hits]


@pytest.mark.parametrize(
    "query",
    [
        "which companies raised money",
        "which company raised the most",
        "who raised money",
        "which firms got funding",
        "which startups have received funding",
        "companies that raised capital",
        "list of funding rounds",
        "which financing deals are known",
        "哪些企业做了融资",
        "哪些公司拿到融资",
        "哪些公司获得了投资",
        "谁拿到了融资",
        "有哪些融资事件",
        "融资案例有哪些",
        "融资名单",
    ],
)
def test_who_raised_money_leads_to_the_rounds_with_amount_and_date(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert _facts(hits) == _ROUNDS
    assert hits[0].match == "near"  # no document says that there are no others
    assert hits[0].verdict.remark.en == (
        "3 funding rounds named: Chunlai Health: amount not stated, Oct 2021; Xiaoman Health: "
        "Series A, nearly CNY 50 million, Mar 2021; Qinghe Health: Series B, CNY 200 million, "
        "Jun 2020"
    )


@pytest.mark.parametrize(
    "query",
    [
        "top investors",
        "who invested",
        "which investors are there",
        "which investors are most active",
        "有哪些投资方",
        "谁投资了",
        "主要投资机构",
    ],
)
def test_who_invested_leads_to_the_rounds_with_their_investors(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert _facts(hits) == _ROUNDS
    assert "Baize Capital (lead investor): Series B" in hits[0].verdict.remark.en
    assert "白泽资本（领投）：B轮，2亿元，2020年6月" in hits[0].verdict.remark.zh


@pytest.mark.parametrize(
    "query", ["which companies raised money in 2021", "哪些公司2021年拿到融资"]
)
def test_rounds_of_a_year_only(sample_store: Store, query: str) -> None:
    assert _facts(find(sample_store, query)) == _ROUNDS[:2]


@pytest.mark.parametrize(
    "query",
    ["how much money did companies raise", "融资金额是多少", "how many companies raised money"],
)
def test_an_amount_is_no_list(sample_store: Store, query: str) -> None:
    assert "funding rounds named" not in find(sample_store, query)[0].verdict.remark.en


@pytest.mark.parametrize("query", ["who invested in Chunlai Health", "谁投资了春来健康"])
def test_rounds_of_a_company_that_is_named(sample_store: Store, query: str) -> None:
    assert _facts(find(sample_store, query))[:1] == _ROUNDS[:1]


def test_rounds_of_what_no_round_has_are_not_listed(sample_store: Store) -> None:
    hits = find(sample_store, "which pharmacies raised money")
    assert hits[0].verdict.missing == ("pharmacies",)


@pytest.mark.parametrize(
    "query",
    [
        "what happened in 2021",
        "events in 2021",
        "2021年发生了什么",
        "2021年有什么大事",
        "2021年大事记",
    ],
)
def test_what_happened_in_a_year_leads_to_its_events(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert _facts(found.hits) == [
        "policy-health-it-plan",
        "xiaoman-health.series-a",
        "policy-payment-2021",
        "chunlai-health.changfeng-round",
    ]
    remark = found.hits[0].verdict.remark.en
    assert remark.startswith("4 dated events in 2021 (policy 2, ")
    assert "Xiaoman Health raises its series A (Mar 2021)" in remark
    assert found.command == ("timeline", "--since", "2021", "--until", "2021")


@pytest.mark.parametrize(
    "query",
    [
        "what changed between 2021 and 2022",
        "2021到2022年有什么变化",
        "2021年和2022年之间发生了哪些变化",
    ],
)
def test_what_changed_between_two_years_names_figures_and_events(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert {"xiaoman-health.series-a", "policy-canglan-measures"} <= set(_facts(hits))
    remark = hits[0].verdict.remark.en
    assert "Financing amount down 63.5% from 2021 to 2022 (editor's calculation)" in remark
    assert "8 dated events in 2021–2022" in remark
    assert "cannot be computed" not in remark  # of what is not comparable nothing is said


def test_what_happened_between_two_years_names_no_figures(sample_store: Store) -> None:
    remark = find(sample_store, "what happened between 2021 and 2022")[0].verdict.remark.en
    assert remark.startswith("8 dated events in 2021–2022")


@pytest.mark.parametrize("query", ["what happened", "what happened to prices in 2021"])
def test_what_happened_without_a_year_or_of_one_thing_is_no_list(
    sample_store: Store, query: str
) -> None:
    assert "dated event" not in find(sample_store, query)[0].verdict.remark.en


@pytest.mark.parametrize(
    "query", ["which products were launched", "list of launches", "哪些产品上线了"]
)
def test_what_was_launched_lists_the_launches(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert _facts(hits) == ["xingyuan-hospital.cloud-clinic-launch"]
    assert hits[0].verdict.remark.en == (
        "1 launch named: Xingyuan Hospital launches the Cloud Clinic (May 2022)"
    )
