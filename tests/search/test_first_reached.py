"""Questions when a measure reached a value, and for its earliest figure."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        "when did online patients exceed 18 million",
        "in which year did online patients pass 18 million",
        "what year did online patients first reach 18 million?",
        "在线患者人数什么时候超过1800万",
        "在线患者人数哪一年突破1800万人",
        "哪年在线患者人数达到一千八百万",
    ],
)
def test_the_first_figure_at_or_above_a_value_is_said_with_those_before(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert [hit.entry.fact for hit in hits] == [
        "online-patients@2021",
        "online-patients@2020",
        "online-patients@2019",
    ]
    lines = hits[0].verdict.remark.en.split("\n")
    assert lines[0].startswith("Online patients: of the periods with a figure, the first at or ")
    assert lines[0].endswith(" is 2021")
    assert lines[2].startswith("2020: 16 million")


def test_a_value_that_the_first_figure_has_may_have_been_reached_before(
    sample_store: Store,
) -> None:
    remark = find(sample_store, "when did online patients exceed 1 million")[0].verdict.remark.en
    assert remark.endswith("no earlier figure, so it may have been reached before")


def test_a_value_that_no_figure_has_is_said_to_be_reached_by_none(sample_store: Store) -> None:
    first = find(sample_store, "在线患者人数何时超过9亿")[0]
    assert first.entry.fact == "online-patients@2023"
    assert "没有达到9亿的实际数据，最新的是2023年的" in first.verdict.remark.zh


@pytest.mark.parametrize(
    "query", ["earliest online patients figure", "最早的在线患者人数", "最早的在线患者人数数据"]
)
def test_the_earliest_figure_of_a_measure(sample_store: Store, query: str) -> None:
    first = find(sample_store, query)[0]
    assert (first.entry.fact, first.match) == ("online-patients@2016", "exact")
    assert first.verdict.remark.en.startswith("Online patients: the earliest figure is 2016: ")


@pytest.mark.parametrize(
    "query",
    [
        "when was Changle Health founded",
        "earliest policy",
        "earliest deal",
        "哪一年出台的政策",
        "最早的公司",
    ],
)
def test_other_questions_for_a_time_have_no_such_answer(sample_store: Store, query: str) -> None:
    for hit in find(sample_store, query):
        assert "figure is" not in hit.verdict.remark.en


def test_a_value_reached_is_answered_with_the_first_figure_that_has_it(
    sample_store: Store,
) -> None:
    first = find(sample_store, "when did the consultation market reach 10 billion")[0]
    assert first.entry.fact == "consultation-market@2022"
    assert "the first at or above 10 billion is 2022" in first.verdict.remark.en
