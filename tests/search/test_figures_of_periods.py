"""Questions for a measure at three or more times, or since one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find, find_all
from tui.search.several.last_years import last_years
from tui.store import Store, open_store


@pytest.mark.parametrize(
    "query",
    [
        "financing 2020 2021 2022",
        "financing 2020, 2021 and 2022",
        "融资金额 2020 2021 2022",
        "2020年、2021年和2022年的融资金额分别是多少",
    ],
)
def test_each_of_three_years_has_its_figure(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert [hit.entry.fact for hit in found.hits] == [
        f"financing-amount@{year}" for year in (2022, 2021, 2020)
    ]
    remark = found.hits[0].verdict.remark
    assert [part[:6] for part in remark.en.splitlines()] == ["2020: ", "2021: ", "2022: "]
    assert found.command == ("show", "financing-amount")


@pytest.mark.parametrize("query", ["financing 2021 2022 2030", "融资金额 2021 2022 2030"])
def test_of_three_years_the_one_without_a_figure_is_named(sample_store: Store, query: str) -> None:
    first = find_all(sample_store, query).hits[0]
    assert first.match == "other_period"
    assert first.verdict.remark.en.endswith("no figure for 2030")
    assert first.verdict.remark.zh.endswith("没有2030年的数据")


def test_a_year_with_the_figure_of_a_part_says_so(sample_store: Store) -> None:
    first = find_all(sample_store, "financing 2021 2022 2023").hits[0]
    assert first.verdict.remark.en.endswith("no full-year figure for 2023")


@pytest.mark.parametrize("query", ["total financing since 2021", "2021年以来一共融资金额多少"])
def test_figures_since_a_year_are_not_added_up(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    facts = [hit.entry.fact for hit in found.hits]
    assert facts == [f"financing-amount@{each}" for each in ("2023-Q1", "2022", "2021")]
    first = found.hits[0]
    assert first.match == "other_measure"
    assert first.verdict.remark.en.startswith("no total since 2021 is given\n2021: ")


def test_without_a_word_for_a_total_the_figures_are_the_answer(sample_store: Store) -> None:
    first = find_all(sample_store, "financing since 2021").hits[0]
    assert first.match == "exact"
    assert first.verdict.remark.en.startswith("2021: ")


@pytest.mark.parametrize(
    "query", ["financing by year", "financing amount per year", "total financing each year"]
)
def test_a_figure_of_each_year_lists_all_years(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("show", "financing-amount")
    first = found.hits[0]
    assert first.match == "exact"
    assert first.verdict.remark.en.startswith("20")
    assert "\n2022: " in first.verdict.remark.en


def test_a_rate_per_year_is_no_list_of_figures(sample_store: Store) -> None:
    assert find_all(sample_store, "financing growth per year").command == ()


@pytest.mark.parametrize("query", ["近三年融资金额", "近几年融资金额变化", "融资金额历年走势"])
def test_the_course_of_a_measure_is_its_figure_of_each_year(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query)
    assert found.several
    assert {hit.entry.fact.partition("@")[0] for hit in found.hits} == {"financing-amount"}
    assert len(found.hits) > 2


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("近两年融资金额", 2),
        ("financing amount last two years", 2),
        ("financing amount over the past three years", 3),
        ("financing amount in the past 3 years", 3),
        ("how much financing in three years", 3),
        ("three years of financing", 3),
        ("financing for the last 2 years", 2),
        ("过去3年融资金额", 3),
        ("三年融资金额多少", 3),
        ("两年来的融资金额", 2),
    ],
)
def test_the_last_years_are_the_latest_figures(sample_store: Store, query: str, count: int) -> None:
    every, latest = find(sample_store, "financing by year"), find(sample_store, query)
    assert [hit.entry.fact for hit in latest] == [hit.entry.fact for hit in every][:count]
    start = f"showing the latest {count} periods with a figure\n"
    assert latest[0].verdict.remark.en.startswith(start)


@pytest.mark.parametrize(
    "text",
    [
        "三年前的融资",
        "问诊三年记",
        "第三年融资",
        "二十年",
        "five-year plan",
        "in five years from now",
        "2021年",
    ],
)
def test_other_years_are_not_the_last_years(text: str) -> None:
    assert last_years(text) is None


@pytest.mark.parametrize("query", ["financing since 2021", "2021年以来的融资", "2021年至今融资"])
def test_a_title_with_the_first_year_does_not_answer_for_all_of_them(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    path = sample_copy / "themes" / "trend-price-war.toml"
    title = 'title = { zh = "2021年融资见顶", en = "Financing peaked in 2021" }'
    path.write_text(re.sub("(?m)^title = .*$", title, path.read_text("utf-8")), "utf-8")
    with open_store(str(sample_copy), environment) as store:
        found = find_all(store, query)
    assert found.command == ("show", "financing-amount")
    assert found.hits[0].verdict.remark.en.startswith("2021: ")


@pytest.mark.parametrize("query", ["number of deals since 2021", "how many deals since 2021"])
def test_a_number_since_a_year_is_that_of_each(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.several
    assert len(found.hits) > 1


@pytest.mark.parametrize(
    ("query", "facts"),
    [
        ("2021年融资金额多少 2022年多少", ["financing-amount@2022", "financing-amount@2021"]),
        (
            "2021年融资金额是多少，2022年又是多少",
            ["financing-amount@2022", "financing-amount@2021"],
        ),
        ("融资金额2021年多少，2022年呢", ["financing-amount@2022", "financing-amount@2021"]),
        (
            "2021年上半年融资多少起，2024年一季度多少起",
            ["financing-deals@2024-Q1", "financing-deals@2021-H1"],
        ),
        (
            "2021年上半年和2024年一季度融资多少起",
            ["financing-deals@2024-Q1", "financing-deals@2021-H1"],
        ),
    ],
)
def test_a_question_repeated_for_a_second_time_has_both_figures(
    sample_store: Store, query: str, facts: list[str]
) -> None:
    found = find_all(sample_store, query)
    assert [hit.entry.fact for hit in found.hits[:2]] == facts
    assert found.hits[0].match == "exact"


@pytest.mark.parametrize("query", ["revenue 2015 vs 2016", "2015年和2016年营收对比"])
def test_where_neither_time_has_a_figure_those_of_companies_come_before_gaps(
    sample_store: Store, query: str
) -> None:
    hits = find_all(sample_store, query).hits
    assert [hit.entry.fact for hit in hits] == [
        "changle-health.revenue@2022-H1",
        "xiaoman-health.revenue@2022-H1",
        "",
    ]
    assert hits[0].verdict.remark.en == "no figures for 2015 and 2016"


@pytest.mark.parametrize(
    "query",
    [
        *("online patients 2021 or 2022", "online patients in 2022 or in 2021"),
        *(
            "在线患者人数2021还是2022",
            "2021年或2022年在线患者人数",
            "在线患者人数2021年高还是2022年高",
        ),
    ],
)
def test_two_times_of_which_either_may_be_meant_are_both_shown(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    facts = ["online-patients@2022", "online-patients@2021"]
    assert [hit.entry.fact for hit in hits[:2]] == facts
    assert "2021: 19 million" in hits[0].verdict.remark.en
