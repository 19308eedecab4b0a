"""In which year a figure grew fastest, whether it still grows, and whether it doubled."""

from __future__ import annotations

import pytest

from tui.question.reader import read_question
from tui.search import find
from tui.store import Store


@pytest.mark.parametrize("query", ["在线患者增长最快的一年", "在线患者哪年增速最高"])
def test_the_year_with_the_greatest_change_is_named(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert [hit.entry.fact for hit in hits] == ["online-patients@2020", "online-patients@2019"]
    remark = hits[0].verdict.remark.zh
    assert remark.endswith("增长最快的是2020年：2020年比2019年增长77.8%（编者计算）")


@pytest.mark.parametrize("query", ["线上问诊市场哪一年增速最快", "增速最快的一年"])
def test_years_that_cannot_be_compared_are_said_so(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.fact, hit.match) == ("consultation-market@2022", "near")
    assert hit.verdict.remark.zh.startswith("没有逐年的增速，无法比较各年快慢\n")


@pytest.mark.parametrize("query", ["市场规模还在增长吗", "市场仍在增长吗？", "行业还在增长吗"])
def test_whether_it_still_grows_is_said_by_the_newest_change(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.fact == "consultation-market@2022"
    assert (
        hit.verdict.remark.zh
        == "线上问诊市场规模：2022年比2021年增长25%（编者计算）\n此后没有实际数据"
    )


@pytest.mark.parametrize("query", ["is the market still growing", "does the industry keep growing"])
def test_an_english_question_whether_it_still_grows(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.fact, hit.match) == ("consultation-market@2022", "near")
    assert hit.verdict.remark.en.endswith("\nno later figure is known")


@pytest.mark.parametrize(
    ("query", "start", "end", "change"),
    [
        ("night market doubled from 2020 to 2022", 2020, 2022, "up 177.8%"),
        ("夜间市场2020年到2022年翻倍了吗", 2020, 2022, "up 177.8%"),
        ("did night market double", 2020, 2022, "up 177.8%"),
        ("夜间市场翻番了吗", 2020, 2022, "up 177.8%"),
        ("did night market double since 2021", 2021, 2022, "up 56.2%"),
    ],
)
def test_a_multiple_is_answered_with_the_figures_of_both_times(
    sample_store: Store, query: str, start: int, end: int, change: str
) -> None:
    hits = find(sample_store, query)
    facts = [hit.entry.fact for hit in hits]
    assert (facts[0], hits[0].match) == (f"night-market@{end}", "exact")
    assert f"night-market@{start}" in facts
    assert (
        hits[0].verdict.remark.en.partition(": ")[2].startswith(f"{change} from {start} to {end}")
    )


@pytest.mark.parametrize("query", ["double", "翻倍"])
def test_a_multiple_of_nothing_is_no_comparison(sample_store: Store, query: str) -> None:
    assert not any(" from 20" in hit.verdict.remark.en for hit in find(sample_store, query))


@pytest.mark.parametrize(
    "query",
    ["did night market grow in 2021", "night market growth 2021", "夜间市场2021年增长多少"],
)
def test_growth_in_a_year_is_the_change_from_the_year_before_it(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    facts = [hit.entry.fact for hit in hits[:2]]
    assert facts == ["night-market@2021", "night-market@2020"]
    assert hits[0].verdict.remark.en.startswith(
        "Night-consultation market size: up 77.8% from 2020 to 2021 (editor's calculation)"
    )


def test_growth_in_a_year_without_a_figure_is_not_computed(sample_store: Store) -> None:
    hit = find(sample_store, "night market growth 2019")[0]
    assert (hit.match, hit.verdict.remark.en) == (
        "other_period",
        "no figure for 2019; showing 2022",
    )


@pytest.mark.parametrize("verb", ["下降", "减少", "下滑", "上升了"])
def test_by_how_much_something_changed_asks_for_a_rate(sample_store: Store, verb: str) -> None:
    hit = find(sample_store, f"融资金额{verb}多少")[0]
    assert hit.entry.fact == "financing-amount#growth-2022"
    assert "rate" in read_question(sample_store, f"融资金额{verb}多少").asks
