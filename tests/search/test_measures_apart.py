"""Questions for several measures at once."""

from __future__ import annotations

import pytest

from tui.search import find, find_all
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "alone"),
    [
        ("长乐健康有多少收入和医生", ("长乐健康有多少收入", "长乐健康有多少医生")),
        ("长乐健康的收入和医生", ("长乐健康的收入", "长乐健康的医生")),
        ("长乐健康 收入 医生", ("长乐健康收入", "长乐健康医生")),
        ("长乐健康医生和收入", ("长乐健康医生", "长乐健康收入")),
        ("长乐健康收入、利润和医生", ("长乐健康收入", "长乐健康利润", "长乐健康医生")),
        (
            "Changle Health revenue and doctors",
            ("Changle Health revenue", "Changle Health doctors"),
        ),
        ("问诊市场和融资额", ("问诊市场", "融资额")),
        ("融资额、问诊市场", ("融资额", "问诊市场")),
        ("2022年问诊市场和融资额", ("2022年问诊市场", "2022年融资额")),
    ],
)
def test_each_measure_has_the_answer_that_it_has_alone(
    sample_store: Store, query: str, alone: tuple[str, ...]
) -> None:
    found = find_all(sample_store, query)
    assert [hit.entry.fact for hit in found.hits] == [
        find(sample_store, each, 1)[0].entry.fact for each in alone
    ]
    assert all(not hit.verdict.missing for hit in found.hits)
    assert "没有" not in found.hits[0].verdict.remark.zh


@pytest.mark.parametrize("query", ["长乐健康的医生和净利润", "长乐健康 净利润和医生"])
def test_of_two_measures_the_one_without_a_figure_is_named(sample_store: Store, query: str) -> None:
    first = find(sample_store, query)[0]
    assert first.entry.fact.startswith("changle-health.doctors")
    assert first.verdict.missing == ("净利润",)
    assert first.verdict.remark.zh == "没有净利润的数据"


def test_two_statistics_lead_to_their_comparison(sample_store: Store) -> None:
    found = find_all(sample_store, "融资额和问诊市场")
    assert found.command == ("compare", "financing-amount", "consultation-market")


@pytest.mark.parametrize(
    "query", ["长乐健康和青禾健康的收入", "医生和收入的关系", "夜间 患者 收入"]
)
def test_other_questions_are_read_as_one(sample_store: Store, query: str) -> None:
    assert not any("依次" in hit.verdict.remark.zh for hit in find(sample_store, query))


@pytest.mark.parametrize(
    ("query", "facts"),
    [
        ("2021年融资额 2022年在线患者", ["financing-amount@2021", "online-patients@2022"]),
        ("2021年融资额和2022年在线患者", ["financing-amount@2021", "online-patients@2022"]),
        ("2022年在线患者多少人2021年融资额", ["online-patients@2022", "financing-amount@2021"]),
        (
            "financing amount in 2021 and online patients in 2022",
            ["financing-amount@2021", "online-patients@2022"],
        ),
    ],
)
def test_each_measure_is_answered_at_its_own_time(
    sample_store: Store, query: str, facts: list[str]
) -> None:
    found = find_all(sample_store, query)
    assert [hit.entry.fact for hit in found.hits] == facts
    assert found.hits[0].verdict.remark.en.startswith("in turn: ")


@pytest.mark.parametrize("query", ["2020年和2022年在线患者", "2020年 2022年在线患者"])
def test_one_measure_at_two_times_is_compared(sample_store: Store, query: str) -> None:
    assert "from 2020 to 2022" in find(sample_store, query)[0].verdict.remark.en


def test_a_share_of_another_year_is_not_two_measures(sample_store: Store) -> None:
    hits = find(sample_store, "2022年融资额是2021年的百分之几")
    assert not any("依次" in hit.verdict.remark.zh for hit in hits)


@pytest.mark.parametrize(
    "query",
    [
        *("consultation market and growth", "线上问诊市场规模和增速"),
        "how big is the consultation market and how fast is it growing",
    ],
)
def test_a_figure_comes_before_its_growth(sample_store: Store, query: str) -> None:
    level, growth = find(sample_store, query)[:2]
    assert level.entry.id == growth.entry.id == "consultation-market"
    assert "@" in level.entry.fact
    assert "#" in growth.entry.fact
