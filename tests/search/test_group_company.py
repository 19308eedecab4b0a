"""The company of a group that has the figures."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.search.several.incomparable_figures import notes_on_change
from tui.store import Store


@pytest.mark.parametrize("query", ["长乐", "Changle Group", "changle"])
@pytest.mark.parametrize("limit", [2, 5, 20])
def test_the_company_with_figures_follows_its_group(
    sample_store: Store, query: str, limit: int
) -> None:
    hits = find(sample_store, query, limit)
    assert [hit.entry.id for hit in hits[:2]] == ["changle-group", "changle-health"]
    assert len({hit.entry.id for hit in hits}) == len(hits) <= limit
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)


def test_a_question_about_something_else_brings_no_company(sample_store: Store) -> None:
    hits = find(sample_store, "长乐集团收购春来健康", 20)
    assert hits
    assert "changle-health" not in [hit.entry.id for hit in hits[:2]]


def test_missing_words_are_quoted_as_they_are_typed(sample_store: Store) -> None:
    for typed in ("ZZyzx", "zzyzx"):
        remark = find(sample_store, f"青禾健康 {typed}", 1)[0].verdict.remark
        assert f"“{typed}”" in remark.zh
        assert f"“{typed}”" in remark.en


@pytest.mark.parametrize("query", ["Changle revenue", "长乐 营收"])
def test_the_figure_of_a_company_for_its_group_says_so(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query, 1)[0]
    assert (hit.entry.fact, hit.match) == ("changle-health.revenue@2022-H1", "near")
    assert hit.verdict.remark.zh == "长乐集团本身没有数字，以下是旗下长乐健康的"
    assert (
        hit.verdict.remark.en
        == "Changle Group has no figures of its own; showing those of Changle Health"
    )


@pytest.mark.parametrize("query", ["Changle revenue 2023", "长乐2023年营收", "长乐集团 2023年用户"])
def test_the_period_is_said_to_be_missing_beside_the_group(sample_store: Store, query: str) -> None:
    remark = find(sample_store, query, 1)[0].verdict.remark
    assert remark.en.startswith(
        "Changle Group has no figures of its own; showing those of Changle Health\nno figure"
    )
    assert "for 2023; showing" in remark.en


@pytest.mark.parametrize("query", ["长乐集团 用户", "长乐集团的用户数"])
def test_a_figure_that_only_the_company_has_comes_first(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query, 3)[0]
    assert (hit.entry.id, hit.match) == ("changle-health", "near")
    assert hit.verdict.remark.zh == "长乐集团本身没有数字，以下是旗下长乐健康的"


def test_a_query_of_a_brand_alone_may_end_like_any_company(sample_store: Store) -> None:
    verdict = find(sample_store, "长乐医疗", 3)[0].verdict
    assert verdict.match == "near"
    assert verdict.remark.zh.startswith("没有关于“长乐医疗”的内容，以下是长乐")
    for hit in find(sample_store, "长乐医疗布局", 3):
        assert "“长乐医疗”" not in hit.verdict.remark.zh


@pytest.mark.parametrize("query", ["长乐医药", "长乐医药 用户", "长乐医药有多少医生"])
def test_a_brand_that_is_not_covered_is_named(sample_store: Store, query: str) -> None:
    verdict = find(sample_store, query, 3)[0].verdict
    assert verdict.match == "near"
    assert verdict.remark.zh.startswith("没有关于“长乐医药”的内容，以下是长乐")


@pytest.mark.parametrize(
    "query",
    ["长乐营收2021 vs 2022", "Changle revenue 2021 vs 2022"],
)
def test_a_comparison_of_times_is_of_the_company_of_a_group(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query, 1)[0]
    assert (hit.entry.fact, hit.match) == ("changle-health.revenue@2022-H1", "near")
    lines = hit.verdict.remark.zh.split("\n")
    assert lines[:2] == ["长乐集团本身没有数字，以下是旗下长乐健康的", "没有2021年的数据"]


def test_a_comparison_of_the_company_itself_has_no_such_remark(sample_store: Store) -> None:
    remark = find(sample_store, "长乐健康营收2021 vs 2022", 1)[0].verdict.remark
    assert "长乐集团" not in remark.zh


def test_a_note_on_the_time_of_the_other_figure_is_shown_with_both(sample_store: Store) -> None:
    sample_store.load_facts({"changle-health"})
    facts = {each.fact: each for each in sample_store.facts("changle-health")}
    later = next(each for name, each in facts.items() if name.startswith("changle-health.revenue#"))
    for period, notes in (("2021-H1", 1), ("2019", 0)):
        earlier = later._replace(period=period, number=-1)
        found = notes_on_change(sample_store, earlier, later)
        assert len(found) == notes
        assert all(each.zh.startswith("编者注：由此推得") for each in found)
