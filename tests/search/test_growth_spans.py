"""A question for the growth between two years is answered for these years, and for the measure it
names: with the change or a stated rate, or a remark that says what is shown instead."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import pytest

from tui.search import find
from tui.search.find import SearchResult, find_facts
from tui.store import AnswerRow, Store, open_store

_YEAR = 11
"""Months between the first and the last of a year."""
_ENGLISH = (
    "{measure} growth {start} {end}",
    "growth {measure} {start} {end}",
    "{start} {end} {measure} growth rate",
    "{measure} increase {start}-{end}",
    "{measure} change {start} {end}",
    "{measure} growth from {start} to {end}",
    "growth of {measure} between {start} and {end}",
    "how much did {measure} grow {start}-{end}",
    "how much has {measure} grown from {start} to {end}",
)
_CHINESE = (
    "{measure} {start} {end} 增长",
    "{measure} {start} {end} 增长率",
    "{measure} {start}-{end}增长率",
    "{start}到{end}年{measure}增长",
    "{start}年到{end}年{measure}涨了多少",
    "{measure}从{start}年到{end}年增长了多少",
    "{start}年至{end}年{measure}的变化",
)
_PART = """id = "digital-night-market"
title = { zh = "夜间市场数字化规模", en = "Digital night market" }
summary = { zh = "夜间市场的一部分。", en = "A part of the night market." }
scope = { zh = "未说明。", en = "Not stated." }
unit = "亿元"
citations = [{ source = "yearbook-2024", exact = "2020年为1000亿元", gloss = "in 2020" }]

[[observations]]
period = "2020"
value = 10
unit = "亿元"
status = "reported"
citations = [{ source = "yearbook-2024", exact = "2020年为1000亿元", gloss = "in 2020" }]

[[rates]]
id = "cagr-2020-2022"
type = "cagr"
period = "2020/2022"
value = 10
unit = "%"
status = "reported"
citations = [{ source = "yearbook-2024", exact = "2020—2022年增长率为41.4%", gloss = "a rate" }]
"""


def _yearly_figures(store: Store) -> dict[str, dict[int, AnswerRow]]:
    """Return the reported figures of years of each statistic."""
    figures: dict[str, dict[int, AnswerRow]] = {}
    ids = store.query("SELECT id FROM records WHERE kind = 'statistic' ORDER BY position")
    for (identity,) in ids:
        for fact in store.facts(identity):
            is_value = fact.value and not fact.is_rate and fact.status == "reported"
            if is_value and fact.rank != "deprecated" and _is_year(fact):
                measure = fact.fact.partition("@")[0]
                figures.setdefault(measure, {})[fact.first_month // 100] = fact
    return figures


def _is_year(fact: AnswerRow) -> bool:
    return bool(fact.first_month) and fact.last_month - fact.first_month == _YEAR


def _is_exact(store: Store, *facts: AnswerRow) -> bool:
    """Return whether a change can be computed from figures: none is a limit or about a number."""
    numbers = ", ".join(str(fact.number) for fact in facts)
    sql = f"SELECT qualifier FROM answers WHERE number IN ({numbers})"
    return not any(qualifier for (qualifier,) in store.query(sql))


def _is_answered(
    first: SearchResult, measure: str, start: int, end: int, *, is_exact: bool
) -> bool:
    """Return whether the first answer is a rate of the measure over the time, or its change over
    that time, or says that it cannot be computed."""
    fact, remark = first.fact, first.verdict.remark.en
    if fact.fact.partition("@")[0].partition("#")[0] != measure:
        return False
    if fact.is_rate and (fact.first_month // 100, fact.last_month // 100) == (start, end):
        return True
    if not is_exact:
        return "the change cannot be computed" in remark
    return f" from {start} to {end} (editor's calculation)" in remark


def test_the_growth_of_every_measure_between_two_years_is_of_these(sample_store: Store) -> None:
    asked, wrong = 0, []
    for measure, figures in _yearly_figures(sample_store).items():
        sql = "SELECT title_zh, title_en FROM records WHERE id = ?"
        ((chinese, english),) = sample_store.query(sql, (measure,))
        for start, end in combinations(sorted(figures), 2):
            is_exact = _is_exact(sample_store, figures[start], figures[end])
            for name, phrases in ((english, _ENGLISH), (chinese, _CHINESE)):
                for phrase in phrases:
                    query = phrase.format(measure=name, start=start, end=end)
                    found = find_facts(sample_store, query)
                    asked += 1
                    years = measure, start, end
                    if not (found and _is_answered(found[0], *years, is_exact=is_exact)):
                        wrong.append((query, found[:1]))
    assert asked > 100
    assert not wrong


@pytest.mark.parametrize(
    "query",
    [
        "night market growth 2020 2022",
        "night market growth rate 2020-2022",
        "how much did the night market grow from 2020 to 2022",
        "夜间市场 2020 2022 增长",
        "2020到2022年夜间市场增速",
    ],
)
def test_the_change_of_the_measure_asked_for_comes_before_the_rate_of_a_part_of_it(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    path = sample_copy / "statistics" / "digital-night-market.toml"
    path.write_text(_PART, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        first = find(store, query)[0]
        of_part = find(store, f"digital {query}" if query.isascii() else f"数字化{query}")[0]
    assert (first.entry.fact, first.match) == ("night-market@2022", "exact")
    assert "up 177.8% from 2020 to 2022 (editor's calculation)" in first.verdict.remark.en
    assert of_part.entry.fact.startswith("digital-night-market")


@pytest.mark.parametrize("query", ["growth 2021 2022", "2021到2022年增长"])
def test_growth_of_nothing_named_is_that_of_the_main_statistic(
    sample_store: Store, query: str
) -> None:
    first = find(sample_store, query)[0]
    assert (first.entry.fact, first.match) == ("consultation-market@2022", "exact")
    assert "up 25% from 2021 to 2022 (editor's calculation)" in first.verdict.remark.en


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("changle health revenue growth 2022", "2022"),
        ("changle health revenue growth 2021 2022", "2021–2022"),
        ("长乐健康2022年总收入增长", "2022"),
        ("online patients growth 2015 2022", "2015–2022"),
    ],
)
def test_a_rate_of_a_part_of_the_time_is_said_to_be_one(
    sample_store: Store, query: str, asked: str
) -> None:
    first = find(sample_store, query)[0]
    assert first.match == "other_period"
    assert f"no figure for all of {asked}; only " in first.verdict.remark.en


@pytest.mark.parametrize(
    "query", ["changle health revenue growth half year 2022", "长乐健康2022年上半年总收入增长"]
)
def test_the_half_year_that_a_question_names_is_not_a_part_of_the_time(
    sample_store: Store, query: str
) -> None:
    assert "no figure for all" not in find(sample_store, query)[0].verdict.remark.en
