"""Queries that are figures: two of them, in Chinese numerals, round ones that no source states."""

from __future__ import annotations

import pytest

from tui.search import find, find_all
from tui.search.find import explain
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("13.6亿和6.7亿", ["13.6", "6.7"]),
        ("6.7亿元、13.6亿元", ["6.7", "13.6"]),
        ("13.6和6.7亿", ["13.6", "6.7"]),
        ("CNY 1.36 billion vs CNY 670 million", ["13.6", "6.7"]),
        ("1.36bn and 670mn", ["13.6", "6.7"]),
    ],
)
def test_each_of_two_figures_is_looked_up(
    sample_store: Store, query: str, values: list[str]
) -> None:
    hits = find(sample_store, query)
    assert [hit.entry.value for hit in hits] == values
    assert hits[0].match == "exact"
    assert hits[0].verdict.remark.zh.startswith("依次为")


def test_of_two_figures_the_one_that_no_source_states_is_named(sample_store: Store) -> None:
    first = find(sample_store, "13.6亿和77亿")[0]
    assert first.entry.value == "13.6"
    assert (first.match, first.verdict.remark.zh) == ("near", "没有“77亿”这个数字")


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("十三点六亿", "13.6"),
        ("十三亿六千万元", "13.6"),
        ("一千七百家", "1700"),
        ("一万三千名", "1.3"),
    ],
)
def test_an_amount_in_chinese_numerals_is_exact(
    sample_store: Store, query: str, value: str
) -> None:
    first = find(sample_store, query)[0]
    assert (first.entry.value, first.match, first.verdict.remark.zh) == (value, "exact", "")


@pytest.mark.parametrize(
    ("query", "value", "words"),
    [
        ("十四亿", "13.6", "没有“十四亿”这个数字，接近的有：13.6亿元"),
        ("14亿", "13.6", "没有“14亿”这个数字，接近的有：13.6亿元"),
        ("13亿多", "13.6", "“13亿多”的数字有：13.6亿元"),
        ("十三亿多元", "13.6", "“十三亿多元”的数字有：13.6亿元"),
    ],
)
def test_a_round_amount_leads_to_the_figures_near_it(
    sample_store: Store, query: str, value: str, words: str
) -> None:
    first = find(sample_store, query)[0]
    assert (first.entry.value, first.verdict.remark.zh) == (value, words)


@pytest.mark.parametrize("query", ["1700亿", "98.2%", "98.2 percent", "百分之九十八", "73412"])
def test_a_figure_that_nothing_comes_near_finds_nothing(sample_store: Store, query: str) -> None:
    assert find(sample_store, query) == []


@pytest.mark.parametrize("query", ["13.6亿元", "1.36 billion", "13.6亿"])
def test_a_figure_with_its_unit_is_exact(sample_store: Store, query: str) -> None:
    first = find(sample_store, query)[0]
    assert (first.entry.value, first.match, first.verdict.remark.zh) == ("13.6", "exact", "")


@pytest.mark.parametrize("query", ["25%", "25 percent", "25 per cent", "百分之二十五"])
def test_a_percentage_is_found_however_it_is_written(sample_store: Store, query: str) -> None:
    first = find(sample_store, query)[0]
    assert (first.entry.value, first.match) == ("25", "exact")


def test_a_digit_within_a_longer_number_is_not_the_figure(sample_store: Store) -> None:
    assert all(hit.match != "exact" for hit in find(sample_store, "6亿收入"))


@pytest.mark.parametrize("query", ["十三点六亿收入", "13.6亿收入", "十三亿六千万收入"])
def test_an_amount_in_a_question_is_the_figure(sample_store: Store, query: str) -> None:
    first = find(sample_store, query)[0]
    assert (first.entry.value, first.match) == ("13.6", "exact")


@pytest.mark.parametrize("query", ["2021和2022", "13.6亿和医生", "长乐健康和青禾健康"])
def test_other_queries_are_no_figures(sample_store: Store, query: str) -> None:
    assert not any(
        "这个数字" in hit.verdict.remark.zh for hit in find_all(sample_store, query).hits
    )


@pytest.mark.parametrize(
    "query",
    [
        "which source says CNY 1.36 billion",
        "Which report gives 1.36 billion?",
        "1.36bn, says who",
        "1.36 billion source",
        "13.6亿是谁说的",
        "13.6亿元出自哪里",
        "哪份资料说13.6亿",
    ],
)
def test_who_says_a_figure_is_answered_by_its_citation(sample_store: Store, query: str) -> None:
    alone = find(sample_store, "13.6亿")[0]
    first = find(sample_store, query)[0]
    assert (first.entry.fact, first.match) == (alone.entry.fact, "exact")
    assert first.entry.citations
    assert not first.verdict.remark.en


@pytest.mark.parametrize("query", ["谁说13.6亿收入", "which company says 1.36 billion"])
def test_a_question_with_more_than_a_figure_is_read_in_full(
    sample_store: Store, query: str
) -> None:
    assert explain(sample_store, "谁说13.6亿", 5).question.query.plain == "13.6亿"
    assert explain(sample_store, query, 5).question.query.plain == query


@pytest.mark.parametrize("query", ["1360000000", "1,360,000,000", "CNY 1360000000"])
def test_a_figure_may_be_written_out_in_full(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.value, hit.match) == ("13.6", "exact")


def test_a_figure_near_one_of_a_source_is_not_it(sample_store: Store) -> None:
    assert not any(hit.match == "exact" for hit in find(sample_store, "1360000001"))


@pytest.mark.parametrize(
    ("query", "value"), [("0.17万家", "1700"), ("0.17万", "1700"), ("25.0%", "25")]
)
def test_a_value_is_found_in_another_spelling(sample_store: Store, query: str, value: str) -> None:
    first = find(sample_store, query)[0]
    assert (first.entry.value, first.match) == (value, "exact")
